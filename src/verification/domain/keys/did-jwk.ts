import type { MadeDocument } from './did-key.js';
import { parseJsonObject } from './json-object.js';
import { decodeBase64url } from './multibase.js';
import { importPublicJwk } from './public-jwk.js';

/** A public RSA key of 8192 bits takes 1,900 letters as JSON in base64url. */
const maxLetters = 4096;

/**
 * The document that a did:jwk stands for: one key under `<did>#0`. No look-up.
 *
 * Refused: private or symmetric keys, keys for encryption, RSA below 2048 bits.
 *
 * @see https://github.com/quartzjer/did-jwk/blob/main/spec.md
 */
export function documentOfDidJwk(did: string): MadeDocument {
  const bytes = decodeBase64url(did.slice('did:jwk:'.length), maxLetters);
  const jwk = bytes && parseJsonObject(bytes);
  if (!jwk) return { ok: false, code: 'malformed-id', detail: 'a did:jwk is a JSON Web Key in base64url' };
  const reading = importPublicJwk(jwk);
  if (!reading.ok) return reading;
  const id = `${did}#0`;
  return {
    ok: true,
    content: {
      id: did,
      verificationMethod: [{ id, type: 'JsonWebKey', controller: did, publicKeyJwk: jwk }],
      assertionMethod: [id],
      authentication: [id],
    },
  };
}
