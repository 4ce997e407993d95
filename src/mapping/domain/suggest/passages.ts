import { labelParts, normaliseLabel, visibleText } from '../../../frameworks/index.js';
import { plainText } from '../reading/plain-text.js';
import { sentencesOf } from '../reading/sentences.js';
import { affirmedParts, deniedParts } from './negation.js';
import { isFunctionWord, wordsOf } from './wording.js';

/** A piece of text that is looked up as a whole. */
export interface Passage {
  /** As it was written. */
  readonly text: string;
  /** Normalised. */
  readonly words: readonly string[];
  /** A phrase is likely a name of something; a sentence contains names among other words. */
  readonly kind: 'phrase' | 'sentence';
}

export const MAX_PASSAGES = 200;
const MAX_PHRASE_WORDS = 6;
const MAX_SENTENCE_WORDS = 60;
const MAX_LIST_ITEM_WORDS = 4;
/** Names of tools that in lower case, or at the head of a sentence, are everyday words or stray letters. */
const NAMES_LIKE_WORDS = new Set(['c', 'd', 'excel', 'go', 'r', 'swift']);

/** What a text says, piece by piece: sentences and items of lists, without markup and without what it denies. */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = [];
  const seen = new Set<string>();
  for (const sentence of sentencesOf(plainText(text), MAX_PASSAGES)) {
    for (const piece of affirmedParts(sentence).flatMap(listItems).flatMap(inLengths)) {
      const passage = passageOf(piece);
      const key = passage.words.join(' ');
      if (key === '' || seen.has(key)) continue;
      seen.add(key);
      passages.push(passage);
      if (passages.length === MAX_PASSAGES) return passages;
    }
  }
  return passages;
}

/** Words of what a text denies, piece by piece. */
export function deniedWords(text: string): string[][] {
  return sentencesOf(plainText(text), MAX_PASSAGES)
    .flatMap(deniedParts)
    .map((piece) => wordsOf(normaliseLabel(piece)))
    .filter((words) => words.length > 0);
}

function listItems(part: string): string[] {
  const items = part.split(/\s*,\s*(?:and\s+|or\s+)?/).filter((item) => item !== '');
  const isList = items.length > 2 && items.every((item) => wordsOf(item).length <= MAX_LIST_ITEM_WORDS);
  return isList ? items : [part.replace(/^[\s,]+|[\s,]+$/g, '')];
}

function inLengths(part: string): string[] {
  const written = part.split(/\s+/);
  const lengths: string[] = [];
  for (let at = 0; at < written.length; at += MAX_SENTENCE_WORDS)
    lengths.push(written.slice(at, at + MAX_SENTENCE_WORDS).join(' '));
  return lengths;
}

function passageOf(piece: string): Passage {
  const text = visibleText(piece);
  const { normalised, qualifier } = labelParts(text);
  const words = wordsOf(normalised);
  const isPhrase = words.length <= MAX_PHRASE_WORDS;
  // A bracket behind a name says which one is meant; a bracket behind a sentence says more.
  const all = isPhrase || qualifier === undefined ? words : [...words, ...wordsOf(qualifier)];
  const written = wordsOf(text);
  const kept = all.filter((word, at) => !isPlainWord(word, at, all, written, isPhrase));
  return { text, words: kept.length === 0 && all.length === 1 ? all : kept, kind: isPhrase ? 'phrase' : 'sentence' };
}

function isPlainWord(
  word: string,
  at: number,
  words: readonly string[],
  written: readonly string[],
  isPhrase: boolean,
): boolean {
  if (!NAMES_LIKE_WORDS.has(word) || words.length === 1) return false;
  const isCapital = /^\p{Lu}/u.test(written[at] ?? '');
  if (isCapital && at > 0) return false;
  return isPhrase ? isFunctionWord(words[at + 1] ?? '') : word.length > 1 || !isCapital;
}
