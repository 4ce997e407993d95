import { SINCE_EPOCH_MS, UNTIL_EPOCH_MS } from './posting.js';

/** An instant in the words of a pack: full seconds from the epoch of the word, and the milliseconds beside them. */
export interface ClockWords {
  readonly second: number;
  readonly millisecond: number;
}

function wordsFrom(epochMs: number, ms: number): ClockWords {
  const second = Math.floor((ms - epochMs) / 1000);
  return { second, millisecond: ms - epochMs - second * 1000 };
}

/** To hold against the third word of a posting. */
export const untilWords = (ms: number): ClockWords => wordsFrom(UNTIL_EPOCH_MS, ms);

/** To hold against the second word of a posting. */
export const sinceWords = (ms: number): ClockWords => wordsFrom(SINCE_EPOCH_MS, ms);

/** @returns whether a credential that is valid until then no longer counts @param milliseconds fourth word, or 0 */
export function endedAt(clock: ClockWords, until: number, milliseconds: number): boolean {
  return until < clock.second || (until === clock.second && (milliseconds & 0xffff) <= clock.millisecond);
}

/** @returns whether a credential that is valid from then is older than the limit @param milliseconds fourth word, or 0 */
export function isBefore(limit: ClockWords, since: number, milliseconds: number): boolean {
  return since < limit.second || (since === limit.second && milliseconds >>> 16 < limit.millisecond);
}
