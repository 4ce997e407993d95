import { verify } from 'node:crypto';
import type { EmbeddedSuite } from './embedded-suite.js';
import { jcsSignedBytes } from './jcs-signed-bytes.js';
import { signatureInBase58 } from './signature-in-base58.js';

/**
 * Data Integrity with Ed25519 over the JSON text in canonical form.
 *
 * @see https://www.w3.org/TR/vc-di-eddsa/#eddsa-jcs-2022
 */
export const eddsaJcs2022: EmbeddedSuite = {
  name: 'eddsa-jcs-2022',
  signsOver: 'text',
  signs: (proof) => proof.type === 'DataIntegrityProof' && proof.cryptosuite === 'eddsa-jcs-2022',
  signedBytes: (proof, input) => jcsSignedBytes('sha256', proof, input),
  signatureOf: (proof) => signatureInBase58(proof, [64]),
  takesKey: (family) => family.kty === 'OKP' && family.crv === 'Ed25519',
  keyName: 'Ed25519',
  verify: (key, bytes, signature) => verify(null, bytes, key, signature),
};
