import type { ScorableProfile } from './compiled-profile.js';
import type { Band } from './gates.js';
import type { OrderRequest } from './ranking.js';
import type { RequirementState } from './states.js';

/** In the order in which they are applied. */
export const FILTER_NAMES = ['q', 'band', 'state', 'shortOnly', 'tier', 'proof'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

export interface StateFilter {
  readonly requirementId: string;
  /** Any of these passes. */
  readonly states: readonly RequirementState[];
}

/** Whom of a pool a reader wants to see. Ranks and totals stay those of the pool. */
export interface PoolFilter {
  readonly q?: string | undefined;
  readonly bands?: readonly Band[] | undefined;
  readonly states: readonly StateFilter[];
  /** A requirement: its level is too low, and with it met the candidate would be qualified. */
  readonly shortOnly?: string | undefined;
  /** All that is met is met by issuers of these tiers, and something is. */
  readonly tiers?: readonly string[] | undefined;
  /** Percent of the ladder: all that is met is met by a proof as strong, and something is. */
  readonly leastProof?: number | undefined;
}

/** The filters of a pool that look at how its requirements are met. */
export interface FilterRequest extends OrderRequest {
  readonly filter: PoolFilter;
  /** The profile in which the requirement of `shortOnly` gates nothing; null when that is not asked for. */
  readonly without: ScorableProfile | null;
}

export interface FilteredPool {
  /** Who passes the filters on states, tier and proof, ascending; bands and names are left to the ranking. */
  readonly ordinals: Int32Array;
  /** How many each filter removes of what those before it left, in the order of their names. */
  readonly removes: Readonly<Record<FilterName, number>>;
}

/** One filter, and how many it removes of what those before it left. */
export interface FilterEffect {
  readonly name: FilterName;
  readonly removes: number;
}
