/**
 * Letters by the Latin letters that they pass for: the ones of Cyrillic, Greek and Armenian, and rare Latin ones, that fonts
 * draw alike. Compatibility forms (fullwidth, mathematical...) and marks are folded before, so they need no entry.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection whose table is far larger; this one covers whole words
 *   that can be written without a letter outside it
 */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  a: 'аαɑ',
  b: 'вьƅβ',
  c: 'сϲ',
  d: 'ԁđ',
  e: 'еεєҽ',
  g: 'ɡցԍ',
  h: 'һнհħ',
  i: 'іιıɩ',
  j: 'јϳ',
  k: 'кκқ',
  l: 'ӏłǀ',
  m: 'м',
  n: 'пηոռ',
  o: 'оοσօø',
  p: 'рρ',
  q: 'ԛգ',
  r: 'гᴦ',
  s: 'ѕꜱſ',
  t: 'тτŧ',
  u: 'υսц',
  v: 'ѵν',
  w: 'ԝωա',
  x: 'хχ',
  y: 'уγү',
  ae: 'æӕ',
  oe: 'œ',
  ss: 'ß',
};

const FOLDED: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOK_ALIKE).flatMap(([latin, alike]) => [...alike].map((letter) => [letter, latin] as const)),
);

/** Digits that are written for letters, inside a word only: a number by itself is a number. */
const DIGITS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
};
const DIGIT_IN_WORD = /(?<=\p{L})[0134578]|[0134578](?=\p{L})/gu;

/** A text without case, marks, spaces and punctuation; equal for two ways of writing one name. */
export function plainKey(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What is left of a text for somebody who glances at it; equal for texts that pass for each other. */
export function skeleton(text: string): string {
  const letters = [...folded(text)].map((letter) => FOLDED.get(letter) ?? letter).join('');
  return letters
    .replace(DIGIT_IN_WORD, (digit) => DIGITS[digit] ?? digit)
    .replace(/[|!](?=\p{L})/gu, 'l')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('i', 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]+/gu, '');
}
