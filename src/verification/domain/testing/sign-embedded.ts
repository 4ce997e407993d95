import { sign } from 'node:crypto';
import { type JsonObject, listOf } from '../json.js';
import { CanonicalDocument } from '../json-ld/canonical-document.js';
import { suites } from '../proofs/suites.js';
import { toMultibase58 } from './base58.js';
import type { IssuerKey } from './issuer-key.js';

const typeOf = {
  'eddsa-rdfc-2022': { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
  Ed25519Signature2020: { type: 'Ed25519Signature2020' },
};

/** The credential with one more proof by `key`; earlier proofs stay, since each signs the document without proofs. */
export async function signEmbedded(
  credential: JsonObject,
  key: IssuerKey,
  suiteName: keyof typeof typeOf = 'eddsa-rdfc-2022',
  proofOverrides: JsonObject = {},
): Promise<JsonObject> {
  const { proof: earlier, ...document } = credential;
  const proof: JsonObject = {
    ...typeOf[suiteName],
    created: '2026-01-01T00:00:00Z',
    verificationMethod: key.method,
    proofPurpose: 'assertionMethod',
    ...proofOverrides,
  };
  const suite = suites.find((it) => it.signs(proof));
  const signed = await suite?.signedBytes(proof, new CanonicalDocument(document, undefined), document['@context']);
  if (!signed?.ok) throw new Error(`cannot sign: ${signed?.detail ?? 'unknown suite'}`);
  const signature = sign(null, signed.bytes, key.privateKey);
  const complete = { ...proof, proofValue: toMultibase58(signature) };
  return { ...document, proof: earlier === undefined ? complete : [...listOf(earlier), complete] };
}
