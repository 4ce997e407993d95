import { termsOf, trigramsOf } from './wording.js';
import type { WordingIndex } from './wording-index.js';

/** How near each competency comes, by its number in the index; absent where it does not come near at all. */
export type Nearness = ReadonlyMap<number, number>;

export const SIGNAL_NAMES = ['trigram', 'cosine', 'containment', 'words'] as const;
export type SignalName = (typeof SIGNAL_NAMES)[number];

const TRIGRAM_FLOOR = 0.15;
/** In a shorter text one letter more is another name, not a misspelling. */
const MIN_SPELLED = 4;
const [SATURATION, LENGTH_SHARE] = [1.2, 0.6];

/**
 * Four views of how near words are to each competency of an index:
 * `trigram`, shared runs of letters with a label (Jaccard); `cosine`, shared words with a label, rare ones counting more;
 * `containment`, how much of a label the words contain; `words`, BM25 over all labels and the description, as a share of
 * the best.
 */
export function signalsOf(index: WordingIndex, words: readonly string[]): Readonly<Record<SignalName, Nearness>> {
  const terms = termsOf(words).flatMap((term) => index.termIds.get(term) ?? []);
  const { cosine, containment } = byLabelTerms(index, terms);
  return { trigram: byTrigrams(index, words), cosine, containment, words: byDocument(index, terms) };
}

function byTrigrams(index: WordingIndex, words: readonly string[]): Nearness {
  const best = new Map<number, number>();
  if (words.join('').length < MIN_SPELLED) return best;
  const trigrams = trigramsOf(words);
  const shared = new Uint16Array(index.labels.length);
  const touched: number[] = [];
  for (const trigram of trigrams) {
    for (const label of index.labelsByTrigram.get(trigram) ?? []) {
      if (shared[label] === 0) touched.push(label);
      shared[label] = (shared[label] ?? 0) + 1;
    }
  }
  for (const at of touched) {
    const label = index.labels[at];
    const common = shared[at] ?? 0;
    if (label === undefined) continue;
    const similarity = common / (trigrams.size + label.trigramCount - common);
    if (similarity >= TRIGRAM_FLOOR) keepBest(best, label.competency, similarity);
  }
  return best;
}

function byLabelTerms(index: WordingIndex, terms: readonly number[]): { cosine: Nearness; containment: Nearness } {
  const products = new Float64Array(index.labels.length);
  const touched: number[] = [];
  let squares = 0;
  for (const term of terms) {
    const square = (index.labelWeights[term] ?? 0) ** 2;
    squares += square;
    for (const label of index.labelsByTerm[term] ?? []) {
      if (products[label] === 0) touched.push(label);
      products[label] = (products[label] ?? 0) + square;
    }
  }
  const cosine = new Map<number, number>();
  const containment = new Map<number, number>();
  for (const at of touched) {
    const label = index.labels[at];
    const product = products[at] ?? 0;
    if (label === undefined) continue;
    keepBest(cosine, label.competency, product / (Math.sqrt(squares) * label.length));
    const share = product / label.length ** 2;
    // Of labels that are wholly contained, the one that says more.
    keepBest(containment, label.competency, share ** 2 * Math.sqrt(product));
  }
  return { cosine, containment };
}

function byDocument(index: WordingIndex, terms: readonly number[]): Nearness {
  const scores = new Map<number, number>();
  for (const term of terms) {
    const documents = index.documentsByTerm[term];
    if (documents === undefined) continue;
    for (const [competency, count] of documents.counts) {
      const length = (index.competencies[competency]?.length ?? 0) / index.averageLength;
      const damped = count + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length);
      const score = (documents.weight * count * (SATURATION + 1)) / damped;
      scores.set(competency, (scores.get(competency) ?? 0) + score);
    }
  }
  let most = 0;
  for (const score of scores.values()) most = Math.max(most, score);
  for (const [competency, score] of scores) scores.set(competency, score / most);
  return scores;
}

function keepBest(best: Map<number, number>, competency: number, value: number): void {
  if (value > (best.get(competency) ?? 0)) best.set(competency, value);
}
