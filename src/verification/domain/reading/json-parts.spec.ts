import fc from 'fast-check';
import { partsAt } from './json-parts.js';

const at = (text: string, ...path: string[]): { pointer: string; source: string }[] => [...partsAt(text, path)];

describe('partsAt', () => {
  it('gives a part exactly as it was written', () => {
    const text = '{ "a" : [ {"n": 1.0, "t":"\\u0041\\"}]" } , 2 ] }';
    expect(at(text, 'a', '*')).toEqual([
      { pointer: '/a/0', source: '{"n": 1.0, "t":"\\u0041\\"}]" }' },
      { pointer: '/a/1', source: '2' },
    ]);
  });

  it('lets a single value stand for a list of one', () => {
    expect(at('{"a":{"b":1}}', 'a', '*', 'b')).toEqual([{ pointer: '/a/b', source: '1' }]);
  });

  it('finds members by what their names mean, not by how they are written', () => {
    expect(at('{"\\u0061":7}', 'a')).toEqual([{ pointer: '/a', source: '7' }]);
  });

  it('escapes names in pointers', () => {
    expect(at('{"a/b~c":true}', 'a/b~c')).toEqual([{ pointer: '/a~1b~0c', source: 'true' }]);
  });

  it('finds nothing where there is nothing', () => {
    expect(at('[]', '*')).toEqual([]);
    expect(at('{}', 'a')).toEqual([]);
    expect(at('"text"', 'a')).toEqual([]);
  });

  it('finds every element of any list, and each means what it meant in the list', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.integer({ min: 0, max: 4 }), (list, indent) => {
        const read = at(JSON.stringify(list, null, indent), '*').map(({ source }) => JSON.parse(source) as unknown);
        expect(read).toEqual(JSON.parse(JSON.stringify(list)));
      }),
    );
  });
});
