import fc from 'fast-check';
import { inWaves } from './in-waves.js';

describe('inWaves', () => {
  it('puts what touches nothing in common into one group', () => {
    expect(inWaves([['a'], ['b', 'c'], [], ['d']])).toEqual([[0, 1, 2, 3]]);
  });

  it('puts what touches the same as an earlier thing after it, also over a third', () => {
    // The second joins a and b, so what touches b alone waits for it, though nothing in the first group touches b.
    expect(inWaves([['a'], ['a', 'b'], ['b'], ['c']])).toEqual([[0, 3], [1], [2]]);
  });

  it('keeps each once, never two in a group that touch the same, and those that do in their order', () => {
    const things = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')), { maxLength: 30 });
    fc.assert(
      fc.property(things, (touched) => {
        const waves = inWaves(touched);
        expect(waves.flat().sort((a, b) => a - b)).toEqual(touched.map((_, position) => position));
        for (const wave of waves) {
          const names = wave.flatMap((position) => touched[position] ?? []);
          expect(new Set(names).size).toBe(names.length);
        }
        const order = waves.flat();
        for (const [i, names] of touched.entries())
          for (const [j, others] of touched.entries())
            if (i < j && names.some((name) => others.includes(name)))
              expect(order.indexOf(i)).toBeLessThan(order.indexOf(j));
      }),
    );
  });
});
