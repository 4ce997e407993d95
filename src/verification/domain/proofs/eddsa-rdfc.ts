import { createHash, verify } from 'node:crypto';
import type { JsonObject } from '../json.js';
import type { CanonicalDocument } from '../json-ld/canonical-document.js';
import { canonicalForm } from '../json-ld/canonical-form.js';
import { decodeBase58 } from '../keys/multibase.js';
import type { EmbeddedSuite, SignedBytes } from './embedded-suite.js';

interface Variant {
  name: string;
  signs(proof: JsonObject): boolean;
  rdfDirection?: 'i18n-datatype';
  /** The context in which the proof's own terms are read, given the document's. */
  contextOfProof(context: unknown): unknown;
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
    signs: (proof) => variant.signs(proof),
    signedBytes: (proof, document, context) => signedBytes(variant, proof, document, context),
    signatureOf,
    takesKey: (family) => family.kty === 'OKP' && family.crv === 'Ed25519',
    keyName: 'Ed25519',
    verify: (key, bytes, signature) => verify(null, bytes, key, signature),
  };
}

async function signedBytes(
  variant: Variant,
  proof: JsonObject,
  document: CanonicalDocument,
  context: unknown,
): Promise<SignedBytes> {
  const whole = await document.form(variant.rdfDirection);
  if (!whole.ok) return whole;
  const { proofValue: _signature, ...options } = proof;
  const form = await canonicalForm(
    { '@context': variant.contextOfProof(context), ...options },
    { further: document.further, rdfDirection: variant.rdfDirection },
  );
  if (!form.ok) return { ...form, detail: `in the proof, ${form.detail}` };
  return { ok: true, bytes: Buffer.concat([sha256(form.nquads), sha256(whole.nquads)]) };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Both suites write the 64 bytes of a signature in base58btc. */
function signatureOf({ proofValue }: JsonObject): Buffer | undefined {
  const bytes =
    typeof proofValue === 'string' && proofValue.startsWith('z') ? decodeBase58(proofValue.slice(1)) : undefined;
  return bytes?.length === 64 ? bytes : undefined;
}
