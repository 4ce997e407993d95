import { REQUIREMENT_STATES } from '../states.js';
import { QUALIFIED } from './kernel.js';
import { bandOf, type KeysByOrdinal } from './page-of-ranking.js';
import type { PreparedQuestion } from './question.js';
import type { Segment } from './segment.js';
import { StateScorer } from './state-scorer.js';

/** Filters of a pool in the numbers of a question. */
export interface IndexFilter {
  /** Ordinals of those whose name was found, ascending; null: all. */
  readonly found: Int32Array | null;
  /** By place in the order of bands; null: all. */
  readonly bands: readonly boolean[] | null;
  /** Places of requirements, and as bits the states of which any passes. */
  readonly states: readonly { readonly requirement: number; readonly passing: number }[];
  /** Place of the requirement whose level alone keeps from being qualified; null when it is not asked for. */
  readonly shortOnly: number | null;
}

export interface IndexFiltered {
  /** Who passes the filters on states, ascending; bands and names are left to the ranking. */
  readonly ordinals: Int32Array;
  /** How many each filter removes of what those before it left. */
  readonly removes: { readonly q: number; readonly band: number; readonly state: number; readonly shortOnly: number };
}

const LEVEL_SHORT = 1 << REQUIREMENT_STATES.indexOf('level_short');

/**
 * @param pool keys of everyone in it
 * @param without their keys if the requirement of `shortOnly` gated nothing; null when that is not asked for
 */
export function filterSegments(
  segments: readonly Segment[],
  question: PreparedQuestion,
  { found, bands, states, shortOnly }: IndexFilter,
  pool: KeysByOrdinal,
  without: KeysByOrdinal | null,
): IndexFiltered {
  const named = found && new Set(found);
  const stated = states.map(({ requirement, passing }) => ({
    scorer: new StateScorer(question, requirement),
    passing,
  }));
  const short = shortOnly === null ? null : new StateScorer(question, shortOnly);
  const removes = { q: 0, band: 0, state: 0, shortOnly: 0 };
  const passed: number[] = [];
  for (const segment of segments) {
    for (const { scorer } of stated) scorer.score(segment);
    short?.score(segment);
    for (let place = 0; place < segment.size; place += 1) {
      const ordinal = segment.firstOrdinal + place;
      const key = pool.keys[ordinal] as number;
      if (key < 0) continue;
      const isInState = stated.every(
        ({ scorer, passing }) => ((1 << (scorer.states[place] as number)) & passing) !== 0,
      );
      const isShort =
        short === null ||
        (key < QUALIFIED &&
          (without?.keys[ordinal] as number) >= QUALIFIED &&
          1 << (short.states[place] as number) === LEVEL_SHORT);
      if (isInState && isShort) passed.push(ordinal);
      if (named !== null && !named.has(ordinal)) removes.q += 1;
      else if (bands !== null && bands[bandOf(key)] !== true) removes.band += 1;
      else if (!isInState) removes.state += 1;
      else if (!isShort) removes.shortOnly += 1;
    }
  }
  return { ordinals: Int32Array.from(passed), removes };
}
