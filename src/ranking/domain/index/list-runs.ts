import type { Asked } from './asked-words.js';

/** The postings of a segment, and where the runs of each competency are in them. */
export interface RunSource {
  readonly postings: Int32Array;
  /**
   * By competency where the run with one posting of each candidate begins, and where that of further ones does, which ends
   * where the next competency begins.
   */
  readonly starts: Int32Array;
  /** How many have runs. */
  readonly competencies: number;
}

/** Words of one run: from, to, table, part, factor. */
export const RUN_WORDS = 5;
/** Runs that a list gives at most. */
export const RUNS_OF_LIST = 2;

/** What a run is of its requirement. */
export const PARTS = {
  /** Not the first one: earns what it is better by. */
  more: 0,
  /** The first one, with at most one posting of each candidate. */
  first: 1,
  /** The only one, with at most one posting of each candidate. */
  only: 2,
} as const;

/**
 * The runs to go through, those of one requirement together, of which the longest that has each candidate once comes first:
 * it takes the least for each posting.
 *
 * @param runs where they are written to @returns how many there are
 */
export function listRuns(
  { starts, competencies }: RunSource,
  { words, requirements }: Asked,
  runs: Int32Array,
): number {
  let count = 0;
  let at = 0;
  for (let left = requirements; left > 0; left -= 1) {
    const factor = words[at] as number;
    const end = at + 2 + 2 * (words[at + 1] as number);
    const begin = count;
    let longest = count;
    let most = 0;
    for (at += 2; at < end; at += 2) {
      const competency = words[at] as number;
      const table = words[at + 1] as number;
      if (competency >= competencies) continue;
      const bucket = 2 * competency;
      const from = starts[bucket] as number;
      const further = starts[bucket + 1] as number;
      // A candidate is only among the further ones of a competency when they are among the first.
      if (from === further) continue;
      if (further - from > most) {
        longest = count;
        most = further - from;
      }
      count = put(runs, count, from, further, table, factor);
      const to = starts[bucket + 2] as number;
      if (further < to) count = put(runs, count, further, to, table, factor);
    }
    if (count > begin) {
      swap(runs, begin, longest);
      runs[begin * RUN_WORDS + 3] = count - begin === 1 ? PARTS.only : PARTS.first;
    }
  }
  return count;
}

function put(runs: Int32Array, count: number, from: number, to: number, table: number, factor: number): number {
  const at = count * RUN_WORDS;
  runs[at] = from;
  runs[at + 1] = to;
  runs[at + 2] = table;
  runs[at + 3] = PARTS.more;
  runs[at + 4] = factor;
  return count + 1;
}

function swap(runs: Int32Array, a: number, b: number): void {
  for (let word = 0; word < RUN_WORDS; word += 1) {
    const kept = runs[a * RUN_WORDS + word] as number;
    runs[a * RUN_WORDS + word] = runs[b * RUN_WORDS + word] as number;
    runs[b * RUN_WORDS + word] = kept;
  }
}
