import { MAX_ATTEMPTS, pauseAfterFailure, readRetryAfter, waitBeforeNext } from './retry-plan.js';

const HOUR_MS = 3_600_000;

describe('waitBeforeNext', () => {
  it('makes ten attempts over 75 hours', () => {
    const waits = Array.from({ length: MAX_ATTEMPTS }, (_, i) => waitBeforeNext(i + 1, undefined, 0));
    expect(MAX_ATTEMPTS).toBe(10);
    expect(waits.at(-1)).toBeUndefined();
    // 5 s + 5 min + 30 min are 2,105 s; 2 + 5 + 10 + 14 + 20 + 24 h are 75 h
    expect(waits.slice(0, -1).reduce((sum: number, ms) => sum + (ms ?? 0), 0)).toBe(75 * HOUR_MS + 2_105_000);
  });

  it('adds up to a tenth at random', () => {
    expect(waitBeforeNext(1, undefined, 1)).toBe(5_500);
    expect(waitBeforeNext(2, undefined, 0.5)).toBe(315_000);
  });

  it.each([
    ['waits as long as the receiver asked for', 60_000, 60_000],
    ['never waits less than planned', 1_000, 5_000],
    ['waits a day at most', 100 * HOUR_MS, 24 * HOUR_MS],
  ])('%s', (_name, retryAfterMs, expected) => {
    expect(waitBeforeNext(1, retryAfterMs, 0)).toBe(expected);
  });
});

describe('pauseAfterFailure', () => {
  it.each([
    ['an overloaded endpoint as long as it asked for', 429, 90_000, 1, 90_000],
    ['one that did not say how long, half a minute', 503, undefined, 1, 30_000],
    ['nothing after a first failure', 500, undefined, 1, 0],
    ['nothing after a second', undefined, undefined, 2, 0],
    ['five seconds after a third', undefined, undefined, 3, 5_000],
    ['twice as long after each further one', 500, undefined, 5, 20_000],
    ['five minutes at most', 500, undefined, 1_000, 300_000],
  ])('pauses %s', (_name, status, retryAfterMs, failures, expected) => {
    expect(pauseAfterFailure(status, retryAfterMs, failures)).toBe(expected);
  });
});

describe('readRetryAfter', () => {
  const now = new Date('2026-11-23T10:00:00Z');

  it.each([
    ['seconds', '120', 120_000],
    ['a date', 'Mon, 23 Nov 2026 10:01:00 GMT', 60_000],
    ['a date that has passed', 'Mon, 23 Nov 2026 09:00:00 GMT', 0],
    ['nothing', undefined, undefined],
    ['a negative number', '-5', undefined],
    ['a fraction', '1.5', undefined],
    ['a number beyond all sense', '99999999999999999999', undefined],
    ['words', 'soon', undefined],
    ['an RFC 3339 instant', '2026-11-23T10:01:00Z', undefined],
  ])('reads %s', (_name, header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected);
  });
});
