import type { KeyObject } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { andThen, type Eventually } from '../eventually.js';
import type { JsonObject } from '../json.js';
import type { CanonicalDocument, CanonicalView } from '../json-ld/canonical-document.js';
import type { KeyFamily } from '../keys/index.js';
import { quoted } from '../quoted.js';
import type { EmbeddedSuite, FurtherSignature, SignedBytes } from './embedded-suite.js';
import type { ProofFinding } from './proof-finding.js';

export type CheckedSignature = Pick<ProofFinding, 'signature' | 'code' | 'detail' | 'objection' | 'retryable'>;

export interface SignedDocument {
  document: JsonObject;
  canonical: CanonicalDocument;
}

interface FoundKey {
  key: KeyObject;
  family: KeyFamily;
  /** Its name, for sentences. */
  method: string;
}

/**
 * Whether a key made the signature of a proof. Where the fast lane's form fits the signature the question is settled,
 * since nobody can find another text that fits. Any other outcome is for the general lane to find again or not.
 */
export function checkSignatureInLanes(
  suite: EmbeddedSuite,
  proof: JsonObject,
  key: FoundKey,
  { document, canonical }: SignedDocument,
): Eventually<CheckedSignature> {
  if (suite.signsOver === 'text') return checkIn(canonical.general, suite, proof, key, document);
  return andThen(checkIn(canonical.fast, suite, proof, key, document), (fast) => {
    const isSettled = fast.signature === 'valid';
    canonical.settings.laneTaken?.(isSettled ? 'fast' : 'general');
    return isSettled ? fast : checkIn(canonical.general, suite, proof, key, document);
  });
}

function checkIn(
  canonical: CanonicalView,
  suite: EmbeddedSuite,
  proof: JsonObject,
  key: FoundKey,
  document: JsonObject,
): Eventually<CheckedSignature> {
  return andThen(suite.signedBytes(proof, { document, canonical, family: key.family }), (signed) =>
    checkBytes(signed, suite, proof, key),
  );
}

function checkBytes(
  signed: SignedBytes,
  suite: EmbeddedSuite,
  proof: JsonObject,
  { key, family, method }: FoundKey,
): Eventually<CheckedSignature> {
  if (!signed.ok)
    return signed.kind === 'malformed'
      ? { signature: 'unchecked', code: signed.code, detail: signed.detail, objection: 'malformed' }
      : { signature: 'unsupported', code: signed.code, detail: signed.detail };
  const signature = suite.signatureOf(proof);
  if (!signature) return invalid('the proofValue is no signature of this suite');
  if (!suite.verify(key, signed.bytes, signature, family))
    return invalid(`the signature was not made over this content with the key ${quoted(method)}`);
  const detail = `the signature was made with the key ${quoted(method)}`;
  const valid: CheckedSignature = { signature: 'valid', code: 'signature-valid', detail };
  if (!signed.further || signed.further.length === 0) return valid;
  return andThen(allHold(suite, signed.further), (hold) =>
    hold ? valid : invalid('a statement that is shown was not signed by the issuer'),
  );
}

/** Checks between which other work gets its turn. */
const checksInARow = 25;

async function allHold(suite: EmbeddedSuite, further: readonly FurtherSignature[]): Promise<boolean> {
  for (const [index, { key, bytes, signature, family }] of further.entries()) {
    if (!suite.verify(key, bytes, signature, family)) return false;
    if (index % checksInARow === checksInARow - 1) await setImmediate();
  }
  return true;
}

export function invalid(detail: string): CheckedSignature {
  return { signature: 'invalid', code: 'signature-invalid', detail, objection: 'invalid_signature' };
}
