import { changeBetween, MOST_LISTED, MOST_QUALIFIED, standingOf, type WatchedStanding } from './watched-ranking.js';

const standing = (first: string, qualified: string, allQualified = true): WatchedStanding => ({
  first: [...first],
  qualified: [...qualified],
  allQualified,
});
const many = (count: number, from = 0): string[] => Array.from({ length: count }, (_, i) => `c${from + i}`);

describe('changeBetween', () => {
  it('tells who entered and left the first, and who qualified and does no longer', () => {
    expect(changeBetween(standing('abc', 'ab'), standing('adb', 'ad'))).toEqual({
      entered: ['d'],
      left: ['c'],
      qualified: ['d'],
      noLongerQualified: ['b'],
      complete: true,
    });
  });

  it('has nothing to tell when only the order among the first changed', () => {
    expect(changeBetween(standing('abc', 'ab'), standing('cab', 'ba'))).toBeUndefined();
  });

  it('does not take being beyond the watched qualified for a change of band', () => {
    // a moved beyond the end of the list, e was beyond it before: nobody's band is known to have changed.
    expect(changeBetween(standing('b', 'abc', false), standing('b', 'bce', false))).toBeUndefined();
    expect(changeBetween(standing('b', 'abc', false), standing('c', 'bc', true))).toEqual({
      entered: ['c'],
      left: ['b'],
      qualified: [],
      noLongerQualified: ['a'],
      complete: false,
    });
  });

  it('names so many of each list that an event stays small, and says that there are more', () => {
    const now = { first: ['c0'], qualified: many(MOST_LISTED + 1), allQualified: true };
    const change = changeBetween({ first: ['c0'], qualified: [], allQualified: true }, now);
    expect(change?.qualified).toEqual(many(MOST_LISTED));
    expect(change?.complete).toBe(false);
  });
});

describe('standingOf', () => {
  const rows = [
    { candidateId: 'a', band: 'qualified' },
    { candidateId: 'b', band: 'qualified' },
    { candidateId: 'c', band: 'readySoon' },
    { candidateId: 'd', band: 'notYet' },
  ] as const;

  it('keeps the first of the order and all who are qualified', () => {
    expect(standingOf(rows, 2, 3)).toEqual({ first: ['a', 'b', 'c'], qualified: ['a', 'b'], allQualified: true });
    expect(standingOf(rows, 2, 1)).toEqual({ first: ['a'], qualified: ['a', 'b'], allQualified: true });
  });

  it('says when there are more qualified than are watched', () => {
    const qualified = many(MOST_QUALIFIED).map((candidateId) => ({ candidateId, band: 'qualified' as const }));
    expect(standingOf(qualified, MOST_QUALIFIED, 1).allQualified).toBe(true);
    expect(standingOf(qualified, MOST_QUALIFIED + 1, 1).allQualified).toBe(false);
  });
});
