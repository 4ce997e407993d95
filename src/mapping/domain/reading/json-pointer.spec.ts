import fc from 'fast-check';
import { childPointer, isWithin, pointerTokens, valueAt } from './json-pointer.js';

describe('JSON pointers', () => {
  it('escape the two characters that RFC 6901 reserves', () => {
    expect(childPointer('/a', 'b/c~d')).toBe('/a/b~1c~0d');
    expect(valueAt({ a: { 'b/c~d': [7, 8] } }, '/a/b~1c~0d/1')).toBe(8);
  });

  it('lead nowhere for inherited names and missing places', () => {
    expect(valueAt({}, '/constructor')).toBeUndefined();
    expect(valueAt({ a: [1] }, '/a/1')).toBeUndefined();
    expect(valueAt({ a: 'text' }, '/a/0')).toBeUndefined();
  });

  it('come back to the tokens they were made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tokens) => {
        expect(pointerTokens(tokens.reduce((base, token) => childPointer(base, token), ''))).toEqual(tokens);
      }),
    );
  });

  it('know what lies within what', () => {
    expect(isWithin('/a/1/b', '/a/1')).toBe(true);
    expect(isWithin('/a/10', '/a/1')).toBe(false);
    expect(isWithin('/a', '')).toBe(true);
  });
});
