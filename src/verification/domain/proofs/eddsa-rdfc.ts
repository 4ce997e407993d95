import { verify } from 'node:crypto';
import type { JsonObject } from '../json.js';
import type { EmbeddedSuite } from './embedded-suite.js';
import { type RdfVariant, rdfSignedBytes } from './rdf-signed-bytes.js';
import { signatureInBase58 } from './signature-in-base58.js';

interface Variant extends RdfVariant {
  name: string;
  signs(proof: JsonObject): boolean;
}

/**
 * An Ed25519 signature over RDF: SHA-256 of the canonical proof options, followed by SHA-256 of the canonical document.
 * The two suites that sign so differ in the name, in how directions of text become RDF and in the context of the proof.
 *
 * @see https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022
 */
export function eddsaOverRdf(variant: Variant): EmbeddedSuite {
  return {
    name: variant.name,
    signsOver: 'rdf',
    signs: (proof) => variant.signs(proof),
    signedBytes: (proof, input) => rdfSignedBytes(variant, 'sha256', proof, input),
    signatureOf: (proof) => signatureInBase58(proof, [64]),
    takesKey: (family) => family.kty === 'OKP' && family.crv === 'Ed25519',
    keyName: 'Ed25519',
    verify: (key, bytes, signature) => verify(null, bytes, key, signature),
  };
}
