import type { Outcome, ReasonCode } from './decision.js';
import type { OrderOverride } from './order-override.js';

/** Where the candidate stood when the decision was taken, and what fixed the order. */
export interface DecidedStanding {
  /** From 1, among those who applied for the job. */
  readonly rank: number;
  readonly poolSize: number;
  readonly band: string;
  readonly score: number;
  readonly formula: string;
  readonly policyVersion: number;
  readonly asOf: string;
  readonly sequence: number;
}

export interface RecordedDecision {
  readonly id: string;
  readonly applicationId: string;
  readonly outcome: Outcome;
  readonly reasonCode: ReasonCode;
  readonly note: string | null;
  /** The ranking it was taken from; null when none was named. */
  readonly roleProfileId: string | null;
  readonly profileVersion: number | null;
  readonly standing: DecidedStanding | null;
  readonly override: OrderOverride | null;
  /** Issuer and subject of the person's token. */
  readonly decidedBy: string;
  readonly decidedAt: Date;
}
