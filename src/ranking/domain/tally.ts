import type { Requirement } from '../../roles/index.js';
import type { ScoringPolicy } from './scoring-policy.js';

/**
 * Which of some conditions everyone in a pool meets. A condition is a requirement read alone: its importance, weight and
 * group do not matter, so one tally may hold a requirement at several levels, with and without an age limit, and so on.
 */
export interface TallyRequest {
  readonly conditions: readonly Requirement[];
  readonly policy: ScoringPolicy;
  readonly asOf: Date;
  /** The pool: those who applied for this job; everyone when absent. */
  readonly job?: string | undefined;
}

/**
 * The pool sorted by what it meets: one entry per pattern that occurs, with how many candidates have it. The bands of any
 * profile made of these conditions follow from it by counting, without asking again.
 *
 * Condition `i` is met in entry `e` when bit `i % 32` of `patterns[e * words + floor(i / 32)]` is set.
 */
export interface Tally {
  /** How many 32-bit words one pattern takes. */
  readonly words: number;
  readonly patterns: Uint32Array;
  /** One per entry; they sum to the size of the pool. */
  readonly counts: Uint32Array;
  readonly poolSize: number;
  readonly sequence: number;
}

/** @returns whether the condition is met by the candidates of the entry */
export function meets({ words, patterns }: Tally, entry: number, condition: number): boolean {
  return (((patterns[entry * words + (condition >>> 5)] ?? 0) >>> (condition & 31)) & 1) === 1;
}
