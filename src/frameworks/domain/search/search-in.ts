import type { IndexedLabel, SearchIndex } from './search-index.js';
import { similarWords } from './similar-words.js';
import { placesBeginning, type SortedWords } from './sorted-words.js';

/**
 * How a hit was found, the best first. 0 a code or address, 1 the whole preferred label, 2 another whole label, 3 and 4
 * their beginnings (3 also that of a code), 5 and 6 words in them, 7 misspelled words of labels, 8 words of definition
 * or notes, 9 the most telling of the words in a label.
 */
export const TIERS = { identifier: 0, whole: 1, beginning: 3, words: 5, similar: 7, text: 8, part: 9 } as const;

/** Where fewer entries have all the words, those follow that have some of them. */
const FEW = 10;

export interface IndexHit {
  /** Place in the index. */
  readonly entry: number;
  readonly tier: number;
  /** 0 to 1000. */
  readonly similarity: number;
  /** The label that was found, normalised; null where it was no label. */
  readonly normalised: string | null;
}

/** What somebody typed: the text as it came, and its words. */
export interface TypedText {
  readonly typed: string;
  readonly words: readonly string[];
}

/**
 * Entries that fit: by code, by the whole label, its beginning, words that each begin a word of it; where none of these
 * finds anything, by words that look like those of a label; and by the words of definition and notes. Where that is little,
 * by a label with the most telling of the words. Each entry once, by the best way to it; in no order.
 */
export function searchIn(index: SearchIndex, { typed, words: given }: TypedText): IndexHit[] {
  const words = [...new Set(given)];
  const best = new Map<number, IndexHit>();
  const offer = (hit: IndexHit): void => {
    const known = best.get(hit.entry);
    if (known === undefined || isBetter(hit, known)) best.set(hit.entry, hit);
  };
  offerCodes(index, typed.trim().toLowerCase(), offer);
  if (words.length === 0) return [...best.values()];
  offerLabels(index, words, offer);
  if (best.size === 0) offerSimilar(index, words, offer);
  offerTexts(index, words, offer);
  if (best.size < FEW && words.length > 1) offerParts(index, words, offer);
  return [...best.values()];
}

type Offer = (hit: IndexHit) => void;

function isBetter(a: IndexHit, b: IndexHit): boolean {
  if (a.tier !== b.tier) return a.tier < b.tier;
  if (a.similarity !== b.similarity) return a.similarity > b.similarity;
  return (a.normalised ?? '') < (b.normalised ?? '');
}

/** A code that is being typed shows by its digit; words without one would be codes by chance. */
function offerCodes({ entries }: SearchIndex, typed: string, offer: Offer): void {
  if (typed === '') return;
  const mayBegin = /\d/.test(typed);
  for (const [entry, { code }] of entries.entries()) {
    if (code === typed) offer({ entry, tier: TIERS.identifier, similarity: 1_000, normalised: null });
    else if (mayBegin && code.startsWith(typed)) {
      offer({ entry, tier: TIERS.beginning, similarity: share(typed.length, code.length), normalised: null });
    }
  }
}

function offerLabels({ labels, labelWords }: SearchIndex, words: readonly string[], offer: Offer): void {
  const wanted = words.map((word) => ` ${word}`);
  const phrase = wanted.join('');
  for (const at of holdersOf(labelWords, rarest(labelWords, words))) {
    const label = labels[at] as IndexedLabel;
    if (!wanted.every((word) => label.spaced.includes(word))) continue;
    const { entry, normalised, isPreferred, spaced } = label;
    const tier = spaced === phrase ? TIERS.whole : spaced.startsWith(phrase) ? TIERS.beginning : TIERS.words;
    offer({ entry, tier: tier + Number(!isPreferred), similarity: share(phrase.length, spaced.length), normalised });
  }
}

function offerTexts({ textWords }: SearchIndex, words: readonly string[], offer: Offer): void {
  const first = rarest(textWords, words);
  let entries = new Set(holdersOf(textWords, first));
  for (const word of words) {
    if (word === first || entries.size === 0) continue;
    const both = new Set<number>();
    for (const entry of holdersOf(textWords, word)) if (entries.has(entry)) both.add(entry);
    entries = both;
  }
  for (const entry of entries) offer({ entry, tier: TIERS.text, similarity: 0, normalised: null });
}

