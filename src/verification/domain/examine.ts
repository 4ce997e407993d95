import type { Finding } from './checks/check.js';
import type { CheckDefinition, Examined } from './checks/check-definition.js';
import type { DocumentSource } from './document-source.js';
import { andThen, type Eventually } from './eventually.js';
import type { CredentialFacts } from './facts/credential-facts.js';
import { factsOfRead } from './facts/facts-of-read.js';
import { CanonicalDocument, type LaneSettings } from './json-ld/canonical-document.js';
import type { ContextLibrary } from './json-ld/pinned-contexts.js';
import { type CheckedFinding, type Judgement, judge } from './judge.js';
import type { OrganizationKeys } from './keys/index.js';
import { type EmbeddedProofContext, checkEmbeddedProofs } from './proofs/embedded-proofs.js';
import type { IssuedChallenges } from './presentation/issued-challenge.js';
import { checkJadesProofs } from './proofs/jades-proofs.js';
import { checkJwtProof } from './proofs/jwt-proof.js';
import { checkDisclosures } from './proofs/disclosures.rule.js';
import type { ProofFinding } from './proofs/proof-finding.js';
import type { ReadCredential } from './reading/read-result.js';
import { stopwatch } from './stopwatch.js';
import type { Objection } from './verdict.js';

export interface ExaminationPlan {
  at: Date;
  source: DocumentSource;
  contexts?: ContextLibrary | undefined;
  lanes?: LaneSettings | undefined;
  /** Keys and authorities that the organization itself vouches for. */
  keys?: OrganizationKeys | undefined;
  /** Challenges that were issued to whoever handed it in. */
  challenges?: IssuedChallenges | undefined;
  checks: readonly CheckDefinition[];
  /** Checks of credentials that this one points to; they must not follow pointers in turn. */
  checksOfOthers: readonly CheckDefinition[];
  /** Checks of endorsements in this one, which may point to others. */
  checksOfEndorsements: readonly CheckDefinition[];
  /** Whether documents that it leads to can still become credentials of their own. */
  mayTakeOut?: boolean | undefined;
  /** A stopwatch in milliseconds; without it checks are not timed. */
  elapsedMs?: (() => number) | undefined;
}

export interface Examination {
  facts: CredentialFacts;
  proofs: readonly ProofFinding[];
  signature: Examined['signature'];
  findings: CheckedFinding[];
}

/** Runs checks over a credential that was read: its facts and proofs are worked out once, then each check looks at them. */
export function examine(read: ReadCredential, plan: ExaminationPlan): Eventually<Examination> {
  const { at, source, contexts } = plan;
  const canonical = new CanonicalDocument(read.credential, { contexts, ...plan.lanes });
  const facts = factsOfRead(read);
  const watch = stopwatch(plan.elapsedMs);
  const looked = proofsOf(read, {
    document: canonical,
    source,
    at,
    keys: plan.keys,
    issuer: facts.issuer?.id ?? facts.holder,
    purpose: read.format === 'verifiable-presentation' ? 'authentication' : 'assertionMethod',
  });
  return andThen(looked, (proofs) => {
    // The signatures are worked out ahead, since several checks look at them; that time is the proof check's own.
    const spentOnProofs = watch();
    const findings: CheckedFinding[] = [];
    const objections = new Set<Objection>();
    const examined: Examined = {
      read,
      facts,
      at,
      source,
      canonical,
      proofs,
      signature: signatureOf(proofs),
      objections,
      found: findings,
      mayTakeOut: plan.mayTakeOut ?? false,
      challenges: plan.challenges,
      verifyOther: verifierBy(plan, plan.checksOfOthers),
      verifyEndorsement: verifierBy(plan, plan.checksOfEndorsements),
      verifyToken: (token, issuer) => checkJwtProof(token, { issuer }, source, { keys: plan.keys, at }),
    };
    const note = ({ id }: CheckDefinition, found: readonly Finding[]): void => {
      const spent = watch();
      const durationMs = id === 'proof' && spent !== undefined ? spent + (spentOnProofs ?? 0) : spent;
      for (const finding of found) {
        findings.push(checkedBy(id, finding, durationMs));
        if (finding.objection) objections.add(finding.objection);
      }
    };
    return andThen(runAll(plan.checks, examined, note), () => {
      return { facts: withCertificates(facts, proofs), proofs, signature: examined.signature, findings };
    });
  });
}

/** Runs checks one after the other. Most need to wait for nothing, and then neither does what comes after. */
function runAll(
  checks: readonly CheckDefinition[],
  examined: Examined,
  note: (check: CheckDefinition, found: readonly Finding[]) => void,
): Eventually<void> {
  for (const [place, check] of checks.entries()) {
    const running = check.run(examined);
    if (running instanceof Promise)
      return running.then((found) => {
        note(check, found);
        return runAll(checks.slice(place + 1), examined, note);
      });
    note(check, running);
  }
}

/** Most findings have an outcome, a code and a sentence, and these are put together without looking for more. */
function checkedBy(id: string, finding: Finding, durationMs: number | undefined): CheckedFinding {
  const { outcome, code, detail, subject } = finding;
  const isPlain = outcome === 'pass' || outcome === 'skipped';
  const checked: CheckedFinding = isPlain && !tellsMore(finding) ? { id, outcome, code, detail } : { id, ...finding };
  if (subject !== undefined) checked.subject = subject;
  if (durationMs !== undefined) checked.durationMs = durationMs;
  return checked;
}

const tellsMore = ({ goodForMs, presented, endorsements, ledTo, retryable, objection }: Finding): boolean =>
  goodForMs !== undefined ||
  presented !== undefined ||
  endorsements !== undefined ||
  ledTo !== undefined ||
  retryable !== undefined ||
  objection !== undefined;

function withCertificates(facts: CredentialFacts, proofs: readonly ProofFinding[]): CredentialFacts {
  for (const { key } of proofs)
    if (key && key.kind !== 'unresolvable' && key.chain) return { ...facts, certificates: key.chain.certificates };
  return facts;
}

function proofsOf(read: ReadCredential, context: EmbeddedProofContext): Eventually<readonly ProofFinding[]> {
  const { jwt, sdJwt, jades } = read;
  const { source, at, keys, purpose } = context;
  if (jades) return checkJadesProofs(jades, context.issuer, source, { keys, at });
  if (jwt) {
    const { iss } = jwt.claims;
    const issuer = context.issuer ?? (typeof iss === 'string' ? iss : undefined);
    return andThen(checkJwtProof(jwt, { issuer, purpose }, source, { keys, at }), (finding) => [
      sdJwt ? checkDisclosures(finding, sdJwt) : finding,
    ]);
  }
  return read.securing === 'embedded' ? checkEmbeddedProofs(read.credential, context) : [];
}

/** One wrong signature is enough: a set of proofs is no choice from which the good one is picked. */
function signatureOf(proofs: readonly ProofFinding[]): Examined['signature'] {
  if (proofs.length === 0) return 'none';
  if (proofs.some(({ objection }) => objection === 'unsigned')) return 'none';
  if (proofs.some(({ signature }) => signature === 'invalid')) return 'invalid';
  const known = proofs.filter(({ signature }) => signature !== 'unsupported');
  return known.length > 0 && known.every(({ signature }) => signature === 'valid') ? 'valid' : 'unchecked';
}

function verifierBy(
  plan: ExaminationPlan,
  checks: readonly CheckDefinition[],
): (read: ReadCredential) => Promise<Judgement & { facts: CredentialFacts }> {
  return async (read) => {
    const { findings, facts } = await examine(read, { ...plan, checks });
    return { ...judge(findings), facts };
  };
}
