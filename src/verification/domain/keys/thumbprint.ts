import { createHash } from 'node:crypto';
import type { JsonObject } from './json-object.js';

const members: Record<string, readonly string[]> = {
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  RSA: ['e', 'kty', 'n'],
};

/** The SHA-256 thumbprint of a public JSON Web Key in base64url (RFC 7638): the same for every spelling of one key. */
export function thumbprintOf(jwk: JsonObject): string {
  const names = members[String(jwk.kty)] ?? [];
  const canonical = JSON.stringify(Object.fromEntries(names.map((name) => [name, jwk[name]])));
  return createHash('sha256').update(canonical).digest('base64url');
}
