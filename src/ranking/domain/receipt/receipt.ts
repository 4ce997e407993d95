import type { RankingBasis } from '../explanation.js';
import type { FirstDifference } from './first-difference.js';
import type { ReceiptInput, ReceiptInputs } from './receipt-inputs.js';

/** A ranking as it was at one moment, sealed with hashes of all that it was worked out from. */
export interface Receipt {
  readonly id: string;
  readonly roleProfileId: string;
  /** The pool: those who applied for this job; null for everyone. */
  readonly job: string | null;
  readonly basis: RankingBasis;
  readonly sequence: number;
  readonly candidates: number;
  readonly inputs: ReceiptInputs;
  /** SHA-256 of the ordered list, in hex. */
  readonly list: string;
  /** SHA-256 over profile, job, inputs and list; also in the audit log. */
  readonly seal: string;
  readonly sealedBy: string;
  readonly sealedAt: Date;
}

export interface ReplayedInput {
  readonly input: ReceiptInput;
  readonly sealed: string;
  readonly now: string;
  readonly same: boolean;
}

/** What came of working a sealed ranking out again. */
export interface Replay {
  /** Every input and the list are the same, and the receipt is as it was sealed. */
  readonly identical: boolean;
  /** Whether what is kept still fits its own seal. */
  readonly sealIntact: boolean;
  readonly inputs: readonly ReplayedInput[];
  readonly sameList: boolean;
  readonly firstDifferentInput: ReceiptInput | null;
  readonly firstDifference: FirstDifference | null;
}

/** Receipts of larger pools are refused: seal the ranking of a job. */
export const MOST_SEALED = 50_000;
