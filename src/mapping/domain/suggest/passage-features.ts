import type { MeaningNearness } from './meaning-vectors.js';
import type { Passage } from './passages.js';
import type { WordingIndex } from './wording-index.js';
import { type Nearness, type SignalName, signalsOf } from './wording-signals.js';

export type NameKind = 'preferred-label' | 'alternative-label';

/** One competency that a passage may mean, as seen by that passage alone. */
export interface Candidate {
  readonly named: { readonly confidence: number; readonly method: NameKind } | undefined;
  /** One number for each of {@link FEATURE_NAMES}, mostly 0 to 1. */
  readonly features: readonly number[];
  /** Cosine of the meanings, where a model gave both. */
  readonly meaning: number | undefined;
  /** Only its meaning is near: the passage shares no word with it. */
  readonly byMeaningAlone: boolean;
}

const RANKED_SIGNALS = ['trigram', 'cosine', 'containment', 'words'] as const;
export const FEATURE_NAMES = [
  'trigram',
  'cosine',
  'containment',
  'words',
  'preferred',
  'coverage',
  'votes',
  'trigramRank',
  'cosineRank',
  'containmentRank',
  'wordsRank',
  'name',
] as const;

const RANK_DAMPING = 20;
const RANKED = 100;
const CONTAINMENT_AT_MOST = 3;
const MAX_MENTION_WORDS = 8;

/** What can be known of each competency that comes near, by its number in the index. */
export function candidatesOf(
  index: WordingIndex,
  passage: Passage,
  meaning?: MeaningNearness,
): { signals: Readonly<Record<SignalName, Nearness>>; candidates: Map<number, Candidate> } {
  const signals = signalsOf(index, passage.words);
  const named = labelsIn(index, passage);
  const ranks = RANKED_SIGNALS.map((name) => ranksOf(signals[name]));
  const isNamed = passage.kind === 'phrase' && named.size > 0;
  const candidates = new Map<number, Candidate>();
  const worded = new Set([...ranks.flatMap((one) => [...one.keys()]), ...named.keys()]);
  for (const at of new Set([...worded, ...(meaning?.nearest ?? [])])) {
    // "Java" is spelled much like "JavaScript" and is something else.
    if (isNamed && !named.has(at) && !signals.cosine.has(at)) continue;
    const value = (name: SignalName): number => signals[name].get(at) ?? 0;
    candidates.set(at, {
      named: named.get(at),
      features: [
        value('trigram'),
        value('cosine'),
        Math.min(CONTAINMENT_AT_MOST, value('containment')) / CONTAINMENT_AT_MOST,
        value('words'),
        value('preferred'),
        value('coverage'),
        value('votes'),
        ...ranks.map((one) => reciprocal(one.get(at))),
        named.get(at)?.confidence ?? 0,
      ],
      meaning: meaning?.cosine(at),
      byMeaningAlone: !worded.has(at),
    });
  }
  return { signals, candidates };
}

/** Competencies whose label the passage is, or for a sentence: whose label of two words or more it contains. */
function labelsIn(index: WordingIndex, { words, kind }: Passage): Map<number, NonNullable<Candidate['named']>> {
  const named = new Map<number, NonNullable<Candidate['named']>>();
  const name = (labels: readonly number[], preferred: number, alternative: number): void => {
    const owners = new Set(labels.map((label) => index.labels[label]?.competency));
    for (const label of labels) {
      const known = index.labels[label];
      if (known === undefined) continue;
      const sure = known.preferred ? preferred : owners.size === 1 ? alternative : alternative - 0.05;
      if (sure <= (named.get(known.competency)?.confidence ?? 0)) continue;
      const method = known.preferred ? 'preferred-label' : 'alternative-label';
      named.set(known.competency, { confidence: sure, method });
    }
  };
  if (kind === 'phrase') {
    name(index.exact.get(words.join(' ')) ?? [], 0.98, words.length > 2 ? 0.85 : 0.65);
    return named;
  }
  for (let from = 0; from < words.length; from += 1) {
    for (let count = Math.min(MAX_MENTION_WORDS, words.length - from); count >= 2; count -= 1) {
      const labels = index.exact.get(words.slice(from, from + count).join(' '));
      if (labels !== undefined) name(labels, 0.8, 0.6);
    }
  }
  return named;
}

/** 1 for the first rank and less from there (reciprocal rank fusion: Cormack, Clarke, Buettcher 2009). */
function reciprocal(rank: number | undefined): number {
  return rank === undefined ? 0 : (RANK_DAMPING + 1) / (RANK_DAMPING + rank);
}

/** The first hundred; equal values share the better rank. */
function ranksOf(nearness: Nearness): Map<number, number> {
  const sorted = [...nearness].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, RANKED);
  const ranks = new Map<number, number>();
  let rank = 0;
  let before: number | undefined;
  for (const [place, [at, value]] of sorted.entries()) {
    if (value !== before) rank = place + 1;
    before = value;
    ranks.set(at, rank);
  }
  return ranks;
}
