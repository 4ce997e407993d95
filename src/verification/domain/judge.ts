import type { Finding } from './checks/check.js';
import { type Objection, objections, type Reason, type Verdict } from './verdict.js';

/** A finding and the check that made it. */
export interface CheckedFinding extends Finding {
  id: string;
}

export interface Judgement {
  verdict: Verdict;
  /** The first of `reasons`. */
  reason: Reason;
  /** All that applies, the worst first. */
  reasons: Reason[];
  /** The verdict is `unverifiable` and time alone may change that. */
  retryable: boolean;
  /** Whether it was shown that the named issuer signed this. */
  issuerIdentity: 'proven' | 'unproven';
}

const verdictOf: Record<Objection, Verdict> = {
  invalid_signature: 'failed',
  malformed: 'failed',
  unsigned: 'failed',
  issuer_mismatch: 'failed',
  revoked: 'failed',
  suspended: 'failed',
  expired: 'failed',
  not_yet_valid: 'failed',
  unresolvable_key: 'unverifiable',
  binding_unproven: 'unverifiable',
  status_list_invalid: 'unverifiable',
  status_unavailable: 'unverifiable',
  unsupported: 'unsupported',
};

/**
 * Adds up what all checks found.
 *
 * Shown wrong outweighs not shown, and that outweighs not known how: the reasons stand in the order of
 * {@link objections} and the first gives the verdict. So a badge that ran out is `expired` even if its key was never
 * proven, since no proof could make it good again. Of a document whose signature is wrong nothing else is said: what it
 * says about itself is not its issuer's word.
 *
 * Verified is only what no check speaks against and for which a signature and its binding were both found good; a check
 * that was forgotten can never verify anything.
 */
export function judge(findings: readonly CheckedFinding[]): Judgement {
  const raised = new Set<Objection>();
  for (const { objection } of findings) if (objection) raised.add(objection);
  const sorted = raised.size === 0 ? [] : objections.filter((it) => raised.has(it));
  const reasons: Objection[] = raised.has('invalid_signature') ? ['invalid_signature'] : sorted;
  const issuerIdentity = isIssuerProven(findings) ? 'proven' : 'unproven';
  const [reason] = reasons;
  if (reason === undefined)
    return issuerIdentity === 'proven'
      ? { verdict: 'verified', reason: 'valid', reasons: ['valid'], retryable: false, issuerIdentity }
      : { verdict: 'unsupported', reason: 'unsupported', reasons: ['unsupported'], retryable: false, issuerIdentity };
  const verdict = verdictOf[reason];
  const objecting = findings.filter(({ objection }) => objection !== undefined);
  const retryable = verdict === 'unverifiable' && objecting.every((it) => it.retryable === true);
  return { verdict, reason, reasons, retryable, issuerIdentity };
}

const aboutIssuer = ['proof', 'binding', 'claims'];

function isIssuerProven(findings: readonly CheckedFinding[]): boolean {
  let [isProven, isBound] = [false, false];
  for (const { id, outcome, objection } of findings) {
    if (objection !== undefined && aboutIssuer.includes(id)) return false;
    if (id === 'proof' && outcome === 'pass') isProven = true;
    if (id === 'binding' && outcome === 'pass') isBound = true;
  }
  return isProven && isBound;
}
