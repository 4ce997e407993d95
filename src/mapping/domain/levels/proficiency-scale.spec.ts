import fc from 'fast-check';
import { roundHalfDown, toMillionths } from './decimal.js';
import { assertScale, DEFAULT_SCALE, levelOfRank, levelOnLine, ScaleOutOfRange } from './proficiency-scale.js';

const scaleOf = (levels: number) => ({ ...DEFAULT_SCALE, levels });

describe('decimal', () => {
  it.each([
    ['85', 85_000_000n],
    ['87.5', 87_500_000n],
    ['87,5', 87_500_000n],
    ['-1.25', -1_250_000n],
    ['0.1234567', 123_456n],
    ['1,000', undefined],
    ['85 %', undefined],
    ['NaN', undefined],
    ['1e9', undefined],
    [undefined, undefined],
  ])('reads %s', (text, expected) => {
    expect(toMillionths(text)).toBe(expected);
  });

  it('rounds to the nearest, an exact half down', () => {
    // 5/2 = 2.5 -> 2; 7/4 = 1.75 -> 2; 5/4 = 1.25 -> 1; 0 -> 0; 3/3 = 1
    expect([
      roundHalfDown(5n, 2n),
      roundHalfDown(7n, 4n),
      roundHalfDown(5n, 4n),
      roundHalfDown(0n, 4n),
      roundHalfDown(3n, 3n),
    ]).toEqual([2, 2, 1, 0, 1]);
  });
});

describe('levelOfRank', () => {
  it('puts four steps on five levels as 1, 2, 4, 5', () => {
    // 5x1/4 = 1.25 -> 1; 5x2/4 = 2.5 -> 2; 5x3/4 = 3.75 -> 4; 5x4/4 = 5
    expect([1, 2, 3, 4].map((rank) => levelOfRank(rank, 4, DEFAULT_SCALE))).toEqual([1, 2, 4, 5]);
  });

  it('puts three steps on five levels as 2, 3, 5', () => {
    // 5/3 = 1.67 -> 2; 10/3 = 3.33 -> 3; 15/3 = 5
    expect([1, 2, 3].map((rank) => levelOfRank(rank, 3, DEFAULT_SCALE))).toEqual([2, 3, 5]);
  });

  it('is the step itself when both scales have as many', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((rank) => levelOfRank(rank, 7, scaleOf(7)))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('stays on the scale, never falls with a higher step and ends at the top', () => {
    const anyRubric = fc
      .integer({ min: 1, max: 9 })
      .chain((levels) => fc.integer({ min: 1, max: 40 }).map((count) => ({ scale: scaleOf(levels), count })));
    fc.assert(
      fc.property(anyRubric, ({ scale, count }) => {
        const all = Array.from({ length: count }, (_, index) => levelOfRank(index + 1, count, scale));
        expect(all).toEqual(all.toSorted((a, b) => a - b));
        expect(all.every((level) => level >= 1 && level <= scale.levels)).toBe(true);
        expect(all.at(-1)).toBe(scale.levels);
      }),
    );
  });
});

describe('levelOnLine', () => {
  it.each([
    // 1 + 4 x 0.85 = 4.4 -> 4; 1 + 4 x 0.875 = 4.5 -> 4; 1 + 4 x 0.9 = 4.6 -> 5; 1 + 4 x 0.5 = 3
    [85n, 4],
    [875n, null],
    [90n, 5],
    [50n, 3],
    [0n, 1],
    [100n, 5],
    [-1n, null],
  ])('puts %s of 0 to 100 at level %s', (value, level) => {
    expect(levelOnLine(value, 0n, 100n, DEFAULT_SCALE)).toBe(level);
  });

  it('gives the exact half to the lower level', () => {
    // 875 of 1000: 1 + 3.5 = 4.5 -> 4
    expect(levelOnLine(875n, 0n, 1000n, DEFAULT_SCALE)).toBe(4);
  });

  it('knows nothing on a line without length', () => {
    expect(levelOnLine(5n, 5n, 5n, DEFAULT_SCALE)).toBeNull();
  });
});

describe('assertScale', () => {
  it.each([0, 10, 2.5, Number.NaN])('refuses %s levels', (levels) => {
    expect(() => assertScale(scaleOf(levels))).toThrow(ScaleOutOfRange);
  });
});
