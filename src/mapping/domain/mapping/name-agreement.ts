import { normaliseLabel } from '../../../frameworks/index.js';

/** Words that join or frame a label and say nothing of the skill. */
const FILLERS = new Set(
  'a an and as at by for from in into of on or the to with using use und der die das mit für von zu et de la le les du des en het een van skill skills competence competency competencies level'.split(
    ' ',
  ),
);
const MAX_WORDS = 60;
const ENDINGS = [
  'isations',
  'isation',
  'ations',
  'ation',
  'ments',
  'ment',
  'ities',
  'ings',
  'ing',
  'ers',
  'ies',
  'ed',
  'er',
  'es',
  'e',
  's',
  'y',
];

/**
 * Whether the name of a claim and the labels of the competency that its identifier leads to have any word in common.
 * Issuers paste wrong links; a name without a single shared word is a reason to ask a person. Words are compared
 * without case, endings and accents, so "program" agrees with "programming".
 *
 * @param labels preferred and alternative labels, in any language
 * @returns true also when there is nothing to compare
 */
export function namesAgree(name: string, labels: readonly string[]): boolean {
  const words = stemsOf(name);
  if (words.length === 0 || labels.length === 0) return true;
  const known = new Set(labels.flatMap(stemsOf));
  return known.size === 0 || words.some((word) => known.has(word));
}

function stemsOf(text: string): string[] {
  const words = normaliseLabel(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}+#.]+|\.(?=\s|$)/u)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
  const telling = words.filter((word) => !FILLERS.has(word));
  // A name made of fillers only ("to be or not to be") still has to be compared by something.
  return (telling.length > 0 ? telling : words).map(stem);
}

function stem(word: string): string {
  const ending = ENDINGS.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= 4);
  const bare = ending === undefined ? word : word.slice(0, -ending.length);
  // "programming" and "program": the doubled consonant came with the ending.
  return bare.length > 4 && bare.at(-1) === bare.at(-2) ? bare.slice(0, -1) : bare;
}