/**
 * Labels with words that tell more than those they lack: a word tells more the fewer labels have it. A label without any of
 * the words that tell most could not come to more than half.
 */
function offerParts({ labels, labelWords, entries }: SearchIndex, words: readonly string[], offer: Offer): void {
  const told = words
    .map((word) => ({ word, tells: Math.log(labels.length / Math.max(1, countOf(labelWords, word))) }))
    .sort((a, b) => b.tells - a.tells);
  const all = told.reduce((sum, { tells }) => sum + tells, 0);
  const sums = new Map<number, number>();
  let left = all;
  for (const { word, tells } of told) {
    const isNeeded = left > all / 2;
    for (const at of new Set(holdersOf(labelWords, word))) {
      const sum = sums.get(at);
      if (isNeeded || sum !== undefined) sums.set(at, (sum ?? 0) + tells);
    }
    left -= tells;
  }
  for (const [at, sum] of sums) {
    if (sum > all / 2) offer(likeHit(labels[at] as IndexedLabel, entries, TIERS.part, sum / all, words));
  }
}

/** Every word must be like one of the label; what is like the typed words most comes first. */
function offerSimilar({ labels, labelWords, entries }: SearchIndex, words: readonly string[], offer: Offer): void {
  let likeness: Map<number, number> | undefined;
  for (const word of words) {
    const found = labelsLike(labelWords, word);
    likeness = likeness === undefined ? found : joined(likeness, found);
  }
  for (const [at, sum] of likeness ?? [])
    offer(likeHit(labels[at] as IndexedLabel, entries, TIERS.similar, sum / words.length, words));
}

/** By how much the words are like the label, then by its length; preferred labels first, headings behind others. */
function likeHit(
  { entry, normalised, isPreferred, spaced }: IndexedLabel,
  entries: SearchIndex['entries'],
  tier: number,
  likeness: number,
  words: readonly string[],
): IndexHit {
  const typedLength = words.join(' ').length;
  const length = Math.min(typedLength, spaced.length) / Math.max(typedLength, spaced.length);
  const kind = (isPreferred ? 20 : 0) - (entries[entry]?.isHeading ? 20 : 0);
  return { entry, tier, similarity: Math.max(0, Math.round(likeness * 880 + length * 100 + kind)), normalised };
}

/** Labels by how much the word of theirs that is most like this one is like it. */
function labelsLike(labelWords: SortedWords, word: string): Map<number, number> {
  const found = new Map<number, number>();
  const like = (place: number, likeness: number): void => {
    for (const at of labelWords.holders[place] ?? []) {
      if (likeness > (found.get(at) ?? 0)) found.set(at, likeness);
    }
  };
  const [from, to] = placesBeginning(labelWords.words, word);
  for (let place = from; place < to; place += 1) like(place, 1);
  for (const { place, likeness } of similarWords(labelWords.words, word)) like(place, likeness);
  return found;
}

function joined(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): Map<number, number> {
  const both = new Map<number, number>();
  for (const [at, value] of a) {
    const other = b.get(at);
    if (other !== undefined) both.set(at, value + other);
  }
  return both;
}

/** The word that the fewest hold. */
function rarest(sorted: SortedWords, words: readonly string[]): string {
  const counts = words.map((word) => countOf(sorted, word));
  return words[counts.indexOf(Math.min(...counts))] ?? '';
}

function countOf(sorted: SortedWords, beginning: string): number {
  const [from, to] = placesBeginning(sorted.words, beginning);
  return sorted.holders.slice(from, to).reduce((sum, { length }) => sum + length, 0);
}

function* holdersOf(sorted: SortedWords, beginning: string): Generator<number> {
  const [from, to] = placesBeginning(sorted.words, beginning);
  for (let place = from; place < to; place += 1) yield* sorted.holders[place] ?? [];
}

const share = (part: number, whole: number): number => Math.round((1_000 * part) / Math.max(1, whole));
