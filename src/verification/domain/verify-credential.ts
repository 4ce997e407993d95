import { boundedSource } from './bounded-source.js';
import { findingsOnCarrier } from './carrier.js';
import type { Check } from './checks/check.js';
import {
  checksOfCredential,
  checksOfEndorsement,
  checksOfPresentation,
  checksOfSignedDocument,
} from './checks/checks.js';
import { findingsOnContained, takenOut } from './contained.js';
import type { DocumentSource } from './document-source.js';
import { endorsementBy, type IssuerEndorsement } from './endorsements/issuer-endorsement.js';
import { type Examination, examine } from './examine.js';
import type { CredentialFacts } from './facts/credential-facts.js';
import { textOfValue } from './facts/text.js';
import type { JsonObject } from './json.js';
import type { OrganizationKeys } from './keys/index.js';
import type { LaneSettings } from './json-ld/canonical-document.js';
import type { ContextLibrary } from './json-ld/pinned-contexts.js';
import { type CheckedFinding, judge } from './judge.js';
import { followLink } from './links/follow-link.js';
import { verifyBadge } from './open-badges-2/verify-badge.js';
import { readDocument } from './read-document.js';
import type { ContainedDocument } from './reading/contained-document.js';
import type { FormatName, ReadBadge, ReadLink, UnreadDocument, ReadCredential } from './reading/read-result.js';
import type { IssuedChallenges } from './presentation/issued-challenge.js';
import { type KnownIdentities, type RecipientFact, matchRecipient } from './recipient/match-recipient.js';
import { nobodyVouches, recipientOf } from './recipient/recipient-of.js';
import type { Reason, Verdict } from './verdict.js';

export interface VerificationContext {
  /** What every rule calls now. */
  at: Date;
  /** Whose credential it is said to be. */
  candidate: KnownIdentities;
  /** The only way to documents of others: keys, status lists. */
  source: DocumentSource;
  /** JSON-LD contexts that the operator pinned beside those of the product. */
  contexts?: ContextLibrary;
  /** Who works out canonical forms, and who wants to know of it. */
  lanes?: LaneSettings;
  /** Keys and authorities that the organization itself vouches for. */
  keys?: OrganizationKeys;
  /** Challenges that were issued to the candidate; without them no presentation answers one. */
  challenges?: IssuedChallenges;
  /** Where the document was found, when it was fetched and not handed in. */
  foundAt?: string | undefined;
  /** A stopwatch in milliseconds, to say how long each check took; without it nothing is timed. */
  elapsedMs?: () => number;
  /** How many documents inside this one may still be taken out to be judged on their own; all that are allowed without it. */
  mayContain?: number;
}

/** All that is known about a document after every check. */
export interface VerificationReport {
  format: FormatName;
  verdict: Verdict;
  /** The first of `reasons`. */
  reason: Reason;
  /** All that applies, the worst first. */
  reasons: Reason[];
  checks: Check[];
  /** Null when the document is no credential that can be read. */
  facts: CredentialFacts | null;
  recipient: RecipientFact;
  /** The verdict is `unverifiable` and time alone may change that. */
  retryable: boolean;
  issuerIdentity: 'proven' | 'unproven';
  /** What the document that proved the issuer's key calls it; self-asserted too, but not by this credential. */
  issuerDocumentName?: string;
  /** How long the issuer lets the status be relied on, in milliseconds; the shortest of several, absent when none says. */
  statusGoodForMs?: number;
  /** Who stands by the issuer, or by those whom an endorsement is about; only where the document itself is verified. */
  endorsements?: readonly IssuerEndorsement[];
  /** A badge of the generations before 3.0 as it counts, in the words of 2.0 and with its parts written out in it. */
  resolved?: JsonObject;
  /** The request that was answered with it, and the holder who did; to be claimed, since each may be answered once. */
  presented?: { requestId: string; holder: string };
  /** Documents inside this one, which have no part in its verdict: each is to be judged on its own. */
  contained: readonly ContainedDocument[];
}

/**
 * Verifies whatever bytes were handed in as a credential. Never rejects, whatever the bytes or the documents of others
 * are; at most 20 documents are loaded. The same bytes, documents and instant give the same report.
 *
 * @param hint the content type as declared; the bytes decide
 */
export async function verifyCredential(
  bytes: Uint8Array,
  hint: string | undefined,
  context: VerificationContext,
): Promise<VerificationReport> {
  const read = readDocument(bytes, hint);
  if (read.kind === 'badge') return reportOfBadge(read, context);
  if (read.kind === 'link') return reportOfLink(read, context);
  if (read.kind !== 'credential') return reportOfUnread(read, context);
  const source = boundedSource(context.source);
  const { at, contexts, lanes, keys, elapsedMs, challenges, mayContain } = context;
  const examining = examine(read, {
    at,
    source,
    contexts,
    lanes,
    keys,
    elapsedMs,
    challenges,
    mayTakeOut: mayContain !== 0,
    checks: read.format === 'verifiable-presentation' ? checksOfPresentation : checksOfCredential,
    checksOfOthers: checksOfSignedDocument,
    checksOfEndorsements: checksOfEndorsement,
  });
  const examination = examining instanceof Promise ? await examining : examining;
  const { facts } = examination;
  const findings = [...findingsOnCarrier(read), ...examination.findings, ...findingsOnContained(read, mayContain)];
  const { verdict, reason, reasons, retryable, issuerIdentity } = judge(findings);
  // Written out and set one by one: to spread parts into it takes longer than several checks do.
  const report: VerificationReport = {
    format: read.format,
    verdict,
    reason,
    reasons,
    retryable,
    issuerIdentity,
    checks: findings.map((finding) => published(finding, at)),
    facts,
    recipient: recipientOf(read, examination, context.candidate),
    contained: takenOut(withLedTo(read, findings), mayContain),
  };
  const endorsements = endorsementsIn(read.format, verdict, facts, findings);
  const presented = findings.find((finding) => finding.presented)?.presented;
  const issuerDocumentName = cleanName(nameInDocument(examination));
  const statusGoodForMs = shortestOf(findings);
  if (endorsements.length > 0) report.endorsements = endorsements;
  if (presented) report.presented = presented;
  if (issuerDocumentName !== undefined) report.issuerDocumentName = issuerDocumentName;
  if (statusGoodForMs !== undefined) report.statusGoodForMs = statusGoodForMs;
  return report;
}

