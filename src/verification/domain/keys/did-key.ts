import type { JsonObject } from './json-object.js';
import type { KeyProblemCode } from './key-resolution.js';
import { readMultikey } from './multikey.js';

export type MadeDocument = { ok: true; content: JsonObject } | { ok: false; code: KeyProblemCode; detail: string };

/**
 * The document that a did:key stands for: one Multikey under `<did>#<multibase>`, for every purpose. No look-up.
 *
 * Ed25519 (`z6Mk`), P-256 (`zDn`), P-384 (`z82`) and P-521 (`z2J9`).
 *
 * @see https://w3c-ccg.github.io/did-key-spec/
 */
export function documentOfDidKey(did: string): MadeDocument {
  const multibase = did.slice('did:key:'.length);
  if (!multibase.startsWith('z'))
    return { ok: false, code: 'malformed-id', detail: 'a did:key is written in base58btc' };
  const reading = readMultikey(multibase);
  if (!reading.ok) return reading;
  const id = `${did}#${multibase}`;
  return {
    ok: true,
    content: {
      id: did,
      verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: multibase }],
      assertionMethod: [id],
      authentication: [id],
    },
  };
}
