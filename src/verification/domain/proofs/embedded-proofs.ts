import { type JsonObject, idOf, isObject, listOf } from '../json.js';
import type { CanonicalDocument } from '../json-ld/canonical-document.js';
import { type KeyPurpose, type KeyResolution, type OrganizationKeys, resolveProofKey } from '../keys/index.js';
import type { DocumentSource } from '../document-source.js';
import { parseInstant } from '../instant.js';
import { quoted } from '../quoted.js';
import type { EmbeddedSuite } from './embedded-suite.js';
import type { ProofFinding } from './proof-finding.js';
import { suites } from './suites.js';

/** Each proof may cost a key look-up and a canonicalization. */
const maxProofs = 8;

export interface EmbeddedProofContext {
  document: CanonicalDocument;
  source: DocumentSource;
  at: Date;
  /** What the proofs must be made for: credentials assert (which is taken where nothing is said), presentations authenticate. */
  purpose?: KeyPurpose;
  /** Whose keys the proofs should be. */
  issuer?: string | undefined;
  /** Keys that the organization itself vouches for. */
  keys?: OrganizationKeys | undefined;
}

/** Checks every embedded proof of a credential by itself; the answers are in the order of the proofs. */
export async function checkEmbeddedProofs(
  credential: JsonObject,
  context: EmbeddedProofContext,
): Promise<ProofFinding[]> {
  const proofs = listOf(credential.proof);
  if (proofs.length > maxProofs) {
    const detail = `the credential has ${proofs.length} proofs; ${maxProofs} are the most`;
    return [{ subject: 'proof', suite: 'any', signature: 'unsupported', code: 'too-many-proofs', detail }];
  }
  const findings: ProofFinding[] = [];
  for (const [index, proof] of proofs.entries()) {
    const subject = Array.isArray(credential.proof) ? `proof/${index}` : 'proof';
    findings.push(await checkProof(proof, subject, credential['@context'], context));
  }
  return findings;
}

async function checkProof(
  proof: unknown,
  subject: string,
  documentContext: unknown,
  context: EmbeddedProofContext,
): Promise<ProofFinding> {
  if (!isObject(proof) || typeof proof.type !== 'string')
    return { ...malformed('a proof is no object with a type'), subject, suite: 'none' };
  const name = typeof proof.cryptosuite === 'string' ? `${proof.type}/${proof.cryptosuite}` : proof.type;
  const method = idOf(proof.verificationMethod);
  const about = { subject, suite: name, ...(method !== undefined && { method }) };
  const suite = suites.find((it) => it.signs(proof));
  if (!suite)
    return { ...about, ...unsupported('unknown-suite', `proofs of the suite ${quoted(name)} are not verified`) };
  if (proof.previousProof !== undefined)
    return { ...about, ...unsupported('proof-chain', 'proofs that build on another proof are not verified') };
  if (method === undefined) return { ...about, ...malformed('a proof names no verification method') };
  if (typeof proof.proofValue !== 'string') return { ...about, ...malformed('a proof has no proofValue') };
  const { issuer, purpose = 'assertionMethod', keys } = context;
  const key = await resolveProofKey({ method, issuer, purpose }, context.source, keys);
  const checked = await checkSignature(suite, proof, key, documentContext, context.document);
  return { ...about, key, ...checked, ...(checked.signature === 'valid' && afterthoughts(proof, purpose, context.at)) };
}

type Checked = Pick<ProofFinding, 'signature' | 'code' | 'detail' | 'objection' | 'retryable'>;

async function checkSignature(
  suite: EmbeddedSuite,
  proof: JsonObject,
  key: KeyResolution,
  documentContext: unknown,
  document: CanonicalDocument,
): Promise<Checked> {
  if (key.kind === 'unresolvable')
    return {
      signature: 'unchecked',
      code: key.code,
      detail: `the key was not found: ${key.detail}`,
      objection: 'unresolvable_key',
      retryable: key.retryable,
    };
  if (key.kind === 'unproven' && (!key.key || !key.jwk))
    return {
      signature: 'unchecked',
      code: 'no-key',
      detail: key.detail,
      objection: 'unresolvable_key',
      retryable: key.retryable,
    };
  const signed = await suite.signedBytes(proof, document, documentContext);
  if (!signed.ok)
    return signed.kind === 'malformed'
      ? { ...malformed(signed.detail), code: signed.code }
      : unsupported(signed.code, signed.detail);
  const signature = suite.signatureOf(proof);
  if (!signature) return invalid('the proofValue is no signature of this suite');
  if (!key.jwk || !key.key || !suite.takesKey(key.jwk))
    return invalid(`the key ${quoted(key.method)} is no ${suite.keyName} key, which this suite takes`);
  return suite.verify(key.key, signed.bytes, signature)
    ? {
        signature: 'valid',
        code: 'signature-valid',
        detail: `the signature was made with the key ${quoted(key.method)}`,
      }
    : invalid(`the signature was not made over this content with the key ${quoted(key.method)}`);
}

/** What the proof says about itself; only believed once its signature has been found valid. */
function afterthoughts(proof: JsonObject, purpose: KeyPurpose, at: Date): Partial<ProofFinding> {
  if (proof.proofPurpose !== purpose)
    return { objection: 'malformed', code: 'proof-purpose', detail: `the purpose of the proof is not ${purpose}` };
  for (const name of ['created', 'expires'] as const)
    if (proof[name] !== undefined && !parseInstant(proof[name]))
      return { objection: 'malformed', code: 'proof-date', detail: `"${name}" of the proof is no date with a zone` };
  const expires = parseInstant(proof.expires);
  if (expires && expires <= at)
    return {
      objection: 'expired',
      code: 'proof-expired',
      detail: `the proof itself was good until ${expires.toISOString()}`,
    };
  return {};
}

function invalid(detail: string): Checked {
  return { signature: 'invalid', code: 'signature-invalid', detail, objection: 'invalid_signature' };
}

function malformed(detail: string): Checked {
  return { signature: 'unchecked', code: 'malformed-proof', detail, objection: 'malformed' };
}

function unsupported(code: string, detail: string): Checked {
  return { signature: 'unsupported', code, detail };
}