/** The credential that a link leads to is judged in its place; what it says is read from the copy that is kept apart. */
async function reportOfLink(read: ReadLink, context: VerificationContext): Promise<VerificationReport> {
  const { at } = context;
  // One budget for finding the credential and for verifying it.
  const source = boundedSource(context.source);
  const { only, findings, contained } = await followLink(read, source);
  const own = [
    ...findings,
    ...findingsOnCarrier(read),
    ...findingsOnContained({ ...read, contained }, context.mayContain),
  ];
  const taken = takenOut({ ...read, contained }, context.mayContain);
  const checks = own.map((finding) => published(finding, at));
  if (only) {
    const judged = await verifyCredential(only.bytes, only.contentType, { ...context, source, foundAt: only.url });
    const { resolved: _ofTheCopy, ...report } = judged;
    return { ...report, checks: [...checks, ...report.checks], contained: taken };
  }
  return { format: read.format, ...judge(own), checks, facts: null, recipient: nothingRead, contained: taken };
}

async function reportOfBadge(read: ReadBadge, context: VerificationContext): Promise<VerificationReport> {
  const { at, keys, foundAt, elapsedMs } = context;
  const source = boundedSource(context.source);
  const examination = await verifyBadge(read, { at, source, keys, foundAt, elapsedMs });
  const { facts, isVouchedFor, resolved } = examination;
  const issuerDocumentName = cleanName(textOfValue(examination.issuerDocumentName));
  const findings = [...findingsOnCarrier(read), ...examination.findings];
  const judgement = judge(findings);
  const endorsements = endorsementsIn(read.format, judgement.verdict, facts, findings);
  return {
    format: read.format,
    ...judgement,
    checks: findings.map((finding) => published(finding, at)),
    facts,
    ...(endorsements.length > 0 && { endorsements }),
    recipient: isVouchedFor ? matchRecipient(facts, context.candidate) : nobodyVouches,
    ...(issuerDocumentName !== undefined && { issuerDocumentName }),
    resolved,
    contained: [],
  };
}

function reportOfUnread(read: UnreadDocument, { at, mayContain }: VerificationContext): VerificationReport {
  const finding: CheckedFinding =
    read.kind === 'malformed'
      ? { id: 'format', outcome: 'fail', objection: 'malformed', code: read.code, detail: read.detail }
      : { id: 'format', outcome: 'unknown', objection: 'unsupported', code: read.format, detail: read.detail };
  const findings = [finding, ...findingsOnCarrier(read), ...findingsOnContained(read, mayContain)];
  return {
    format: read.format,
    ...judge(findings),
    checks: findings.map((it) => published(it, at)),
    facts: null,
    recipient: nothingRead,
    contained: takenOut(read, mayContain),
  };
}

/** The document with those that its checks led to beside those that are in it. */
function withLedTo(read: ReadCredential, findings: readonly CheckedFinding[]): ReadCredential {
  const documents: ContainedDocument[] = [];
  for (const { ledTo } of findings) if (ledTo) documents.push(ledTo);
  return documents.length === 0 ? read : { ...read, contained: [...(read.contained ?? []), ...documents] };
}

const nothingRead: RecipientFact = {
  outcome: 'not_checked',
  code: 'unreadable',
  detail: 'the document could not be read as a credential',
};

const longestName = 200;

function nameInDocument({ proofs }: Examination): string | undefined {
  for (const { key, signature } of proofs)
    if (signature === 'valid' && key?.kind === 'resolved' && key.documentName !== undefined) return key.documentName;
  return undefined;
}

function cleanName(name: string | undefined): string | undefined {
  // Documents of keys are read less strictly than credentials, and this text is stored and shown.
  const clean = name
    ?.slice(0, longestName)
    .replace(/[\p{Cc}\p{Surrogate}]/gu, '')
    .trim();
  return clean === '' ? undefined : clean;
}

/** Who stands by whom, in a document that is verified itself; of others nobody is said to. */
function endorsementsIn(
  format: FormatName,
  verdict: Verdict,
  facts: CredentialFacts,
  findings: readonly CheckedFinding[],
): IssuerEndorsement[] {
  if (verdict !== 'verified') return [];
  const endorsements = format === 'endorsement' ? endorsementBy(facts, verdict, '') : [];
  for (const finding of findings) if (finding.endorsements) endorsements.push(...finding.endorsements);
  return endorsements;
}

function shortestOf(findings: readonly CheckedFinding[]): number | undefined {
  let shortest = Infinity;
  for (const { goodForMs } of findings) if (goodForMs !== undefined && goodForMs < shortest) shortest = goodForMs;
  return shortest === Infinity ? undefined : shortest;
}

function published(finding: CheckedFinding, checkedAt: Date): Check {
  const { id, outcome, code, detail, subject, durationMs } = finding;
  const check: Check = { id, outcome, code, detail, checkedAt };
  if (subject !== undefined) check.subject = subject;
  if (durationMs !== undefined) check.durationMs = Math.round(durationMs * 100) / 100;
  return check;
}
