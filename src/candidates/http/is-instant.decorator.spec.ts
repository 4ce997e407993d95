import { isInstant } from './is-instant.decorator.js';

describe('isInstant', () => {
  it.each(['2026-11-02', '2026-11-02T09:30:00Z', '2026-11-02t09:30:00.123456z', '2024-02-29T23:59:59-11:30'])(
    'takes %s',
    (text) => {
      expect(isInstant(text)).toBe(true);
    },
  );

  it.each([
    ['a day that does not exist', '2026-02-30'],
    ['a leap second, which no Date can hold', '2026-12-31T23:59:60Z'],
    ['a week date', '2026-W10-1'],
    ['a time without zone', '2026-11-02T09:30:00'],
    ['a month', '2026-11'],
    ['a number', 1_700_000_000],
    ['a month that does not exist', '2026-13-01'],
  ])('refuses %s', (_name, value) => {
    expect(isInstant(value)).toBe(false);
  });
});
