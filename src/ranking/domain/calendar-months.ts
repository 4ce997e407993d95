/**
 * The same day and time of day `months` calendar months earlier, in UTC; a day that the month does not have becomes its
 * last one (31 March minus one month is 28 or 29 February). PostgreSQL's `timestamp - interval` does the same.
 */
export function monthsBefore(instant: Date, months: number): Date {
  const monthIndex = instant.getUTCFullYear() * 12 + instant.getUTCMonth() - months;
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12;
  const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const earlier = new Date(instant);
  earlier.setUTCFullYear(year, month, Math.min(instant.getUTCDate(), daysInMonth));
  return earlier;
}
