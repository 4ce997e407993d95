const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between the attempts: ten attempts over 75 hours, as Standard Webhooks recommends. */
const WAITS_MS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
const LONGEST_WAIT_MS = 24 * HOUR;
const DEFAULT_PAUSE_MS = 30 * SECOND;
/** An endpoint is left in peace for a while once so many attempts failed after each other. */
const FAILURES_BEFORE_PAUSE = 3;
const LONGEST_PAUSE_MS = 5 * MINUTE;

export const MAX_ATTEMPTS = WAITS_MS.length + 1;

/**
 * How long to wait before the next attempt: as planned, with up to a tenth more at random, and never less than the
 * receiver asked for, up to a day.
 *
 * @param attempts made so far, 1 or more
 * @param retryAfterMs what the receiver asked for
 * @param random 0 to 1
 * @returns undefined when there is no further attempt
 */
export function waitBeforeNext(attempts: number, retryAfterMs: number | undefined, random: number): number | undefined {
  const planned = WAITS_MS[attempts - 1];
  if (planned === undefined) return undefined;
  return Math.floor(Math.max(planned, Math.min(retryAfterMs ?? 0, LONGEST_WAIT_MS)) * (1 + random / 10));
}

/**
 * How long to send nothing at all to an endpoint after a failure: as long as it asked for when it said that it is
 * overloaded, else longer and longer once several attempts failed after each other.
 *
 * @param status of the answer; undefined when there was none
 * @param failures attempts that failed after each other, this one included, of all events
 */
export function pauseAfterFailure(
  status: number | undefined,
  retryAfterMs: number | undefined,
  failures: number,
): number {
  if (status === 429 || status === 503) return Math.min(retryAfterMs ?? DEFAULT_PAUSE_MS, LONGEST_WAIT_MS);
  if (failures < FAILURES_BEFORE_PAUSE) return 0;
  return Math.min(LONGEST_PAUSE_MS, 5 * SECOND * 2 ** Math.min(failures - FAILURES_BEFORE_PAUSE, 10));
}

/**
 * Reads a Retry-After header (RFC 9110 section 10.2.3).
 *
 * @returns milliseconds from `now`, 0 or more; undefined when it says nothing that can be read
 */
export function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * SECOND;
  // Only the date of HTTP has words; without this check Date would read numbers and much else.
  const at = /^[A-Za-z]{3,9},? /.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
