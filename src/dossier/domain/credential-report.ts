import { checkQuestions, reasonSentences, type Check, type Reason } from '../../verification/index.js';
import type { ShownEvidence } from './stated-evidence.js';

/** What the report is made of, as the verification in force left it. */
export interface ReportedCredential {
  readonly id: string;
  readonly candidateId: string;
  readonly sha256: string;
  readonly fileName: string | null;
  readonly submittedAt: Date;
  readonly format: string | null;
  readonly verdict: string | null;
  readonly reason: string | null;
  readonly reasons: readonly string[] | null;
  readonly checks: readonly object[] | null;
  readonly recipient: { readonly outcome: string; readonly detail: string } | null;
  readonly rulesVersion: string | null;
  readonly verifiedAt: Date | null;
  readonly nextCheckAt: Date | null;
  readonly durationMs: number | null;
  readonly evidence: readonly ShownEvidence[];
}

/** One check as it is shown: with the question that it answers. */
export type ReportedCheck = Check & { readonly asks: string | null };

/** A verification for people: the same as JSON and as a page. */
export interface CredentialReport {
  readonly credentialId: string;
  readonly candidateId: string;
  readonly sha256: string;
  readonly fileName: string | null;
  readonly submittedAt: Date;
  readonly format: string | null;
  readonly verdict: string | null;
  readonly reason: string | null;
  /** One sentence for each reason, the worst first. */
  readonly explanation: readonly string[];
  /** What happens next by itself. */
  readonly outlook: string;
  readonly checks: readonly ReportedCheck[];
  readonly recipient: { readonly outcome: string; readonly detail: string } | null;
  /** What the issuer attached in support, with what was found at each link. */
  readonly evidence: readonly ShownEvidence[];
  readonly rulesVersion: string | null;
  readonly verifiedAt: Date | null;
  readonly nextCheckAt: Date | null;
  readonly durationMs: number | null;
}

export function credentialReportOf(credential: ReportedCredential): CredentialReport {
  const { id, reasons, checks, ...rest } = credential;
  const { candidateId, sha256, fileName, submittedAt, format, verdict, reason, recipient } = rest;
  return {
    credentialId: id,
    candidateId,
    sha256,
    fileName,
    submittedAt,
    format,
    verdict,
    reason,
    explanation: (reasons ?? []).flatMap((it) => reasonSentences[it as Reason] ?? []),
    outlook: outlookOf(credential),
    checks: (checks ?? []).map((check) => withQuestion(check as Check)),
    recipient,
    evidence: credential.evidence,
    rulesVersion: credential.rulesVersion,
    verifiedAt: credential.verifiedAt,
    nextCheckAt: credential.nextCheckAt,
    durationMs: credential.durationMs,
  };
}

function withQuestion(check: Check): ReportedCheck {
  return { ...check, asks: checkQuestions.get(check.id) ?? null };
}

function outlookOf({ verdict, nextCheckAt }: ReportedCredential): string {
  if (verdict === null) return 'It has not been checked yet; the check is under way.';
  if (nextCheckAt === null) return 'It is not checked again by itself; anybody who may see it can ask for a new check.';
  const when = nextCheckAt.toISOString();
  return verdict === 'unverifiable' ? `It will be tried again at ${when}.` : `It will be checked again at ${when}.`;
}
