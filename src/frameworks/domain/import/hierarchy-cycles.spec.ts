import fc from 'fast-check';
import { stepsThatCloseACircle } from './hierarchy-cycles.js';

/** Whether any entry is above itself, told by taking away entries without parents until none is left. */
function hasCircle(parents: readonly (readonly number[])[]): boolean {
  let left = new Set(parents.keys());
  for (;;) {
    const next = new Set([...left].filter((at) => parents[at]?.some((parent) => left.has(parent))));
    if (next.size === left.size) return next.size > 0;
    left = next;
  }
}

describe('stepsThatCloseACircle', () => {
  it('finds none where entries have several parents but no circle', () => {
    expect(stepsThatCloseACircle([[1, 2], [3], [3], []])).toEqual([]);
  });

  it('names the step that leads back to where the walk stands', () => {
    // 0 -> 1 -> 2 -> 0; the walk begins at 0.
    expect(stepsThatCloseACircle([[1], [2], [0]])).toEqual([{ child: 2, parent: 0 }]);
  });

  it('leaves no circle, and names nothing in a hierarchy without one', () => {
    const anyParents = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.array(fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: 4 }), {
        minLength: size,
        maxLength: size,
      }),
    );
    fc.assert(
      fc.property(anyParents, (parents) => {
        const closing = stepsThatCloseACircle(parents);
        const rest = parents.map((of, child) =>
          of.filter((parent) => !closing.some((s) => s.child === child && s.parent === parent)),
        );
        expect(hasCircle(rest)).toBe(false);
        expect(closing.length > 0).toBe(hasCircle(parents));
      }),
    );
  });
});
