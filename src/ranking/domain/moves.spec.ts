import type { Band } from './gates.js';
import { movesBetween } from './moves.js';
import type { PoolStanding } from './pool-standing.js';

const standing = (candidateId: string, band: Band, score: number): PoolStanding => ({
  candidateId,
  band,
  score,
  ordinal: candidateId.charCodeAt(0),
});
const before = [
  standing('a', 'qualified', 9),
  standing('b', 'qualified', 7),
  standing('c', 'notYet', 8),
  standing('d', 'notYet', 1),
];
// c becomes ready soon; b falls out of qualified and below c; d stays last.
const after = [
  standing('a', 'qualified', 9),
  standing('c', 'readySoon', 8),
  standing('b', 'notYet', 7),
  standing('d', 'notYet', 2),
];

describe('movesBetween', () => {
  it('counts bands and ranks of everyone', () => {
    expect(movesBetween(before, after, 10)).toMatchObject({
      all: 4,
      before: { qualified: 2, readySoon: 0, notYet: 2 },
      after: { qualified: 1, readySoon: 1, notYet: 2 },
      bandChanges: [
        { from: 'qualified', to: 'notYet', people: 1 },
        { from: 'notYet', to: 'readySoon', people: 1 },
      ],
      ranks: { up: 1, down: 1, unchanged: 2 },
    });
  });

  it('names those who move, and no more than asked', () => {
    const named = (most: number) => movesBetween(before, after, most).movers.map(({ candidateId }) => candidateId);
    expect(named(10)).toEqual(['c', 'b']);
    expect(named(1)).toEqual(['c']);
    expect(movesBetween(before, after, 1).movers[0]).toEqual({
      candidateId: 'c',
      before: { rank: 3, band: 'notYet', score: 8 },
      after: { rank: 2, band: 'readySoon', score: 8 },
    });
  });

  it('finds nothing where nothing changes', () => {
    expect(movesBetween(before, before, 10)).toMatchObject({ bandChanges: [], movers: [], ranks: { unchanged: 4 } });
  });
});
