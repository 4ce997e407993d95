import { termsOf, trigramsOf } from './wording.js';
import type { WordingIndex } from './wording-index.js';

/** How near each competency comes, by its number in the index; absent where it does not come near at all. */
export type Nearness = ReadonlyMap<number, number>;

export const SIGNAL_NAMES = ['trigram', 'cosine', 'containment', 'words', 'preferred', 'coverage', 'votes'] as const;
export type SignalName = (typeof SIGNAL_NAMES)[number];

const TRIGRAM_FLOOR = 0.15;
/** In a shorter text one letter more is another name, not a misspelling. */
const MIN_SPELLED = 4;
const [SATURATION, LENGTH_SHARE] = [1.2, 0.6];

/**
 * Views of how near words are to each competency of an index:
 * `trigram`, shared runs of letters with a label (Jaccard); `cosine`, shared words with a label, rare ones counting more;
 * `containment`, how much of a label the words contain; `words`, BM25 over all labels and the description, as a share of
 * the best; `preferred`, the cosine with the preferred label alone; `coverage`, how much of the words one label has;
 * `votes`, the squared cosines of all labels, as a share of the most.
 */
export function signalsOf(index: WordingIndex, words: readonly string[]): Readonly<Record<SignalName, Nearness>> {
  const terms = termsOf(words).flatMap((term) => index.termIds.get(term) ?? []);
  return { trigram: byTrigrams(index, words), words: byDocument(index, terms), ...byLabelTerms(index, terms) };
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

type LabelSignalName = 'cosine' | 'containment' | 'preferred' | 'coverage' | 'votes';

function byLabelTerms(index: WordingIndex, terms: readonly number[]): Readonly<Record<LabelSignalName, Nearness>> {
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
  const preferred = new Map<number, number>();
  const coverage = new Map<number, number>();
  const votes = new Map<number, number>();
  for (const at of touched) {
    const label = index.labels[at];
    const product = products[at] ?? 0;
    if (label === undefined) continue;
    const nearness = product / (Math.sqrt(squares) * label.length);
    keepBest(cosine, label.competency, nearness);
    if (label.preferred) keepBest(preferred, label.competency, nearness);
    const share = product / label.length ** 2;
    // Of labels that are wholly contained, the one that says more.
    keepBest(containment, label.competency, share ** 2 * Math.sqrt(product));
    keepBest(coverage, label.competency, product / squares);
    votes.set(label.competency, (votes.get(label.competency) ?? 0) + nearness ** 2);
  }
  return { cosine, containment, preferred, coverage, votes: asShares(votes) };
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
  return asShares(scores);
}

/** Of the most. */
function asShares(values: ReadonlyMap<number, number>): Nearness {
  let most = 0;
  for (const value of values.values()) most = Math.max(most, value);
  return new Map([...values].map(([competency, value]) => [competency, value / most]));
}

function keepBest(best: Map<number, number>, competency: number, value: number): void {
  if (value > (best.get(competency) ?? 0)) best.set(competency, value);
}
