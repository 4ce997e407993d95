import { hash as hashOf } from 'node:crypto';
import { andThen, type Eventually } from '../eventually.js';
import { type JsonObject, listOf } from '../json.js';
import { credentialContextV2 } from '../data-model.js';
import type { RdfReading } from '../json-ld/canonical-form.js';
import { passingBytesOf } from '../reading/scratch.js';
import type { SignedBytes, SigningInput } from './embedded-suite.js';

export type HashName = 'sha256' | 'sha384';

export interface RdfVariant {
  rdfDirection?: 'i18n-datatype';
  /** The context in which the proof's own terms are read, given the document's. */
  contextOfProof(context: unknown): unknown;
}

const dataIntegrityV2 = 'https://w3id.org/security/data-integrity/v2';
const definesProof = [dataIntegrityV2, 'https://w3id.org/security/data-integrity/v1', credentialContextV2];

/** How the suites of Data Integrity read a document and its proof as RDF. */
export const dataIntegrityVariant: RdfVariant = {
  rdfDirection: 'i18n-datatype',
  // Documents of the data model 1.1 may leave out the context of the proof; signers add it to the proof alone.
  contextOfProof: (context) => {
    const contexts = listOf(context);
    return contexts.some((it) => definesProof.some((url) => url === it)) ? contexts : [...contexts, dataIntegrityV2];
  },
};

/** Hash of the canonical proof options, followed by the hash of the canonical document. */
export function rdfSignedBytes(
  variant: RdfVariant,
  hash: HashName,
  proof: JsonObject,
  input: SigningInput,
): Eventually<SignedBytes> {
  return andThen(input.canonical.form(readingOf(variant, hash)), (whole) =>
    whole.ok
      ? andThen(hashOfOptions(variant, hash, proof, input), (options) =>
          options.ok ? { ok: true, bytes: Buffer.concat([options.bytes, digest(hash, whole.nquads)]) } : options,
        )
      : whole,
  );
}

/** Hash of the proof without its value, read in the context of the document. */
export function hashOfOptions(
  variant: RdfVariant,
  hash: HashName,
  proof: JsonObject,
  { document, canonical }: SigningInput,
): Eventually<SignedBytes> {
  const { proofValue: _signature, ...options } = proof;
  const inContext = { '@context': variant.contextOfProof(document['@context']), ...options };
  return andThen(canonical.formOf(inContext, readingOf(variant, hash)), (form): SignedBytes =>
    form.ok ? { ok: true, bytes: digest(hash, form.nquads) } : { ...form, detail: `in the proof, ${form.detail}` },
  );
}

/** The hash of the signature is the one inside the canonicalization as well (vc-di-ecdsa, 3.2.3). */
function readingOf({ rdfDirection }: RdfVariant, hash: HashName): RdfReading {
  return { rdfDirection, labelHash: hash === 'sha384' ? hash : undefined };
}

export function digest(hash: HashName, text: string | Buffer): Buffer {
  // A text beyond Latin letters is hashed in three quarters of the time once it is written out.
  return hashOf(hash, typeof text === 'string' ? passingBytesOf(text, 'utf8') : text, 'buffer');
}
