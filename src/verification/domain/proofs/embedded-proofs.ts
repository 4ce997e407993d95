import { andThen, type Eventually } from '../eventually.js';
import { type JsonObject, idOf, isObject, listOf } from '../json.js';
import { CanonicalDocument } from '../json-ld/canonical-document.js';
import { type KeyPurpose, type KeyResolution, type OrganizationKeys, resolveProofKey } from '../keys/index.js';
import type { DocumentSource } from '../document-source.js';
import { quoted } from '../quoted.js';
import type { EmbeddedSuite } from './embedded-suite.js';
import { afterthoughtsOn } from './proof-afterthoughts.js';
import { previousProofsOf } from './proof-chain.js';
import type { ProofFinding } from './proof-finding.js';
import { type CheckedSignature, type SignedDocument, checkSignatureInLanes, invalid } from './signature-in-lanes.js';
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
export function checkEmbeddedProofs(
  credential: JsonObject,
  context: EmbeddedProofContext,
): Eventually<readonly ProofFinding[]> {
  const proofs = listOf(credential.proof);
  if (proofs.length > maxProofs) {
    const detail = `the credential has ${proofs.length} proofs; ${maxProofs} are the most`;
    return [{ subject: 'proof', suite: 'any', signature: 'unsupported', code: 'too-many-proofs', detail }];
  }
  const secured: Secured = { unsecured: context.document.signedDocument, all: proofs };
  if (proofs.length === 0) return [];
  if (!Array.isArray(credential.proof))
    return andThen(checkProof(proofs[0], 'proof', context, secured), (finding) => [finding]);
  return oneAfterTheOther(secured, context);
}

async function oneAfterTheOther(secured: Secured, context: EmbeddedProofContext): Promise<readonly ProofFinding[]> {
  const findings: ProofFinding[] = [];
  for (const [index, proof] of secured.all.entries())
    findings.push(await checkProof(proof, `proof/${index}`, context, secured));
  return findings;
}

interface Secured {
  /** The credential without its proofs. */
  unsecured: JsonObject;
  all: readonly unknown[];
}

function checkProof(
  proof: unknown,
  subject: string,
  context: EmbeddedProofContext,
  secured: Secured,
): Eventually<ProofFinding> {
  if (!isObject(proof) || typeof proof.type !== 'string')
    return { subject, suite: 'none', ...malformed('a proof is no object with a type') };
  const name = typeof proof.cryptosuite === 'string' ? `${proof.type}/${proof.cryptosuite}` : proof.type;
  const method = idOf(proof.verificationMethod);
  const suite = suites.find((it) => it.signs(proof));
  const known: Pick<ProofFinding, 'subject' | 'suite' | 'method' | 'signsOver'> = { subject, suite: name };
  if (method !== undefined) known.method = method;
  if (suite) known.signsOver = suite.signsOver;
  const found = (problem: CheckedSignature): ProofFinding => Object.assign(known, problem);
  if (!suite) return found(unsupported('unknown-suite', `proofs of the suite ${quoted(name)} are not verified`));
  if (method === undefined) return found(malformed('a proof names no verification method'));
  if (typeof proof.proofValue !== 'string') return found(malformed('a proof has no proofValue'));
  const chain = previousProofsOf(proof, secured.all);
  if (!chain.ok) return Object.assign(found(malformed(chain.detail)), { code: 'previous-proof' });
  const { issuer, purpose = 'assertionMethod', keys } = context;
  return andThen(resolveProofKey({ method, issuer, purpose }, context.source, keys), (key) =>
    andThen(checkSignature(suite, proof, key, signedDocument(context, secured, chain.builtOn)), (checked) => {
      const finding = Object.assign(known, { isChained: chain.builtOn.length > 0, key }, checked);
      if (checked.signature !== 'valid') return finding;
      return Object.assign(finding, afterthoughtsOn(proof, { suite, purpose, at: context.at }));
    }),
  );
}

function signedDocument(
  { document }: EmbeddedProofContext,
  { unsecured }: Secured,
  builtOn: JsonObject[],
): SignedDocument {
  if (builtOn.length === 0) return { document: unsecured, canonical: document };
  const whole = { ...unsecured, proof: builtOn };
  return { document: whole, canonical: new CanonicalDocument(whole, document.settings, 'with-proofs') };
}

function checkSignature(
  suite: EmbeddedSuite,
  proof: JsonObject,
  key: KeyResolution,
  signedOver: SignedDocument,
): Eventually<CheckedSignature> {
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
  if (!key.jwk || !key.key || !suite.takesKey(key.jwk))
    return invalid(`the key ${quoted(key.method)} is no ${suite.keyName} key, which this suite takes`);
  return checkSignatureInLanes(suite, proof, { key: key.key, family: key.jwk, method: key.method }, signedOver);
}

function malformed(detail: string): CheckedSignature {
  return { signature: 'unchecked', code: 'malformed-proof', detail, objection: 'malformed' };
}

function unsupported(code: string, detail: string): CheckedSignature {
  return { signature: 'unsupported', code, detail };
}
