import { createHash } from 'node:crypto';
import type { JsonObject } from '../json.js';
import type { IssuerKey } from './issuer-key.js';
import { signJwt } from './sign-jwt.js';

/** A disclosure as a holder hands it on, and the digest of it that the issuer signs. */
export interface TestDisclosure {
  text: string;
  digest: string;
}

/** A claim to be disclosed; without a name an element of a list. */
export function disclosure(name: string | undefined, value: unknown, salt = 'c2FsdA'): TestDisclosure {
  return disclosureOf(name === undefined ? [salt, value] : [salt, name, value]);
}

export function disclosureOf(parts: unknown): TestDisclosure {
  const text = Buffer.from(JSON.stringify(parts)).toString('base64url');
  return { text, digest: sha256(text) };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** An SD-JWT of an issuer with the named disclosures, ready for a holder to sign along. */
export function anSdJwt(
  claims: JsonObject,
  key: IssuerKey,
  disclosures: readonly TestDisclosure[] = [],
  header: JsonObject = {},
): string {
  const parts = [signJwt(claims, key, { typ: 'dc+sd-jwt', ...header }), ...disclosures.map(({ text }) => text)];
  return `${parts.join('~')}~`;
}

/** The SD-JWT with the JWT of its holder at the end. */
export function boundBy(holder: IssuerKey, sdJwt: string, claims: JsonObject = {}, header: JsonObject = {}): string {
  const full = { iat: 1_780_000_000, aud: 'https://hr.example', nonce: 'n-1', sd_hash: sha256(sdJwt), ...claims };
  return sdJwt + signJwt(full, holder, { typ: 'kb+jwt', kid: undefined, ...header });
}

/** The claim `cnf` for a holder's key. */
export function confirmationOf(holder: IssuerKey): JsonObject {
  return { jwk: holder.publicKey.export({ format: 'jwk' }) };
}
