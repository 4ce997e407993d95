import { BANDS } from '../gates.js';
import type { Trial, TrialResult } from './trial.js';

/** Sets that are tried one by one before only the most promising ones are. */
export const MOST_TRIED = 200_000;

export interface SmallestSet {
  /** Indexes of requirements, in profile order. */
  readonly proven: readonly number[];
  readonly result: TrialResult;
  /** Whether no smaller set does it; false when there were too many to try them all. */
  readonly smallest: boolean;
}

/**
 * The fewest requirements whose full proof reaches a goal. Among equally small sets the one that comes out best, then the
 * one that comes first in the profile.
 *
 * @param reached whether a result is enough; a better result of a goal is enough as well
 * @returns an empty set when it is reached already; null when proving everything would not reach it
 */
export function smallestSet(
  trial: Trial,
  reached: (result: TrialResult) => boolean,
  mostTried = MOST_TRIED,
): SmallestSet | null {
  if (reached(trial.now)) return { proven: [], result: trial.now, smallest: true };
  const { useful } = trial;
  if (!reached(trial.after(useful))) return null;
  let left = mostTried;
  for (let length = 1; length <= useful.length; length += 1) {
    left -= combinations(useful.length, length);
    if (left < 0) return greedy(trial, useful, reached);
    const best = bestOf(trial, useful, length, reached);
    if (best !== null) return { ...best, smallest: true };
  }
  return null;
}

function bestOf(trial: Trial, useful: readonly number[], length: number, reached: (result: TrialResult) => boolean) {
  let best: { proven: readonly number[]; result: TrialResult } | null = null;
  for (const proven of setsOf(useful, length)) {
    const result = trial.after(proven);
    if (reached(result) && (best === null || isBetter(result, best.result))) best = { proven, result };
  }
  return best;
}

/** Adds what helps most until it is enough, then takes back what was not needed. */
function greedy(trial: Trial, useful: readonly number[], reached: (result: TrialResult) => boolean): SmallestSet {
  let proven: readonly number[] = [];
  while (!reached(trial.after(proven))) {
    const results = useful
      .filter((index) => !proven.includes(index))
      .map((index) => ({ index, result: trial.after([...proven, index]) }));
    const [first, ...others] = results;
    if (first === undefined) throw new Error('proving everything useful reaches the goal');
    const best = others.reduce((one, other) => (isBetter(other.result, one.result) ? other : one), first);
    proven = [...proven, best.index];
  }
  for (const index of proven) {
    const without = proven.filter((other) => other !== index);
    if (reached(trial.after(without))) proven = without;
  }
  const sorted = [...proven].sort((a, b) => a - b);
  return { proven: sorted, result: trial.after(sorted), smallest: false };
}

function isBetter(a: TrialResult, b: TrialResult): boolean {
  return BANDS.indexOf(a.band) < BANDS.indexOf(b.band) || (a.band === b.band && a.score > b.score);
}

function combinations(of: number, length: number): number {
  let count = 1;
  for (let index = 0; index < length; index += 1) count = (count * (of - index)) / (index + 1);
  return count;
}

function* setsOf(all: readonly number[], length: number, from = 0): Generator<readonly number[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (let index = from; index < all.length; index += 1) {
    for (const rest of setsOf(all, length - 1, index + 1)) yield [all[index] as number, ...rest];
  }
}
