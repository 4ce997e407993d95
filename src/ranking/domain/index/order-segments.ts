import type { Kernel } from './kernel.js';
import { KeysByOrdinal } from './page-of-ranking.js';
import type { PreparedQuestion } from './question.js';
import type { Plan } from './ranking-request.js';
import { type Segment, SEGMENT_SIZE } from './segment.js';
import { SegmentKeys } from './segment-keys.js';

/** Everyone of a pool, best first. */
export interface IndexOrder {
  readonly ordinals: Int32Array;
  readonly keys: Int32Array;
}

/** Above every key. */
const TOP = 2 ** 30;
/** Which half of a number of 64 bits is the upper one in words of this machine. */
const UPPER = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** @param pool ordinals, ascending; null: everyone */
export function orderSegments(
  kernel: Kernel,
  segments: readonly Segment[],
  question: PreparedQuestion,
  pool: Int32Array | null,
  plan: Plan = 'cheapest',
): IndexOrder {
  const { keys, totals } = keysOfSegments(kernel, segments, question, pool, plan);
  return sorted(keys, totals.all);
}

/** The keys of everyone of a pool. @param pool ordinals, ascending; null: everyone */
export function keysOfSegments(
  kernel: Kernel,
  segments: readonly Segment[],
  question: PreparedQuestion,
  pool: Int32Array | null,
  plan: Plan = 'cheapest',
): KeysByOrdinal {
  const all = new KeysByOrdinal(segments.length * SEGMENT_SIZE);
  const keys = new SegmentKeys(kernel, question, pool, plan);
  try {
    for (const segment of segments) keys.eachOf(segment, all);
  } finally {
    keys.close();
  }
  return all;
}

/** By key from high to low, then by ordinal: as numbers of which the upper half is what the key lacks and the lower the ordinal. */
function sorted(keys: Int32Array, count: number): IndexOrder {
  const numbers = new BigUint64Array(count);
  const halves = new Uint32Array(numbers.buffer);
  let filled = 0;
  keys.forEach((key, ordinal) => {
    if (key < 0) return;
    halves[2 * filled + UPPER] = TOP - key;
    halves[2 * filled + 1 - UPPER] = ordinal;
    filled += 1;
  });
  numbers.sort();
  const order = { ordinals: new Int32Array(count), keys: new Int32Array(count) };
  for (let at = 0; at < count; at += 1) {
    order.keys[at] = TOP - (halves[2 * at + UPPER] as number);
    order.ordinals[at] = halves[2 * at + 1 - UPPER] as number;
  }
  return order;
}
