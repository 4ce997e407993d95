import { backoffMs } from './retry-plan.js';

describe('backoffMs', () => {
  it('doubles from one second up to five minutes', () => {
    // 1 s, 2 s, 4 s, ... 1 s x 2^8 = 256 s, then the cap of 300 s
    expect([1, 2, 3, 9, 10, 30].map((attempt) => backoffMs(attempt, 0))).toEqual([
      1_000, 2_000, 4_000, 256_000, 300_000, 300_000,
    ]);
  });

  it('takes off up to a quarter at random', () => {
    expect(backoffMs(3, 1)).toBe(3_000);
  });
});
