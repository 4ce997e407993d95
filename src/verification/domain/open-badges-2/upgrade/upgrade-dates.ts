import { parseInstant } from '../../instant.js';
import { isObject } from '../../json.js';

const dayForm = /^\d{4}-\d\d-\d\d$/;
const withoutZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/;
const withoutSeconds = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(Z|[+-]\d\d:?\d\d)$/i;
const plainZone = /([+-]\d\d)(\d\d)$/;
const lastSecond = 253_402_300_799;

export interface ReadDate {
  /** RFC 3339, or the value as it stands where it is no date. */
  value: unknown;
  instant?: Date;
  /** It is written as 2.0 wants it: date, time and zone. */
  isExact: boolean;
}

/**
 * A date in any form in use before 3.0: a full ISO 8601 instant; a day, which stands for its beginning in UTC; an instant
 * without seconds or zone (UTC); whole seconds since 1970, as 1.0 allowed.
 */
export function readDate(value: unknown): ReadDate {
  const plain = isObject(value) && value['@value'] !== undefined ? value['@value'] : value;
  const exact = parseInstant(plain);
  if (exact) return { value: plain, instant: exact, isExact: true };
  const written = spelledOut(plain);
  const instant = parseInstant(written);
  return instant ? { value: written, instant, isExact: false } : { value, isExact: false };
}

function spelledOut(value: unknown): unknown {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,11}$/.test(value)))
    return ofSeconds(Number(value));
  if (typeof value !== 'string') return value;
  if (dayForm.test(value)) return `${value}T00:00:00Z`;
  if (withoutZone.test(value)) return `${/T\d\d:\d\d$/.test(value) ? `${value}:00` : value}Z`;
  return value.replace(plainZone, '$1:$2').replace(withoutSeconds, '$1:00$2');
}

function ofSeconds(seconds: number): unknown {
  return seconds >= 0 && seconds <= lastSecond ? new Date(Math.floor(seconds) * 1000).toISOString() : seconds;
}
