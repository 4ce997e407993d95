const DECIMALS = 6;
const NUMBER = /^([+-]?)(\d{1,15})(?:\.(\d{1,12}))?$/;

/**
 * A number as written, in whole millionths, so that comparing and dividing stay exact. A comma counts as the decimal
 * mark where only one or two digits follow it; digits beyond the sixth decimal are dropped.
 *
 * @returns undefined when the text is not a plain number
 */
export function toMillionths(text: string | undefined): bigint | undefined {
  if (text === undefined) return undefined;
  const match = NUMBER.exec(text.trim().replace(/^([+-]?\d{1,15}),(\d{1,2})$/, '$1.$2'));
  if (!match) return undefined;
  const [, sign, whole = '0', fraction = ''] = match;
  const digits = fraction.padEnd(DECIMALS, '0').slice(0, DECIMALS);
  const magnitude = BigInt(whole + digits);
  return sign === '-' ? -magnitude : magnitude;
}

/** The number in front of a percent sign, or the bare number. */
export function toPercentMillionths(text: string | undefined): bigint | undefined {
  return toMillionths(text?.trim().replace(/\s?%$/, ''));
}

/**
 * The quotient rounded to the nearest whole; an exact half goes down, so that a level is never overstated.
 *
 * @param numerator not negative
 * @param denominator greater than zero
 */
export function roundHalfDown(numerator: bigint, denominator: bigint): number {
  const doubled = 2n * denominator;
  return Number((2n * numerator + denominator - 1n) / doubled);
}
