import { SEGMENT_BITS } from './segment.js';

/**
 * Finds the postings of some places in a run without reading all of it.
 *
 * @param postings sorted by place from `from` to `to`
 * @param places ascending
 * @param visit with the index of the place and that of the posting
 */
export function probe(
  postings: Int32Array,
  from: number,
  to: number,
  places: Int32Array,
  visit: (index: number, at: number) => void,
): void {
  let at = from;
  for (let index = 0; index < places.length && at < to; index += 1) {
    const place = places[index] as number;
    at = firstOf(postings, at, to, place);
    for (; at < to && (postings[at] as number) >>> SEGMENT_BITS === place; at += 1) visit(index, at);
  }
}

/** @returns the first posting at or after a place; by steps that double, since it is often near */
function firstOf(postings: Int32Array, from: number, to: number, place: number): number {
  let [low, step] = [from, 1];
  while (low + step < to && (postings[low + step] as number) >>> SEGMENT_BITS < place) {
    low += step;
    step *= 2;
  }
  let high = Math.min(to, low + step + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((postings[middle] as number) >>> SEGMENT_BITS < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Steps that finding some places in a run takes, about; to be held against the length of the run. */
export function probeCost(length: number, places: number): number {
  return Math.min(length, places * (4 + 2 * Math.log2(1 + length / (places + 1))));
}
