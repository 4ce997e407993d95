const DAY_MS = 86_400_000;
const TIME_DIGITS = 12;

/**
 * The smallest id of the instant one day before the id was made.
 *
 * @param id a UUIDv7, whose first 48 bits are milliseconds since 1970 (RFC 9562 section 5.7)
 */
export function idOneDayBefore(id: string): string {
  const madeAt = parseInt(id.replaceAll('-', '').slice(0, TIME_DIGITS), 16);
  const time = Math.max(0, madeAt - DAY_MS)
    .toString(16)
    .padStart(TIME_DIGITS, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
