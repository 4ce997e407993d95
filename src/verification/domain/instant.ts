const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,30})?(?:Z|[+-]\d\d:\d\d)$/i;

/**
 * The instant of an XML Schema `dateTimeStamp`: date, time and zone. Fractions below a millisecond are cut off.
 *
 * Taken beyond the letter of that type: small `t` and `z`, as RFC 3339 allows. Refused: a missing zone, days that the
 * month does not have, leap seconds, years before 0001.
 *
 * @see https://www.w3.org/TR/vc-data-model-2.0/#representing-time
 */
export function parseInstant(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  if (value !== read.text) {
    const instant = instantIn(value);
    if (!instant) return undefined;
    read.text = value;
    read.time = instant.getTime();
  }
  return new Date(read.time);
}

/** The text that was read last, since several checks ask for the same date one after the other. */
const read: { text: string | undefined; time: number } = { text: undefined, time: NaN };

function instantIn(value: string): Date | undefined {
  if (!form.test(value)) return undefined;
  const year = digitsIn(value, 0, 4);
  const month = digitsIn(value, 5, 7);
  const day = digitsIn(value, 8, 10);
  const hour = digitsIn(value, 11, 13);
  const minute = digitsIn(value, 14, 16);
  const second = digitsIn(value, 17, 19);
  if (year === 0 || minute > 59 || second > 59 || !isHour(hour, minute, second)) return undefined;
  if (month === 0 || month > 12 || day === 0 || day > daysIn(month, year)) return undefined;
  const zone = minutesOfZone(value);
  if (zone === undefined) return undefined;
  // Date.UTC takes years below 100 for those of the last century; 400 years always have equally many days.
  const midnight = Date.UTC(year + 400, month - 1, day) - msOf400Years;
  return new Date(midnight + ((hour * 60 + minute - zone) * 60 + second) * 1000 + millisecondsIn(value));
}

const msOf400Years = 146_097 * 86_400_000;
const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(month: number, year: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeapYear ? 29 : (daysOfMonths[month - 1] ?? 0);
}

const zero = 0x30;

/** The number that the digits of a text are, from one place to before another. */
function digitsIn(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - zero;
  return number;
}

const afterSeconds = 19;

function millisecondsIn(text: string): number {
  if (text.charAt(afterSeconds) !== '.') return 0;
  const [fraction = ''] = text.slice(afterSeconds + 1).split(/\D/, 1);
  return Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** XML Schema writes the end of a day also as 24:00:00. */
function isHour(hour: number, minute: number, second: number): boolean {
  return hour < 24 || (hour === 24 && minute === 0 && second === 0);
}

function minutesOfZone(text: string): number | undefined {
  const end = text.length;
  const last = text.charAt(end - 1);
  if (last === 'Z' || last === 'z') return 0;
  const beyondHours = digitsIn(text, end - 2, end);
  const minutes = digitsIn(text, end - 5, end - 3) * 60 + beyondHours;
  if (beyondHours > 59 || minutes > 14 * 60) return undefined;
  return text.charAt(end - 6) === '-' ? -minutes : minutes;
}

const lastSecond = 253_402_300_799;

/** The instant of a JWT NumericDate: seconds since 1970, fractions allowed, up to the year 9999. */
export function instantOfNumericDate(value: unknown): Date | undefined {
  if (typeof value !== 'number' || !(value >= 0 && value <= lastSecond)) return undefined;
  return new Date(Math.floor(value * 1000));
}

/** The second that was written last, and how. */
const latest = { second: NaN, text: '' };

/** An instant as `toISOString` writes it. Checks that are made one after the other mostly name the same second. */
export function writtenInstant(instant: Date): string {
  const time = instant.getTime();
  const second = Math.floor(time / 1000);
  if (second !== latest.second) {
    latest.text = instant.toISOString().slice(0, -'000Z'.length);
    latest.second = second;
  }
  return `${latest.text}${String(time - second * 1000).padStart(3, '0')}Z`;
}
