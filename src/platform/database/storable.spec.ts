import { storableJson, storableText } from './storable.js';

describe('storableText', () => {
  it('replaces NUL and lone surrogates, which PostgreSQL refuses', () => {
    expect(storableText('a\u0000b\uD800c')).toBe('a\uFFFDb\uFFFDc');
  });
});

describe('storableJson', () => {
  it('cleans keys and values at every depth and keeps dates as instants', () => {
    const value = { 'k\u0000': [{ deep: '\uDC00' }], at: new Date(0) };
    expect(JSON.parse(storableJson(value))).toEqual({
      'k\uFFFD': [{ deep: '\uFFFD' }],
      at: '1970-01-01T00:00:00.000Z',
    });
  });

  it('takes an escape that is written out for the text that it is', () => {
    const value = { text: String.raw`\u0000 \ud800`, other: 'ü\u0007\u{1f600}' };
    expect(storableJson(value)).toBe(JSON.stringify(value));
  });
});
