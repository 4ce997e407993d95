import { type Kernel, type KeyCounts, ORDERED_AT_ONCE, QUALIFIED, READY_SOON } from './kernel.js';
import { inPool } from './pool-of-segment.js';
import type { PreparedQuestion } from './question.js';
import { type Segment, SEGMENT_SIZE } from './segment.js';
import { SegmentScorer } from './segment-scorer.js';
import { TopList } from './top-list.js';

export interface IndexRankingRequest {
  readonly limit: number;
  /** By place in the order of bands: qualified, readySoon, notYet; null: all. */
  readonly bands: readonly boolean[] | null;
  /** Key and ordinal of the last candidate of the page before. */
  readonly after: { readonly key: number; readonly ordinal: number } | null;
  /** Ordinals of the pool, ascending; null: everyone. */
  readonly pool: Int32Array | null;
  /** Ordinals of those found in the pool, ascending; null: all. Ranks stay those of the pool, totals count the found. */
  readonly found: Int32Array | null;
  /** Ordinals to answer, ascending; null: all. Ranks and totals do not change by it. */
  readonly only: Int32Array | null;
}

export interface IndexRow {
  readonly ordinal: number;
  readonly key: number;
  readonly rank: number;
}

export interface SegmentRanking {
  readonly rows: readonly IndexRow[];
  readonly totals: { readonly all: number; readonly qualified: number; readonly readySoon: number };
  readonly poolSize: number;
}

/** Above every key, and far enough below 2^31 to be subtracted from. */
const NO_CEILING = 0x3fffffff;
const bandOf = (key: number): number => (key >= QUALIFIED ? 0 : key >= READY_SOON ? 1 : 2);

/** Everyone of the pool in order: the page asked for, with ranks and exact totals. */
export function rankSegments(
  kernel: Kernel,
  segments: readonly Segment[],
  question: PreparedQuestion,
  request: IndexRankingRequest,
): SegmentRanking {
  const scorer = new SegmentScorer(kernel, question);
  try {
    return request.found === null && request.only === null
      ? rankAll(kernel, segments, scorer, request)
      : rankSome(kernel, segments, scorer, request);
  } finally {
    scorer.close();
  }
}

type Totals = { -readonly [K in keyof SegmentRanking['totals']]: number };

function add(totals: Totals, { all, qualified, readySoon }: KeyCounts): void {
  totals.all += all;
  totals.qualified += qualified;
  totals.readySoon += readySoon;
}

function rankAll(
  kernel: Kernel,
  segments: readonly Segment[],
  scorer: SegmentScorer,
  { after, bands, limit, pool }: IndexRankingRequest,
): SegmentRanking {
  const top = new TopList(limit);
  const totals = { all: 0, qualified: 0, readySoon: 0 };
  const ceiling = after?.key ?? NO_CEILING;
  let ahead = 0;
  for (const segment of segments) {
    if (!scoreIn(segment, scorer, pool)) continue;
    for (let from = 0; from < segment.size; from += ORDERED_AT_ONCE) {
      const to = Math.min(segment.size, from + ORDERED_AT_ONCE);
      const counts = kernel.order(from, to, scorer.bandGates, { floor: top.floor, ceiling });
      add(totals, counts);
      ahead += counts.above;
      for (let index = 0; index < counts.found; index += 1) {
        const key = kernel.foundKeys[index] as number;
        const ordinal = segment.firstOrdinal + (kernel.found[index] as number);
        if (after !== null && key === after.key && ordinal <= after.ordinal) ahead += 1;
        else if (bands === null || bands[bandOf(key)] === true) top.offer(key, ordinal);
      }
    }
  }
  return { rows: ranked(top.sorted(), totals, ahead), totals, poolSize: totals.all };
}

/**
 * A page leaves nobody out between two of its rows but whole bands, so the first row of a band stands after everyone of
 * better bands and those of its own who are ahead of the page.
 */
