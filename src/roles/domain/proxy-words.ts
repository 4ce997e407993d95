/** What a text asks for instead of a skill. */
export const PROXY_KINDS = ['degree', 'years', 'title'] as const;
export type ProxyKind = (typeof PROXY_KINDS)[number];

export interface Proxy {
  readonly kind: ProxyKind;
  /** The words that say so, as they were written. */
  readonly matchedText: string;
}

const NAMED_DEGREES = String.raw`bachelor(?:['’]?s)?(?:\s+of\s+\p{L}+|\s+degree)?|master(?:['’]s(?:\s+degree)?|\s+of\s+\p{L}+|\s+degree)`;
const OTHER_DEGREES = `doctorate|(?:university|college)\\s+(?:degree|education|graduate)s?|degree(?!\\s+(?:celsius|fahrenheit|of\\s+freedom))`;
const SHORT_DEGREES =
  'diploma|ph\\.?\\s?d|mba|b\\.?sc|m\\.?sc|abitur|hochschulabschluss|diplôme|licence universitaire|hbo';
const ROLES =
  'manager|engineer|developer|officer|director|analyst|consultant|specialist|administrator|designer|architect|supervisor';
const NUMBERS = '\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|several|many';
const LEAST = 'at least\\s+|minimum(?: of)?\\s+|mindestens\\s+|minimaal\\s+|au moins\\s+';

const words = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu');

const PATTERNS: Readonly<Record<ProxyKind, RegExp>> = {
  degree: words(`${NAMED_DEGREES}|${OTHER_DEGREES}|${SHORT_DEGREES}`),
  years: words(
    `(?:${LEAST})?(?:${NUMBERS})\\s*(?:\\+|[-–]\\s?\\d{1,2}|or more|plus)?\\s*(?:years?|yrs?|jahren?|jahre|jaar|ans?|années?)`,
  ),
  title: words(
    `(?:senior|junior|lead|chief|principal|former)\\s+(?:[\\p{L}-]+\\s+){0,2}(?:${ROLES})|head of\\s+[\\p{L}-]+|(?:previously|worked as|experience as)\\s+(?:an?\\s+)?(?:[\\p{L}-]+\\s+){0,2}(?:${ROLES})`,
  ),
};

/**
 * Words that smell of a proxy: a degree, years, a job title. They shut people out who have the skill and got it another way.
 * English, and the commonest German, Dutch and French forms; each kind at most once.
 */
export function proxiesIn(text: string): readonly Proxy[] {
  return PROXY_KINDS.flatMap((kind) => {
    const found = PATTERNS[kind].exec(text);
    return found === null ? [] : [{ kind, matchedText: found[0].trim() }];
  });
}
