import fc from 'fast-check';
import { elementsOf, membersOf } from './json-source.js';

describe('membersOf', () => {
  it('gives the source of each member as it was written', () => {
    const members = membersOf(' { "a" : 1.0 , "b":{"x":[1,2],"y":"},]"}, "c":"\\"\\\\" ,"\\u0064":[ ] } ');
    expect([...members]).toEqual([
      ['a', '1.0'],
      ['b', '{"x":[1,2],"y":"},]"}'],
      ['c', '"\\"\\\\"'],
      ['d', '[ ]'],
    ]);
  });

  it('finds none in an empty object', () => {
    expect(membersOf('{ \n}').size).toBe(0);
  });

  it('gives sources that read as the members do, whatever the document', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(3), (object, indent) => {
        const members = membersOf(JSON.stringify(object, null, indent));
        expect(JSON.stringify([...members].map(([key, source]) => [key, JSON.parse(source)]))).toBe(
          JSON.stringify(Object.entries(JSON.parse(JSON.stringify(object)))),
        );
      }),
    );
  });
});

describe('elementsOf', () => {
  it('splits at the commas of the list itself', () => {
    expect(elementsOf('[ {"a":[1,2]} , "x,y", [],1e2 ]')).toEqual(['{"a":[1,2]}', '"x,y"', '[]', '1e2']);
    expect(elementsOf('[]')).toEqual([]);
    expect(elementsOf('[""]')).toEqual(['""']);
  });
});
