import type { VerificationReport } from '../verification/index.js';

const codes: Readonly<Record<VerificationReport['verdict'], number>> = {
  verified: 0,
  failed: 1,
  unverifiable: 2,
  unsupported: 3,
};

/** For scripts: 0 only for what is verified and not shown to be somebody else's. */
export function exitCodeOf({ verdict, recipient }: Pick<VerificationReport, 'verdict' | 'recipient'>): number {
  return verdict === 'verified' && recipient.outcome === 'mismatch' ? 4 : codes[verdict];
}
