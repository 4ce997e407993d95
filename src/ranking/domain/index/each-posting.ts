import { isBefore } from './packed-time.js';
import type { PreparedRequirement } from './question.js';
import { GRADE_MASK, RUNS, type Segment, SEGMENT_BITS } from './segment.js';

/**
 * Visits the verified postings that count for a requirement.
 *
 * @param fullOnly only those that could meet it
 * @param visit with the place of the candidate and where the tables of the question tell what the posting is worth
 */
export function eachPosting(
  segment: Segment,
  { lists, notBefore }: PreparedRequirement,
  fullOnly: boolean,
  visit: (place: number, entry: number) => void,
): void {
  const { postings, since, milliseconds } = segment;
  for (const { competency, table, isFull } of lists) {
    if (fullOnly && !isFull) continue;
    for (const run of [RUNS.first, RUNS.further]) {
      for (let at = segment.start(run, competency), end = segment.end(run, competency); at < end; at += 1) {
        if (notBefore !== null && isBefore(notBefore, since[at] as number, milliseconds?.[at] ?? 0)) continue;
        const posting = postings[at] as number;
        visit(posting >>> SEGMENT_BITS, table + (posting & GRADE_MASK));
      }
    }
  }
}
