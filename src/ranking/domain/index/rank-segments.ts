import { type Kernel, READY_SOON } from './kernel.js';
import { bandOf, KeysByOrdinal, PageOfRanking } from './page-of-ranking.js';
import type { PreparedQuestion } from './question.js';
import { type Segment, SEGMENT_SIZE } from './segment.js';
import { SegmentKeys } from './segment-keys.js';
import type { IndexRankingRequest, IndexRow, Plan, SegmentRanking } from './ranking-request.js';
import { TopList } from './top-list.js';

/** Everyone of the pool in order: the page asked for, with ranks and exact totals. */
export function rankSegments(
  kernel: Kernel,
  segments: readonly Segment[],
  question: PreparedQuestion,
  request: IndexRankingRequest,
  plan: Plan = 'cheapest',
): SegmentRanking {
  const keys = new SegmentKeys(kernel, question, request.pool, plan);
  try {
    if (request.found !== null || request.only !== null) return rankSome(segments, keys, request);
    return rankQualifying(segments, keys, request) ?? rankAll(segments, keys, request);
  } finally {
    keys.close();
  }
}

function rankAll(segments: readonly Segment[], keys: SegmentKeys, request: IndexRankingRequest): SegmentRanking {
  const page = new PageOfRanking(request);
  for (const segment of segments) keys.eachOf(segment, page);
  return page.answer();
}

/**
 * The same from those alone who have met every must, found from the postings of the rarest one.
 *
 * @returns null when the page may show others, or when going through everyone takes less
 */
function rankQualifying(
  segments: readonly Segment[],
  keys: SegmentKeys,
  request: IndexRankingRequest,
): SegmentRanking | null {
  const { after, bands, pool } = request;
  if (pool !== null || (after !== null && after.key < READY_SOON)) return null;
  if (bands !== null && bands[0] !== true && bands[1] !== true) return null;
  const page = new PageOfRanking(request);
  for (const segment of segments) if (!keys.eachQualifyingOf(segment, page)) return null;
  const isWithoutOthers = bands !== null && bands[2] !== true;
  return isWithoutOthers || page.bounds.floor >= READY_SOON ? page.answer() : null;
}

function rankSome(segments: readonly Segment[], keys: SegmentKeys, request: IndexRankingRequest): SegmentRanking {
  const { after, bands, limit, found, only } = request;
  const all = new KeysByOrdinal(segments.length * SEGMENT_SIZE);
  for (const segment of segments) keys.eachOf(segment, all);
  const totals = found === null ? all.totals : countBands(all.keys, found);
  const top = new TopList(limit);
  for (const ordinal of answered(found, only)) {
    const key = all.keys[ordinal] ?? -1;
    if (key < 0 || (bands !== null && bands[bandOf(key)] !== true)) continue;
    if (after !== null && (key > after.key || (key === after.key && ordinal <= after.ordinal))) continue;
    if (key > top.floor) top.offer(key, ordinal);
  }
  return { rows: ranksAmong(all.keys, top.sorted()), totals, poolSize: all.totals.all };
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
