import { sign } from 'node:crypto';
import { type JsonObject, isObject, listOf } from '../json.js';
import { CanonicalDocument } from '../json-ld/canonical-document.js';
import { suites } from '../proofs/suites.js';
import { toMultibase58 } from './base58.js';
import type { IssuerKey } from './issuer-key.js';

const typeOf = {
  'eddsa-rdfc-2022': { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
  'ecdsa-rdfc-2019': { type: 'DataIntegrityProof', cryptosuite: 'ecdsa-rdfc-2019' },
  'eddsa-jcs-2022': { type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022' },
  'ecdsa-jcs-2019': { type: 'DataIntegrityProof', cryptosuite: 'ecdsa-jcs-2019' },
  Ed25519Signature2020: { type: 'Ed25519Signature2020' },
};

export type SigningSuiteName = keyof typeof typeOf;

/**
 * The credential with one more proof by `key`; earlier proofs stay. Each signs the document without proofs, or with
 * those that `previousProof` names.
 */
export async function signEmbedded(
  credential: JsonObject,
  key: IssuerKey,
  suiteName: SigningSuiteName = 'eddsa-rdfc-2022',
  proofOverrides: JsonObject = {},
): Promise<JsonObject> {
  const { proof: earlier, ...unsecured } = credential;
  const proof: JsonObject = {
    ...typeOf[suiteName],
    created: '2026-01-01T00:00:00Z',
    verificationMethod: key.method,
    proofPurpose: 'assertionMethod',
    ...(suiteName.includes('-jcs-') && { '@context': unsecured['@context'] }),
    ...proofOverrides,
  };
  const suite = suites.find((it) => it.signs(proof));
  const wanted = listOf(proof.previousProof);
  const builtOn = listOf(earlier).filter((it) => isObject(it) && wanted.includes(it.id));
  const document = builtOn.length > 0 ? { ...unsecured, proof: builtOn } : unsecured;
  const canonical = new CanonicalDocument(document, {}, builtOn.length > 0 ? 'with-proofs' : 'without-proofs');
  const { kty = '', crv } = key.publicKey.export({ format: 'jwk' });
  const family = { kty, ...(crv !== undefined && { crv }) };
  const signed = await suite?.signedBytes(proof, { document, canonical: canonical.general, family });
  if (!signed?.ok) throw new Error(`cannot sign: ${signed?.detail ?? 'unknown suite'}`);
  const signature =
    kty === 'EC'
      ? sign(crv === 'P-384' ? 'sha384' : 'sha256', signed.bytes, { key: key.privateKey, dsaEncoding: 'ieee-p1363' })
      : sign(null, signed.bytes, key.privateKey);
  const complete = { ...proof, proofValue: toMultibase58(signature) };
  return { ...unsecured, proof: earlier === undefined ? complete : [...listOf(earlier), complete] };
}
