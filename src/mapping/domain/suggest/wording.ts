import { englishStem } from './english-stem.js';

/** Words that say nothing of which skill is meant. */
const FUNCTION_WORDS = new Set(
  (
    'a about across all also an and any are as at be been both by can could did do does each etc for from had has have he ' +
    'her his how if in include includes including into is it its may more most must no not of on or other our own per she ' +
    'should so such than that the their them then these they this those to us use used using very via was we well were ' +
    'what which while who will with within would you your'
  ).split(' '),
);
const MAX_WORD = 60;

export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);

/** Words of a text in order, as written; `+`, `#` and inner or leading dots belong to names (`C++`, `.NET`, `node.js`). */
export function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}\p{M}+#.]+/u)
    .map((word) => word.replace(/^\.+(?!\p{L})|\.+$/gu, ''))
    .filter((word) => word.length <= MAX_WORD && /[\p{L}\p{N}]/u.test(word));
}

/** Stems of the words that carry meaning, each once and in order of the alphabet; of all words where none does. */
export function termsOf(words: readonly string[]): string[] {
  const telling = words.filter((word) => !isFunctionWord(word));
  return [...new Set((telling.length > 0 ? telling : words).map(englishStem))].sort();
}

/** Runs of three characters in each word, with two blanks before it and one behind, as pg_trgm counts them. */
export function trigramsOf(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of words) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}
