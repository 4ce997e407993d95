import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, filterHashOf, MAX_CURSOR_LENGTH } from './cursor.js';

const secret = Buffer.alloc(32, 7);
const filterHash = filterHashOf({ list: 'candidates', q: 'anna' });
const cursor = encodeCursor(secret, { filterHash, values: ['anna', 42, true, null] });

describe('a cursor', () => {
  it('gives the sort values back that it was made of', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), (values) => {
        expect(decodeCursor(secret, encodeCursor(secret, { filterHash, values }), filterHash)).toEqual(values);
      }),
    );
  });

  it('is refused with another filter', () => {
    const other = filterHashOf({ list: 'candidates', q: 'bert' });
    expect(() => decodeCursor(secret, cursor, other)).toThrow(
      expect.objectContaining({ code: 'cursor-filter-changed' }),
    );
  });

  it('is refused with any one character changed', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let i = 0; i < cursor.length; i += 1) {
      for (const character of alphabet.replace(cursor[i] ?? '', '')) {
        const edited = cursor.slice(0, i) + character + cursor.slice(i + 1);
        expect(() => decodeCursor(secret, edited, filterHash)).toThrow(
          expect.objectContaining({ code: 'invalid-cursor' }),
        );
      }
    }
  });

  it.each([
    ['empty', ''],
    ['of another alphabet', 'a+b/c='],
    ['a megabyte long', 'A'.repeat(1_000_000)],
    ['cut off', cursor.slice(0, -4)],
    ['made by somebody else', Buffer.from('["x",1]').toString('base64url')],
  ])('is refused when it is %s', (_name, text) => {
    expect(() => decodeCursor(secret, text, filterHash)).toThrow(expect.objectContaining({ code: 'invalid-cursor' }));
  });

  it('is worth nothing to another organization', () => {
    expect(() => decodeCursor(randomBytes(32), cursor, filterHash)).toThrow(
      expect.objectContaining({ code: 'invalid-cursor' }),
    );
  });

  it('is never longer than it may be', () => {
    const values = ['x'.repeat(MAX_CURSOR_LENGTH)];
    expect(() => encodeCursor(secret, { filterHash, values })).toThrow('too long');
  });
});

describe('filterHashOf', () => {
  it('does not depend on the order of the filters, nor on unset ones', () => {
    expect(filterHashOf({ a: 1, b: 'x', c: undefined })).toBe(filterHashOf({ b: 'x', a: 1 }));
  });

  it('tells values of different types apart', () => {
    expect(
      new Set([filterHashOf({ a: 1 }), filterHashOf({ a: '1' }), filterHashOf({ a: null }), filterHashOf({})]).size,
    ).toBe(4);
  });
});
