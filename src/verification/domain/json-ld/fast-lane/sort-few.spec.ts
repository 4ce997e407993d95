import fc from 'fast-check';
import { sortFew } from './sort-few.js';

describe('sortFew', () => {
  it('puts short and long lists in the order of the language, equals in the order in which they stood', () => {
    const items = fc.array(fc.record({ key: fc.string({ maxLength: 2 }), at: fc.nat() }), { maxLength: 120 });
    fc.assert(
      fc.property(items, (list) => {
        const sorted = [...list].sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
        sortFew(list, (one, other) => one.key < other.key);
        expect(list).toEqual(sorted);
      }),
    );
  });

  it('takes no time that grows with the square of the length', () => {
    let compared = 0;
    const falling = Array.from({ length: 20_000 }, (_, at) => 20_000 - at);
    sortFew(falling, (one, other) => {
      compared += 1;
      return one < other;
    });
    // Insertion would compare 200 million times.
    expect(compared).toBeLessThan(2_000_000);
  });
});
