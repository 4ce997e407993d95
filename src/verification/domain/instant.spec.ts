import fc from 'fast-check';
import { instantOfNumericDate, parseInstant, writtenInstant } from './instant.js';

describe('parseInstant', () => {
  // The first test of the file, since it is about what nothing was read before.
  it('refuses an empty text as the first that it is asked for', () => {
    expect(parseInstant('')).toBeUndefined();
  });

  it.each([
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01T00:00:00.1239Z', '2026-01-01T00:00:00.123Z'],
    ['2023-02-25T19:10:39-06:00', '2023-02-26T01:10:39.000Z'],
    ['2026-01-01t00:00:00z', '2026-01-01T00:00:00.000Z'],
    ['2024-02-29T24:00:00+00:00', '2024-03-01T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999-14:00', '+010000-01-01T13:59:59.999Z'],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text)?.toISOString()).toBe(instant);
  });

  it.each([
    '2026-01-01T00:00:00',
    '2026-01-01',
    '2026-02-30T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T25:00:00Z',
    '2026-01-01T24:00:01Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00+15:00',
    '2026-01-01T00:00:00+0100',
    '0000-01-01T00:00:00Z',
    ' 2026-01-01T00:00:00Z',
    'FUTURE DATE',
    '',
    1767225600,
    null,
    { '@value': '2026-01-01T00:00:00Z' },
    ['2026-01-01T00:00:00Z'],
  ])('refuses %j', (value) => {
    expect(parseInstant(value)).toBeUndefined();
  });
});

describe('instantOfNumericDate', () => {
  it('reads seconds and fractions, and nothing that is no number in range', () => {
    expect(instantOfNumericDate(1.5)?.toISOString()).toBe('1970-01-01T00:00:01.500Z');
    for (const value of ['1', -1, 1e300, NaN, Infinity, null, undefined])
      expect(instantOfNumericDate(value)).toBeUndefined();
  });
});

describe('writtenInstant', () => {
  it('writes every instant as the language does, also one after another of the same second', () => {
    const instant = fc.oneof(
      fc.date({ noInvalidDate: true }),
      fc.integer({ min: -3_000, max: 3_000 }).map((ms) => new Date(ms)),
    );
    fc.assert(
      fc.property(instant, (it) => expect(writtenInstant(it)).toBe(it.toISOString())),
      { numRuns: 1_000 },
    );
  });
});
