import fc from 'fast-check';
import { similarWords, slipsAllowed } from './similar-words.js';

const likeOf = (wanted: string, ...words: string[]): Record<string, number> => {
  const sorted = [...words].sort();
  return Object.fromEntries(
    similarWords(sorted, wanted).map(({ place, likeness }) => [
      sorted[place] ?? '',
      Math.round(likeness * 1_000) / 1_000,
    ]),
  );
};

/** Slips from `wanted` to the whole word or to its best beginning, computed the plain way. */
function slips(wanted: string, word: string): number {
  const distance = (a: string, b: string): number => {
    const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
    for (let j = 0; j <= b.length; j += 1) (rows[0] as number[])[j] = j;
    const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
    for (let i = 1; i <= a.length; i += 1) {
      for (let j = 1; j <= b.length; j += 1) {
        let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          least = Math.min(least, at(i - 2, j - 2) + 1);
        (rows[i] as number[])[j] = least;
      }
    }
    return at(a.length, b.length);
  };
  return Math.min(...Array.from({ length: word.length + 1 }, (_, end) => distance(wanted, word.slice(0, end))));
}

describe('similarWords', () => {
  it('finds a letter too many, missing, wrong and swapped', () => {
    // 1 - 1 / (length + 1)
    expect(likeOf('weldign', 'welding')).toEqual({ welding: 0.875 });
    expect(likeOf('wellding', 'welding')).toEqual({ welding: 0.889 });
    expect(likeOf('wlding', 'welding')).toEqual({ welding: 0.857 });
    expect(likeOf('wekding', 'welding')).toEqual({ welding: 0.875 });
  });

  it('finds a misspelled word that is still being typed, a little less like it', () => {
    expect(likeOf('brasin', 'brazing')).toEqual({ brazing: 0.814 });
  });

  it('allows short words fewer slips', () => {
    expect([2, 3, 5, 6, 20].map(slipsAllowed)).toEqual([0, 1, 1, 2, 2]);
    expect(likeOf('c+', 'c#', 'c++')).toEqual({});
    expect(likeOf('jvaa', 'java', 'lava')).toEqual({ java: 0.8 });
  });

  it('finds the same as a plain comparison with each word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (words, wanted) => {
        const sorted = [...words].sort();
        const expected = sorted.filter((one) => slips(wanted, one) <= slipsAllowed(wanted.length));
        const found = similarWords(sorted, wanted).map(({ place }) => sorted[place]);
        expect(found).toEqual(slipsAllowed(wanted.length) === 0 ? [] : expected);
      }),
    );
  });

  it('gives nothing for a word longer than any word, and passes over words without end', () => {
    expect(similarWords(['welding'], 'w'.repeat(61))).toEqual([]);
    expect(similarWords(['w'.repeat(5_000)], 'wwwwww')).toHaveLength(1);
  });
});
