import type { DocumentSource } from '../document-source.js';
import { andThen, type Eventually } from '../eventually.js';
import type { JsonObject } from '../json.js';
import {
  type JwtKeyHints,
  type KeyFamily,
  type KeyPurpose,
  type KeyResolution,
  type KeyTrust,
  resolveJwtKey,
} from '../keys/index.js';
import { quoted } from '../quoted.js';
import type { CompactJws } from '../reading/compact-jws.js';
import { passingBytesOf } from '../reading/scratch.js';
import { type JwsAlgorithm, jwsAlgorithms } from './jws-algorithms.js';
import { type CheckedSignature, malformed, problemOfHeader } from './jws-header.rule.js';
import type { ProofFinding } from './proof-finding.js';

/** Whose key it should be, as the document says, and for what. */
export interface KeyOwner {
  issuer: string | undefined;
  purpose?: KeyPurpose | undefined;
  /** Critical parameters of the header that the caller keeps to; none when absent. */
  critical?: ReadonlySet<string>;
}

/**
 * Checks the signature of a JWT that a credential or a status list is.
 *
 * The algorithm must be one of {@link jwsAlgorithms} and fit the kind of key. A key in the header (`jwk`, `x5c`) is only
 * one to calculate with; whose it is must be shown by the issuer, by the organization or by an authority it trusts.
 */
export function checkJwtProof(
  jwt: CompactJws,
  owner: KeyOwner,
  source: DocumentSource,
  trust?: KeyTrust,
): Eventually<ProofFinding> {
  const { alg } = jwt.header;
  const suite = typeof alg === 'string' ? alg : 'none';
  const checked = problemOfHeader(jwt.header, owner.critical) ?? checkSignature(jwt, owner, source, trust);
  return andThen(checked, (found): ProofFinding =>
    Object.assign<Pick<ProofFinding, 'subject' | 'suite'>, CheckedSignature>({ subject: 'jws', suite }, found),
  );
}

function checkSignature(
  jwt: CompactJws,
  { issuer, purpose }: KeyOwner,
  source: DocumentSource,
  trust: KeyTrust | undefined,
): Eventually<CheckedSignature> {
  const algorithm = jwsAlgorithms.get(String(jwt.header.alg));
  if (!algorithm || issuer === undefined)
    return malformed('issuer', 'the JWT names no issuer whose key could be looked for');
  const looked = resolveJwtKey(hintsIn(jwt.header, issuer, purpose), source, trust);
  return andThen(looked, (key) => checkWithKey(jwt, algorithm, key));
}

function checkWithKey(
  { header, signature, signingInput }: CompactJws,
  algorithm: JwsAlgorithm,
  key: KeyResolution,
): CheckedSignature {
  const { alg } = header;
  if (key.kind === 'unresolvable') return unresolvable(key, key.code, `the key was not found: ${key.detail}`);
  if (!key.key || !key.jwk)
    return unresolvable(key, 'no-key', key.kind === 'unproven' ? key.detail : 'the key has no material');
  if (!algorithm.takesKey(key.jwk) || !isMeantFor(key.jwk, String(alg)))
    return {
      key,
      ...invalid(`the key ${quoted(key.method)} is not for ${quoted(String(alg))} (${algorithm.keyName})`),
    };
  if (!algorithm.verify(key.key, passingBytesOf(signingInput, 'utf8'), signature))
    return { key, ...invalid(`the JWT was not signed over this content with the key ${quoted(key.method)}`) };
  const detail = `the JWT was signed with the key ${quoted(key.method)}`;
  return { key, signature: 'valid', code: 'signature-valid', detail };
}

function hintsIn(header: JsonObject, issuer: string, purpose: KeyPurpose | undefined): JwtKeyHints {
  const { kid, jwk, x5c, 'x5t#S256': thumbprint } = header;
  const hints: JwtKeyHints = { issuer };
  if (purpose) hints.purpose = purpose;
  if (typeof kid === 'string') hints.kid = kid;
  if (jwk !== undefined) hints.jwk = jwk;
  if (x5c !== undefined) hints.x5c = x5c;
  if (thumbprint !== undefined) hints.thumbprint = thumbprint;
  return hints;
}

/** A JWK may be meant for one algorithm only; the two names of Ed25519 mean the same. */
function isMeantFor(family: KeyFamily, alg: string): boolean {
  const sameName = (name: string) => (name === 'Ed25519' ? 'EdDSA' : name);
  return family.alg === undefined || sameName(family.alg) === sameName(alg);
}

function unresolvable(key: KeyResolution, code: string, detail: string): CheckedSignature {
  const retryable = key.kind !== 'resolved' && key.retryable;
  return { key, signature: 'unchecked', code, detail, objection: 'unresolvable_key', retryable };
}

function invalid(detail: string): CheckedSignature {
  return { signature: 'invalid', code: 'signature-invalid', detail, objection: 'invalid_signature' };
}
