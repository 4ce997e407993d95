import fc from 'fast-check';
import { Malformed } from '../../errors/index.js';
import { parseStrictJson } from './strict-json.js';

const refusal = (text: string | Buffer): Malformed => {
  try {
    parseStrictJson(text);
  } catch (error) {
    if (error instanceof Malformed) return error;
    throw error;
  }
  throw new Error('it was read');
};

describe('parseStrictJson', () => {
  it('reads what JSON.parse reads, from text and from bytes', () => {
    const json = fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 6 }).filter((value) => {
      const text = JSON.stringify(value);
      return !text.includes('\\u0000') && !text.includes('__proto__');
    });
    fc.assert(
      fc.property(json, fc.constantFrom(0, 2), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
        expect(parseStrictJson(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('never reads what JSON.parse refuses, and fails with a refusal only', () => {
    const marks = fc.array(fc.constantFrom(...'{}[]",:\\/ truefalsn0123.-+eE\n\tu\u0000\ufeffä'), { maxLength: 12 });
    fc.assert(
      fc.property(marks, (characters) => {
        const text = characters.join('');
        let parsed: unknown;
        try {
          parsed = parseStrictJson(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed);
          return;
        }
        expect(parsed).toEqual(JSON.parse(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a duplicate key', '{"a":{"b":1,"b":2}}', 'duplicate-key', '/a/b'],
    ['a duplicate key in another spelling', '{"a":1,"\\u0061":2}', 'duplicate-key', '/a'],
    ['__proto__', '{"a":[{"__proto__":{}}]}', 'forbidden-key', '/a/0/__proto__'],
    ['an escaped __proto__', '{"\\u005f_proto__":{}}', 'forbidden-key', '/__proto__'],
    ['constructor.prototype', '{"constructor":{"prototype":{}}}', 'forbidden-key', '/constructor'],
    ['NUL in a text', '{"a":"\\u0000"}', 'invalid-string', '/a'],
    ['NUL in a key', '{"\\u0000":1}', 'invalid-string', ''],
    ['half a surrogate pair', '["\\ud800"]', 'invalid-string', '/0'],
    ['a number beyond a double', '{"a":1e400}', 'number-out-of-range', '/a'],
    ['a bare control character', '"\u0001"', 'invalid-json', ''],
    ['a number with a leading zero', '{"a":01}', 'invalid-json', ''],
    ['a trailing comma', '[1,]', 'invalid-json', '/1'],
    ['two values', '1 2', 'invalid-json', ''],
    ['nothing', '', 'invalid-json', ''],
    ['blanks', ' \n', 'invalid-json', ''],
    ['a comment', '/**/1', 'invalid-json', ''],
    ['an unknown escape', '"\\x"', 'invalid-json', ''],
    ['NaN', 'NaN', 'invalid-json', ''],
  ])('refuses %s', (_name, text, code, pointer) => {
    const { errors, ...error } = refusal(text);
    expect([error.code, errors[0]?.pointer]).toEqual([code, pointer]);
  });

  it('allows a key named constructor that reaches no prototype', () => {
    expect(parseStrictJson('{"constructor":{"name":"a"},"prototype":1}')).toEqual({
      constructor: { name: 'a' },
      prototype: 1,
    });
  });

  it('refuses a byte order mark and bytes that are not UTF-8', () => {
    expect(refusal(Buffer.from('\ufeff{}')).code).toBe('invalid-json');
    expect(refusal(Buffer.from([0x22, 0xff, 0x22])).code).toBe('invalid-json');
  });

  it('reads arrays and objects nested 32 deep and no deeper', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseStrictJson(nested(32))).toBeDefined();
    expect(refusal(nested(33)).code).toBe('json-too-deep');
    expect(refusal('{"a":'.repeat(500_000)).code).toBe('json-too-deep');
  });

  it('says in which line and column it stopped', () => {
    // The second line is `  "b": x`; its x stands in column 8.
    expect(refusal('{"a": 1,\n  "b": x}').detail).toContain('line 2, column 8');
  });

  it('is done with a megabyte of anything within a second', () => {
    const many: [string, boolean][] = [
      [`"${'a'.repeat(1_000_000)}"`, true],
      [`"${'a'.repeat(1_000_000)}`, false],
      [`"${'\\n'.repeat(500_000)}"`, true],
      [`[${'1,'.repeat(500_000)}1]`, true],
      [`[${'{},'.repeat(330_000)}`, false],
      [`${' '.repeat(1_000_000)}1`, true],
      ['-'.repeat(1_000_000), false],
      [`1${'0'.repeat(300)}.${'1'.repeat(999_000)}`, true],
      [`{${Array.from({ length: 100_000 }, (_, i) => `"${i}":0`).join(',')}}`, true],
    ];
    for (const [text, readable] of many) {
      const start = performance.now();
      const read = readable ? parseStrictJson(text) : refusal(text).code;
      expect(performance.now() - start).toBeLessThan(5_000);
      expect(JSON.stringify(read)).toBe(JSON.stringify(readable ? JSON.parse(text) : 'invalid-json'));
    }
  });
});
