import { type Segment, SEGMENT_SIZE } from './segment.js';

/** @param pool ordinals, ascending @returns the places of those who are in the segment, ascending */
export function inPool({ firstOrdinal, size }: Pick<Segment, 'firstOrdinal' | 'size'>, pool: Int32Array): Int32Array {
  const from = firstAtLeast(pool, firstOrdinal);
  const to = firstAtLeast(pool, firstOrdinal + Math.min(size, SEGMENT_SIZE));
  return pool.subarray(from, to).map((ordinal) => ordinal - firstOrdinal);
}

function firstAtLeast(sorted: Int32Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
