import { scorePercent } from './score-percent.js';

describe('scorePercent', () => {
  it.each([
    ['all', 520_000, 520_000, '100.00'],
    ['nothing', 0, 520_000, '0.00'],
    // 1 / 3 = 33.333...
    ['a third', 10_000, 30_000, '33.33'],
    // 24780 / 80000 = 30.975, exactly half way: up
    ['half way up', 24_780, 80_000, '30.98'],
    // 4 / 80000 = 0.005 %: the smallest half, up
    ['the smallest half', 4, 80_000, '0.01'],
    // 3 / 80000 = 0.00375 %
    ['below the smallest half', 3, 80_000, '0.00'],
    ['an empty maximum', 0, 0, '0.00'],
  ])('writes %s', (_, score, maxScore, percent) => {
    expect(scorePercent(score, maxScore)).toBe(percent);
  });
});
