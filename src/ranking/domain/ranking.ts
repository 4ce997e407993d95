import type { ScorableProfile } from './compiled-profile.js';
import type { Band } from './gates.js';
import type { ScoringPolicy } from './scoring-policy.js';
import type { RequirementState } from './states.js';

/** Sort values of the last candidate of the page before. */
export interface RankingPosition {
  readonly band: Band;
  readonly score: number;
  readonly ordinal: number;
}

export interface RankingRequest {
  readonly profile: ScorableProfile;
  readonly policy: ScoringPolicy;
  readonly asOf: Date;
  readonly limit: number;
  /** The pool: those who applied for this job; everyone when absent. */
  readonly job?: string | undefined;
  readonly bands?: readonly Band[] | undefined;
  /** Part of the candidate's name, in any case. */
  readonly q?: string | undefined;
  readonly after?: RankingPosition | undefined;
  /** Only these candidates, at the ranks they have in the pool. */
  readonly candidateIds?: readonly string[] | undefined;
  /** Only those of the pool with these ordinals, at the ranks they have in it; ascending. */
  readonly ordinals?: Int32Array | undefined;
}

/** A whole pool in order. */
export type OrderRequest = Pick<RankingRequest, 'profile' | 'policy' | 'asOf' | 'job'>;

export interface RankedCandidate {
  readonly candidateId: string;
  readonly ordinal: number;
  readonly rank: number;
  readonly band: Band;
  readonly score: number;
  readonly scoreLow: number;
  readonly scoreHigh: number;
  readonly requirements: readonly RankedRequirement[];
}

export interface RankedRequirement {
  readonly requirementId: string;
  readonly state: RequirementState;
  /** Before a group drops its weaker members. */
  readonly points: number;
  readonly credentialId: string | null;
}

/** Exact counts of the pool after `q`, before `bands`. */
export interface RankingTotals {
  readonly all: number;
  readonly qualified: number;
  readonly readySoon: number;
  readonly notYet: number;
}

export interface RankingAnswer {
  readonly rows: readonly RankedCandidate[];
  readonly totals: RankingTotals;
  /** Of the whole pool, whatever was searched for. */
  readonly poolSize: number;
  /** How many changes of candidates and holdings the answer has seen. */
  readonly sequence: number;
}
