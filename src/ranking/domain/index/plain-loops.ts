import type { FitTables } from './fit-tables.js';
import { RUN_WORDS } from './list-runs.js';
import { GRADE_MASK, SEGMENT_BITS } from './segment.js';

/** Adds what the postings of a run are worth. @param factor of each @param round of the requirement, in upper bits */
type RunLoop = (postings: Int32Array, from: number, to: number, table: number, factor: number, round: number) => void;

/**
 * The loops over the postings of a run. They are closures over their arrays and not methods, since the compiler then takes
 * address and length of an array as constants, which makes them a third faster.
 *
 * @param best by place the best fit of the requirement, and above it the round that it was kept in
 */
export function pointLoops(
  points: Int32Array,
  best: Int32Array,
  { fits }: FitTables,
): { readonly only: RunLoop; readonly first: RunLoop; readonly more: RunLoop } {
  return {
    only: (postings, from, to, table, weight) => {
      for (let at = from; at < to; at += 1) {
        const posting = postings[at] as number;
        const place = posting >>> SEGMENT_BITS;
        points[place] = (points[place] as number) + Math.imul(fits[table + (posting & GRADE_MASK)] as number, weight);
      }
    },
    first: (postings, from, to, table, weight, round) => {
      for (let at = from; at < to; at += 1) {
        const posting = postings[at] as number;
        const place = posting >>> SEGMENT_BITS;
        const fit = fits[table + (posting & GRADE_MASK)] as number;
        points[place] = (points[place] as number) + Math.imul(fit, weight);
        best[place] = round + fit;
      }
    },
    more: (postings, from, to, table, weight, round) => {
      for (let at = from; at < to; at += 1) {
        const posting = postings[at] as number;
        const place = posting >>> SEGMENT_BITS;
        // Without branches: the shifts leave what is not negative and make the rest 0.
        let known = ((best[place] as number) - round) | 0;
        known &= ~(known >> 31);
        let more = ((fits[table + (posting & GRADE_MASK)] as number) - known) | 0;
        more &= ~(more >> 31);
        points[place] = (points[place] as number) + Math.imul(more, weight);
        best[place] = round + known + more;
      }
    },
  };
}

/** @param best by place the round of the requirement that was met last */
export function gateLoops(
  gates: Int32Array,
  best: Int32Array,
  { meets }: FitTables,
): { readonly only: RunLoop; readonly once: RunLoop } {
  return {
    only: (postings, from, to, table, gate) => {
      for (let at = from; at < to; at += 1) {
        const posting = postings[at] as number;
        const place = posting >>> SEGMENT_BITS;
        gates[place] = (gates[place] as number) + Math.imul(meets[table + (posting & GRADE_MASK)] as number, gate);
      }
    },
    once: (postings, from, to, table, gate, round) => {
      for (let at = from; at < to; at += 1) {
        const posting = postings[at] as number;
        if (meets[table + (posting & GRADE_MASK)] === 0) continue;
        const place = posting >>> SEGMENT_BITS;
        if (best[place] === round) continue;
        best[place] = round;
        gates[place] = (gates[place] as number) + gate;
      }
    },
  };
}

/** Words of a run that are fetched before it is gone through, and from one line of a cache to the next. */
const TOUCHED_WORDS = 24 * 16;
const LINE = 16;

/**
 * Runs lie apart from each other, so the beginning of each would be waited for; those of many are fetched together.
 *
 * @param runs of which those in words `from` to `to` are fetched
 * @returns what nobody needs, so that the reading is not left out
 */
export function touch(postings: Int32Array, runs: Int32Array, from: number, to: number): number {
  let read = 0;
  for (let run = from; run < to; run += RUN_WORDS) {
    const begin = runs[run] as number;
    const end = Math.min(runs[run + 1] as number, begin + TOUCHED_WORDS);
    for (let at = begin; at < end; at += LINE) read ^= postings[at] as number;
  }
  return read;
}
