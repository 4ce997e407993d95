import { createHash } from 'node:crypto';

const form = /^(sha256|md5)\$([0-9a-f]+)$/i;

/** Whether a text is an IdentityHash of Open Badges: `sha256$` or `md5$` and hex of either case. */
export function isIdentityHash(text: string): boolean {
  return form.test(text);
}

/** Whether an IdentityHash is that of an identity: the digest of the identity followed by the salt. */
export function matchesIdentityHash(hash: string, identity: string, salt: string): boolean {
  const [, algorithm = '', expected = ''] = form.exec(hash) ?? [];
  if (algorithm === '') return false;
  const digest = createHash(algorithm.toLowerCase()).update(identity + salt, 'utf8');
  return digest.digest('hex') === expected.toLowerCase();
}
