import { CEFR, LEVEL_WORDS, type ScaleMap } from '../../../scoring/index.js';
import { stepIndex } from './raw-level.js';

const LETTER_GRADE = /^([A-F])([+-]?)$/i;
const FAILING =
  /^(?:fail(?:ed|ing)?|not pass(?:ed)?|no pass|did not pass|not achieved|not met|nicht bestanden|nicht erreicht|niet geslaagd|onvoldoende|échec|non admis|échoué)$/i;
const PASSING = /^(?:pass(?:ed)?|achieved|met|bestanden|erreicht|geslaagd|voldoende|réussi|admis)$/i;

/** Whether the words of a result say that it was not passed. */
export function isFailing(value: string): boolean {
  return FAILING.test(value.trim());
}

/**
 * Puts values in order, lowest first. The standards do not say in which direction an issuer lists them, so it is
 * inferred: from values whose order is known (levels of a language, words such as "novice" and "expert", and, where a
 * required value shows that they are grades, letters and pass/fail); else from where the required value stands. A bar
 * at one end is only of use as the highest value, any other bar stands nearer to the low end.
 *
 * @returns undefined when the direction cannot be told; the caller then does not know the level
 */
export function lowestFirst(values: readonly string[], required: string | undefined): readonly string[] | undefined {
  if (values.length < 2) return undefined;
  const known = knownOrder(values, required !== undefined);
  if (known) return known;
  const bar = required === undefined ? -1 : values.findIndex((value) => sameValue(value, required));
  const last = values.length - 1;
  if (bar < 0) return undefined;
  if (bar === last) return values;
  if (bar === 0) return values.toReversed();
  if (2 * bar === last) return undefined;
  return 2 * bar < last ? values : values.toReversed();
}

/** Values in the order that their own words give, lowest first; undefined when they give none. */
export function knownOrder(values: readonly string[], gradesToo: boolean): readonly string[] | undefined {
  const orders = [wordOrder(CEFR), wordOrder(LEVEL_WORDS), ...(gradesToo ? [gradeOrder, passOrder] : [])];
  for (const order of orders) {
    const ranks = values.map(order);
    if (ranks.every((rank) => rank !== undefined) && new Set(ranks).size === values.length) {
      return values.toSorted((a, b) => (order(a) ?? 0) - (order(b) ?? 0));
    }
  }
  return undefined;
}

/** Whether two values are the same but for case and blanks. */
export function sameValue(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function wordOrder(map: ScaleMap): (value: string) => number | undefined {
  return (value) => {
    const index = stepIndex(map, value);
    return index < 0 ? undefined : index;
  };
}

function gradeOrder(value: string): number | undefined {
  const match = LETTER_GRADE.exec(value.trim());
  if (!match?.[1]) return undefined;
  const shade = match[2] === '+' ? 1 : match[2] === '-' ? -1 : 0;
  return -3 * match[1].toUpperCase().charCodeAt(0) + shade;
}

function passOrder(value: string): number | undefined {
  if (FAILING.test(value.trim())) return 0;
  return PASSING.test(value.trim()) ? 1 : undefined;
}
