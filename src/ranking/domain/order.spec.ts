import { compareStandings, decidingRule, order } from './order.js';

const standing = (band: 'qualified' | 'readySoon' | 'notYet', score: number, ordinal: number) => ({
  band,
  score,
  ordinal,
});

describe('order', () => {
  it('goes by band, then score from high to low, then order of creation', () => {
    const late = standing('qualified', 10, 9);
    const early = standing('qualified', 10, 2);
    const low = standing('qualified', 9, 1);
    const soon = standing('readySoon', 900, 0);
    const not = standing('notYet', 999, 3);
    expect(order([not, late, soon, low, early])).toEqual([early, late, low, soon, not]);
  });

  it.each([
    ['band', standing('qualified', 1, 2), standing('notYet', 9, 1)],
    ['score', standing('notYet', 9, 2), standing('notYet', 8, 1)],
    ['order', standing('notYet', 9, 1), standing('notYet', 9, 2)],
  ] as const)('names %s as the rule that decides', (rule, upper, lower) => {
    expect(compareStandings(upper, lower)).toBeLessThan(0);
    expect(decidingRule(upper, lower)).toBe(rule);
  });
});
