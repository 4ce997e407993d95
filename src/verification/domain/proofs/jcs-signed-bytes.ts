import canonicalizeJson from 'canonicalize';
import { isDeepStrictEqual } from 'node:util';
import { type JsonObject, listOf } from '../json.js';
import type { SignedBytes, SigningInput } from './embedded-suite.js';
import { type HashName, digest } from './rdf-signed-bytes.js';

/** The types of the package describe another form of export than the one that it has. */
const canonicalize = canonicalizeJson as unknown as (value: unknown) => string | undefined;

/**
 * Hash of the proof options as canonical JSON (RFC 8785), followed by the hash of the document as canonical JSON.
 *
 * A proof may repeat the contexts that it was made with; whoever adds contexts to the document later then leaves them
 * outside the signature. The suites allow it, and a document that does so is not taken here: what the words mean would
 * be anybody's choice.
 *
 * @see https://www.w3.org/TR/vc-di-eddsa/#eddsa-jcs-2022
 */
export async function jcsSignedBytes(
  hash: HashName,
  proof: JsonObject,
  { document }: SigningInput,
): Promise<SignedBytes> {
  const problem = problemOfContexts(proof, document);
  if (problem) return problem;
  const { proofValue: _signature, ...options } = proof;
  const canonicalOptions = canonicalize(options);
  const canonicalDocument = canonicalize(
    options['@context'] === undefined ? document : { ...document, '@context': options['@context'] },
  );
  if (canonicalOptions === undefined || canonicalDocument === undefined)
    return { ok: false, kind: 'malformed', code: 'json', detail: 'the document has no canonical form of JSON' };
  return { ok: true, bytes: Buffer.concat([digest(hash, canonicalOptions), digest(hash, canonicalDocument)]) };
}

function problemOfContexts(proof: JsonObject, document: JsonObject): SignedBytes | undefined {
  if (proof['@context'] === undefined) return undefined;
  const ofProof = listOf(proof['@context']);
  const ofDocument = listOf(document['@context']);
  if (!ofProof.every((context, index) => isDeepStrictEqual(context, ofDocument[index])))
    return malformed('the contexts of the document do not begin with those of the proof');
  return ofProof.length === ofDocument.length
    ? undefined
    : {
        ok: false,
        kind: 'unsupported',
        code: 'unsigned-context',
        detail: 'the document has contexts that the proof does not cover',
      };
}

function malformed(detail: string): SignedBytes {
  return { ok: false, kind: 'malformed', code: 'context', detail };
}
