const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,30}))?(?:Z|([+-])(\d\d):(\d\d))$/i;

/**
 * The instant of an XML Schema `dateTimeStamp`: date, time and zone. Fractions below a millisecond are cut off.
 *
 * Taken beyond the letter of that type: small `t` and `z`, as RFC 3339 allows. Refused: a missing zone, days that the
 * month does not have, leap seconds, years before 0001.
 *
 * @see https://www.w3.org/TR/vc-data-model-2.0/#representing-time
 */
export function parseInstant(value: unknown): Date | undefined {
  const parts = typeof value === 'string' ? form.exec(value) : null;
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as Six;
  if (year === 0 || minute > 59 || second > 59 || !isHour(hour, minute, second)) return undefined;
  const milliseconds = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  const zone = minutesOfZone(parts);
  if (zone === undefined) return undefined;
  return new Date(midnight.getTime() + ((hour * 60 + minute - zone) * 60 + second) * 1000 + milliseconds);
}

type Six = [number, number, number, number, number, number];

/** XML Schema writes the end of a day also as 24:00:00. */
function isHour(hour: number, minute: number, second: number): boolean {
  return hour < 24 || (hour === 24 && minute === 0 && second === 0);
}

function minutesOfZone(parts: RegExpExecArray): number | undefined {
  if (parts[8] === undefined) return 0;
  const minutes = Number(parts[9]) * 60 + Number(parts[10]);
  if (Number(parts[10]) > 59 || minutes > 14 * 60) return undefined;
  return parts[8] === '-' ? -minutes : minutes;
}

const lastSecond = 253_402_300_799;

/** The instant of a JWT NumericDate: seconds since 1970, fractions allowed, up to the year 9999. */
export function instantOfNumericDate(value: unknown): Date | undefined {
  if (typeof value !== 'number' || !(value >= 0 && value <= lastSecond)) return undefined;
  return new Date(Math.floor(value * 1000));
}