function ranked(
  rows: readonly { key: number; ordinal: number }[],
  { qualified, readySoon }: SegmentRanking['totals'],
  ahead: number,
): IndexRow[] {
  const before = [0, qualified, qualified + readySoon];
  const seen = [0, 0, 0];
  return rows.map(({ key, ordinal }) => {
    const band = bandOf(key);
    seen[band] = (seen[band] as number) + 1;
    return { key, ordinal, rank: Math.max(before[band] as number, ahead) + seen[band] };
  });
}

function rankSome(
  kernel: Kernel,
  segments: readonly Segment[],
  scorer: SegmentScorer,
  request: IndexRankingRequest,
): SegmentRanking {
  const { after, bands, limit, pool, found, only } = request;
  const keys = new Int32Array(segments.length * SEGMENT_SIZE).fill(-1);
  let poolSize = 0;
  let totals: Totals = { all: 0, qualified: 0, readySoon: 0 };
  for (const segment of segments) {
    if (!scoreIn(segment, scorer, pool)) continue;
    for (let from = 0; from < segment.size; from += ORDERED_AT_ONCE) {
      const to = Math.min(segment.size, from + ORDERED_AT_ONCE);
      const counts = kernel.order(from, to, scorer.bandGates, { floor: -1, ceiling: NO_CEILING });
      poolSize += counts.all;
      add(totals, counts);
      for (let index = 0; index < counts.found; index += 1) {
        keys[segment.firstOrdinal + (kernel.found[index] as number)] = kernel.foundKeys[index] as number;
      }
    }
  }
  if (found !== null) totals = countBands(keys, found);
  const top = new TopList(limit);
  for (const ordinal of answered(found, only)) {
    const key = keys[ordinal] ?? -1;
    if (key < 0 || (bands !== null && bands[bandOf(key)] !== true)) continue;
    if (after !== null && (key > after.key || (key === after.key && ordinal <= after.ordinal))) continue;
    if (key > top.floor) top.offer(key, ordinal);
  }
  return { rows: ranksAmong(keys, top.sorted()), totals, poolSize };
}

function countBands(keys: Int32Array, found: Int32Array): SegmentRanking['totals'] {
  const counts = [0, 0, 0];
  for (const ordinal of found) {
    const key = keys[ordinal] ?? -1;
    if (key >= 0) counts[bandOf(key)] = (counts[bandOf(key)] as number) + 1;
  }
  const [qualified = 0, readySoon = 0, notYet = 0] = counts;
  return { all: qualified + readySoon + notYet, qualified, readySoon };
}

function answered(found: Int32Array | null, only: Int32Array | null): Int32Array {
  if (found === null || only === null) return found ?? only ?? new Int32Array(0);
  const known = new Set(found);
  return only.filter((ordinal) => known.has(ordinal));
}

/** @param rows best first */
function ranksAmong(keys: Int32Array, rows: readonly { key: number; ordinal: number }[]): IndexRow[] {
  const last = rows.at(-1);
  if (last === undefined) return [];
  const ahead = new Uint32Array(rows.length);
  for (let ordinal = 0; ordinal < keys.length; ordinal += 1) {
    const key = keys[ordinal] as number;
    if (key < last.key) continue;
    let [from, to] = [0, rows.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const row = rows[middle] as { key: number; ordinal: number };
      if (key > row.key || (key === row.key && ordinal < row.ordinal)) to = middle;
      else from = middle + 1;
    }
    if (from < rows.length) ahead[from] = (ahead[from] as number) + 1;
  }
  let sum = 0;
  return rows.map((row, index) => {
    sum += ahead[index] as number;
    return { ...row, rank: sum + 1 };
  });
}

/** @returns false, without any work, when nobody of the pool is in the segment */
function scoreIn(segment: Segment, scorer: SegmentScorer, pool: Int32Array | null): boolean {
  const places = pool === null ? null : inPool(segment, pool);
  if (places?.length === 0) return false;
  scorer.score(segment);
  if (places === null) return true;
  let next = 0;
  for (let place = 0; place < segment.size; place += 1) {
    if (places[next] === place) next += 1;
    else scorer.leaveOut(place);
  }
  return true;
}
