import { ecdsaSignatureLengths, hashOfCurve, isEcdsaKey, verifyEcdsa } from './ecdsa.js';
import type { EmbeddedSuite } from './embedded-suite.js';
import { dataIntegrityVariant, rdfSignedBytes } from './rdf-signed-bytes.js';
import { signatureInBase58 } from './signature-in-base58.js';

/**
 * Data Integrity with ECDSA over canonical RDF; the curve of the key decides about the hash.
 *
 * @see https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-rdfc-2019
 */
export const ecdsaRdfc2019: EmbeddedSuite = {
  name: 'ecdsa-rdfc-2019',
  signsOver: 'rdf',
  signs: (proof) => proof.type === 'DataIntegrityProof' && proof.cryptosuite === 'ecdsa-rdfc-2019',
  signedBytes: (proof, input) => rdfSignedBytes(dataIntegrityVariant, hashOfCurve(input.family), proof, input),
  signatureOf: (proof) => signatureInBase58(proof, ecdsaSignatureLengths),
  takesKey: isEcdsaKey,
  keyName: 'P-256 or P-384',
  verify: verifyEcdsa,
};
