import fc from 'fast-check';
import { faultOfText } from './json-text-fault.js';
import { membersInText, membersInValue } from './members-in-text.js';
import { parseStrictJson } from './strict-json.js';

describe('the quick look at a JSON text', () => {
  it('counts the members of every text that it judges', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), undefined, indent);
        const members = membersInText(spaced);
        if (members !== undefined) expect(members).toBe(membersInValue(JSON.parse(spaced)));
      }),
    );
  });

  it.each([
    ['a key twice', '{"a": 1, "a": 2}', 'duplicate-key'],
    ['a key twice, once escaped', '{"a": 1, "\\u0061": 2}', 'duplicate-key'],
    ['a key twice, far inside', '[{"b": {"a": [], "c": {}, "a": 1}}]', 'duplicate-key'],
    ['a key that ends in a backslash, twice', '{"a\\\\": 1, "a\\\\": 2}', 'duplicate-key'],
    ['the forbidden key', '{"__proto__": 1}', 'forbidden-key'],
    ['a long whole number', '[9007199254740993]', 'number-out-of-range'],
    ['a huge exponent', '[1e999]', 'number-out-of-range'],
    ['too many levels', '['.repeat(65) + ']'.repeat(65), 'too-deep'],
    ['half a surrogate pair', '["\\ud800"]', 'forbidden-character'],
  ])('leaves %s to the close one', (_what, text, code) => {
    expect(parseStrictJson(text)).toMatchObject({ ok: false, code });
  });

  it('takes nothing that the close one refuses', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\""',
      '"\\\\"',
      '"b',
      '1',
      '-1.5e3',
      ' ',
      'true',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        if (parseStrictJson(text).ok) expect(faultOfText(text)).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });
});
