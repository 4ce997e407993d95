import type { IssuerEndorsement } from '../endorsements/issuer-endorsement.js';
import type { ContainedDocument } from '../reading/contained-document.js';
import type { Objection } from '../verdict.js';

export type CheckOutcome = 'pass' | 'fail' | 'warning' | 'unknown' | 'skipped';

/** One test of a credential with its own outcome. */
export interface Check {
  /** Name of the check; several entries share it where there are several proofs or status entries. */
  id: string;
  /** `unknown`: could not be checked, which is neither good nor bad. */
  outcome: CheckOutcome;
  /** Stable word for programs. */
  code: string;
  /** A sentence for people: what was compared, and the URL that failed. */
  detail: string;
  /** Which of several things was checked. */
  subject?: string;
  checkedAt: Date;
  /** How long the check took, in milliseconds to two decimals; entries of one check share it. Absent when not timed. */
  durationMs?: number;
}

/** A check before it is dated and published: with what it means for the verdict. */
export interface Finding {
  outcome: CheckOutcome;
  code: string;
  detail: string;
  subject?: string;
  /** What it brings up against the credential; `warning` and `pass` never have one. */
  objection?: Objection;
  /** Time alone may mend it. */
  retryable?: boolean;
  /** How long the answer may be relied on, in milliseconds, where its source says so. */
  goodForMs?: number;
  /** Which request the holder answered with it, and who that is. */
  presented?: { requestId: string; holder: string };
  /** Somebody stands by the issuer, in a credential that was looked at. */
  endorsements?: readonly IssuerEndorsement[];
  /** A document that it led to, to be judged on its own. */
  ledTo?: ContainedDocument;
  /** How long its check took, in milliseconds. */
  durationMs?: number;
}

export function passed(code: string, detail: string, subject?: string): Finding {
  return subject === undefined ? { outcome: 'pass', code, detail } : { outcome: 'pass', code, detail, subject };
}

export function warned(code: string, detail: string, subject?: string): Finding {
  return { outcome: 'warning', code, detail, ...(subject !== undefined && { subject }) };
}

export function skipped(code: string, detail: string, subject?: string): Finding {
  return subject === undefined ? { outcome: 'skipped', code, detail } : { outcome: 'skipped', code, detail, subject };
}

export function failed(objection: Objection, code: string, detail: string, subject?: string): Finding {
  return { outcome: 'fail', objection, code, detail, ...(subject !== undefined && { subject }) };
}

/** Could not be checked, and that stands in the way of a verdict. */
export function undecided(objection: Objection, code: string, detail: string, rest: Partial<Finding> = {}): Finding {
  return { outcome: 'unknown', objection, code, detail, ...rest };
}
