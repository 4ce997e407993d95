import { isJsonObject, type JsonObject } from './json-object.js';
import { importPublicJwk } from './public-jwk.js';
import { thumbprintOf } from './thumbprint.js';

/**
 * A name of a key that is the same wherever the key is.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9278
 */
export function nameOfJwk(jwk: JsonObject): string {
  return `urn:ietf:params:oauth:jwk-thumbprint:sha-256:${thumbprintOf(jwk)}`;
}

/** Who must have signed to be the one that a claim `cnf` (RFC 7800) means: the name of a key, or the DID of its owner. */
export function keyNameOf(cnf: unknown): string | undefined {
  if (!isJsonObject(cnf)) return undefined;
  const { jwk, kid } = cnf;
  if (isJsonObject(jwk)) return importPublicJwk(jwk).ok ? nameOfJwk(jwk) : undefined;
  return typeof kid === 'string' && kid.startsWith('did:') ? kid.split('#', 1)[0] : undefined;
}
