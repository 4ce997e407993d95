import fc from 'fast-check';
import { lowestFirst } from './value-order.js';

describe('lowestFirst', () => {
  it.each([
    ['grades listed upwards', ['D', 'C', 'B', 'A'], 'C', ['D', 'C', 'B', 'A']],
    ['grades listed downwards', ['A', 'B', 'C', 'D', 'F'], 'C', ['F', 'D', 'C', 'B', 'A']],
    ['shaded grades', ['A+', 'A', 'A-', 'B+'], 'B+', ['B+', 'A-', 'A', 'A+']],
    ['pass and fail', ['Pass', 'Fail'], 'Pass', ['Fail', 'Pass']],
    ['words of a known order', ['Expert', 'Novice', 'Proficient'], undefined, ['Novice', 'Proficient', 'Expert']],
    [
      'a bar at the front, which can only be the highest',
      ['gold', 'silver', 'bronze'],
      'gold',
      ['bronze', 'silver', 'gold'],
    ],
    ['a bar at the back', ['seed', 'tree'], 'tree', ['seed', 'tree']],
    ['a bar near the front', ['1', '2', '3', '4', '5'], '2', ['1', '2', '3', '4', '5']],
    ['a bar near the back, as in German marks', ['1', '2', '3', '4', '5', '6'], '4', ['6', '5', '4', '3', '2', '1']],
  ])('orders %s', (_, values, required, expected) => {
    expect(lowestFirst(values, required)).toEqual(expected);
  });

  it.each([
    ['no bar is set', ['D', 'C', 'B', 'A'], undefined],
    ['the bar stands in the middle', ['x', 'y', 'z'], 'y'],
    ['the bar is none of the values', ['x', 'y', 'z'], 'w'],
    ['there is one value only', ['x'], 'x'],
    ['there are none', [], undefined],
  ])('cannot tell when %s', (_, values, required) => {
    expect(lowestFirst(values, required)).toBeUndefined();
  });

  it('gives the same order whichever way round the values are listed', () => {
    const anyList = fc
      .uniqueArray(fc.stringMatching(/^[g-z]{4,8}$/), { minLength: 2, maxLength: 9 })
      .chain((values) => fc.constantFrom(...values).map((required) => ({ values, required })));
    fc.assert(
      fc.property(anyList, ({ values, required }) => {
        expect(lowestFirst(values.toReversed(), required)).toEqual(lowestFirst(values, required));
      }),
    );
  });
});
