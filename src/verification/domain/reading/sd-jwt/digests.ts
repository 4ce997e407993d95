import { createHash } from 'node:crypto';

/** Names of the registry of RFC 6920 for digests that are not cut short and not broken. */
export type DigestName = 'sha-256' | 'sha-384' | 'sha-512';

export const digestsByName: ReadonlyMap<DigestName, string> = new Map([
  ['sha-256', 'sha256'],
  ['sha-384', 'sha384'],
  ['sha-512', 'sha512'],
]);

/** The digest of an ASCII text, in base64url (RFC 9901 section 4.2.3). */
export function digestOfText(text: string, name: DigestName): string {
  return createHash(digestsByName.get(name) ?? name)
    .update(text, 'ascii')
    .digest('base64url');
}
