const CONSONANTS = '[^aeiou][^aeiouy]*';
const VOWELS = '[aeiouy][aeiou]*';
const MEASURE_ABOVE_0 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}`);
const MEASURE_IS_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}(?:${VOWELS})?$`);
const MEASURE_ABOVE_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`);
const HAS_VOWEL = new RegExp(`^(?:${CONSONANTS})?[aeiouy]`);
const SHORT_END = new RegExp(`^${CONSONANTS}[aeiouy][^aeiouwxy]$`);

const LONG_ENDINGS: Readonly<Record<string, string>> = {
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
  icate: 'ic',
  ative: '',
  alize: 'al',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
};
const LONG =
  /^(.+?)(ational|tional|enci|anci|izer|bli|alli|entli|eli|ousli|ization|ation|ator|alism|iveness|fulness|ousness|aliti|iviti|biliti|logi)$/;
const MIDDLE = /^(.+?)(icate|ative|alize|iciti|ical|ful|ness)$/;
const LAST = /^(.+?)(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize|(?<=[st])ion)$/;

/**
 * The stem that forms of an English word share (`manage`, `managing`, `management`), by the rules of M. F. Porter,
 * "An algorithm for suffix stripping" (1980). Words with other characters than a to z are their own stem.
 */
export function englishStem(word: string): string {
  if (word.length < 3 || word.length > 40 || !/^[a-z]+$/.test(word)) return word;
  // A "y" at the beginning is a consonant, which the patterns know only of other letters.
  const marked = word.startsWith('y') ? `Y${word.slice(1)}` : word;
  const singular = marked.replace(/(ss|i)es$/, '$1').replace(/([^s])s$/, '$1');
  let stem = withoutPast(singular);
  if (stem.endsWith('y') && HAS_VOWEL.test(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = shortened(shortened(stem, LONG), MIDDLE);
  const root = LAST.exec(stem)?.[1];
  if (root !== undefined && MEASURE_ABOVE_1.test(root)) stem = root;
  return withoutFinalE(stem).toLowerCase();
}

function withoutPast(word: string): string {
  if (word.endsWith('eed')) return MEASURE_ABOVE_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const root = /^(.+?)(?:ed|ing)$/.exec(word)?.[1];
  if (root === undefined || !HAS_VOWEL.test(root)) return word;
  if (/(?:at|bl|iz)$/.test(root)) return `${root}e`;
  if (/([^aeiouylsz])\1$/.test(root)) return root.slice(0, -1);
  return SHORT_END.test(root) ? `${root}e` : root;
}

function shortened(word: string, endings: RegExp): string {
  const [, root, ending] = endings.exec(word) ?? [];
  if (root === undefined || ending === undefined || !MEASURE_ABOVE_0.test(root)) return word;
  return root + (LONG_ENDINGS[ending] ?? '');
}

function withoutFinalE(word: string): string {
  if (word.endsWith('ll') && MEASURE_ABOVE_1.test(word)) return word.slice(0, -1);
  if (!word.endsWith('e')) return word;
  const root = word.slice(0, -1);
  return MEASURE_ABOVE_1.test(root) || (MEASURE_IS_1.test(root) && !SHORT_END.test(root)) ? root : word;
}
