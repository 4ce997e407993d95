import { normaliseLabel } from '../../../frameworks/index.js';
import type { IndexedLabel, WordingIndex } from './wording-index.js';
import { trigramsOf, wordsOf } from './wording.js';

/** Two competencies of one framework that are worded nearly alike; the first is the one with the lesser uri. */
export interface NearDuplicate {
  readonly first: DuplicateSide;
  readonly second: DuplicateSide;
  /** Percent, rounded down: the mean of shared words, rare ones counting more (cosine), and shared letters (Jaccard of trigrams). */
  readonly likeness: number;
}

export interface DuplicateSide {
  readonly competencyId: string;
  readonly uri: string;
  /** The label that is near to one of the other's. */
  readonly label: string;
}

/** Below it two labels say different things. */
export const LEAST_LIKENESS = 60;
/** Pairs of one framework that are kept, the likest ones. */
export const MOST_PAIRS = 2_000;
/** Held while it is looked for: a framework of thousands of equal names has millions of pairs. */
const MOST_HELD = 10 * MOST_PAIRS;
/** Labels that one word leads to; a commoner word finds nothing that its neighbours do not. */
const MOST_BY_WORD = 400;
const PART = 10;

/**
 * The pairs whose one preferred label is near to any label of the other, the likest first, then by uri. Yields between
 * portions, so that whoever drives it can let others in between.
 */
export function* nearDuplicatesIn(index: WordingIndex): Generator<undefined, readonly NearDuplicate[]> {
  const pairs = new Map<string, NearDuplicate>();
  const letters = new Letters();
  let compared = 0;
  for (const label of index.labels) {
    if (!label.preferred) continue;
    for (const { other, likeness } of likeTo(index, label, letters)) keepLikest(pairs, index, [label, other], likeness);
    compared += 1;
    if (pairs.size > MOST_HELD) dropAllBut(pairs, likest(pairs));
    if (compared % PART === 0) yield;
  }
  return likest(pairs);
}

const likest = (pairs: ReadonlyMap<string, NearDuplicate>): NearDuplicate[] =>
  [...pairs.values()]
    .sort((a, b) => b.likeness - a.likeness || compare(a.first.uri, b.first.uri) || compare(a.second.uri, b.second.uri))
    .slice(0, MOST_PAIRS);

function dropAllBut(pairs: Map<string, NearDuplicate>, kept: readonly NearDuplicate[]): void {
  pairs.clear();
  for (const pair of kept) pairs.set(keyOf(pair), pair);
}

const keyOf = ({ first, second }: NearDuplicate): string => `${first.competencyId} ${second.competencyId}`;

function likeTo(
  index: WordingIndex,
  label: IndexedLabel,
  letters: Letters,
): { other: IndexedLabel; likeness: number }[] {
  const products = new Map<number, number>();
  for (const term of label.terms) {
    const holders = index.labelsByTerm[term] ?? [];
    if (holders.length > MOST_BY_WORD && label.terms.length > 1) continue;
    const square = (index.labelWeights[term] ?? 0) ** 2;
    for (const at of holders.slice(0, MOST_BY_WORD)) products.set(at, (products.get(at) ?? 0) + square);
  }
  return [...products.keys()].flatMap((at) => {
    const other = index.labels[at];
    if (other === undefined || other.competency === label.competency) return [];
    const cosine = cosineOf(index, label, other);
    const [fewer, more] = [label.trigramCount, other.trigramCount].sort((a, b) => a - b) as [number, number];
    // As alike as the two can be with letters in these numbers.
    if (100 * (cosine + fewer / more) < 2 * LEAST_LIKENESS) return [];
    const likeness = Math.floor(50 * (cosine + letters.shared(label, other)) + 1e-9);
    return likeness < LEAST_LIKENESS ? [] : [{ other, likeness }];
  });
}

/** Over all words, those that were too common to search by included. */
function cosineOf(index: WordingIndex, a: IndexedLabel, b: IndexedLabel): number {
  let product = 0;
  for (const term of a.terms) if (b.terms.includes(term)) product += (index.labelWeights[term] ?? 0) ** 2;
  return product === 0 ? 0 : product / (a.length * b.length);
}

/** Trigrams of labels, each worked out once. */
class Letters {
  private readonly known = new Map<IndexedLabel, ReadonlySet<string>>();

  /** Jaccard, 0 to 1. */
  shared(a: IndexedLabel, b: IndexedLabel): number {
    const [ours, theirs] = [this.of(a), this.of(b)];
    let common = 0;
    for (const trigram of ours) if (theirs.has(trigram)) common += 1;
    return common / (ours.size + theirs.size - common);
  }

  private of(label: IndexedLabel): ReadonlySet<string> {
    const known = this.known.get(label);
    if (known !== undefined) return known;
    const trigrams = trigramsOf(wordsOf(normaliseLabel(label.text)));
    this.known.set(label, trigrams);
    return trigrams;
  }
}

function keepLikest(
  pairs: Map<string, NearDuplicate>,
  index: WordingIndex,
  labels: readonly [IndexedLabel, IndexedLabel],
  likeness: number,
): void {
  const [first, second] = labels.map((label): DuplicateSide => {
    const { id = '', uri = '' } = index.competencies[label.competency] ?? {};
    return { competencyId: id, uri, label: label.text };
  }) as [DuplicateSide, DuplicateSide];
  const pair = first.uri < second.uri ? { first, second, likeness } : { first: second, second: first, likeness };
  const key = keyOf(pair);
  if (likeness > (pairs.get(key)?.likeness ?? 0)) pairs.set(key, pair);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
