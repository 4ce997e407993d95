import { ecdsaSignatureLengths, hashOfCurve, isEcdsaKey, verifyEcdsa } from './ecdsa.js';
import type { EmbeddedSuite } from './embedded-suite.js';
import { jcsSignedBytes } from './jcs-signed-bytes.js';
import { signatureInBase58 } from './signature-in-base58.js';

/**
 * Data Integrity with ECDSA over the JSON text in canonical form; the curve of the key decides about the hash.
 *
 * @see https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-jcs-2019
 */
export const ecdsaJcs2019: EmbeddedSuite = {
  name: 'ecdsa-jcs-2019',
  signsOver: 'text',
  signs: (proof) => proof.type === 'DataIntegrityProof' && proof.cryptosuite === 'ecdsa-jcs-2019',
  signedBytes: (proof, input) => jcsSignedBytes(hashOfCurve(input.family), proof, input),
  signatureOf: (proof) => signatureInBase58(proof, ecdsaSignatureLengths),
  takesKey: isEcdsaKey,
  keyName: 'P-256 or P-384',
  verify: verifyEcdsa,
};
