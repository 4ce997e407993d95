import type { Passage } from './passages.js';
import type { WordingIndex } from './wording-index.js';
import { type Nearness, SIGNAL_NAMES, type SignalName, signalsOf } from './wording-signals.js';

export type SuggestionMethod = 'preferred-label' | 'alternative-label' | 'similar-wording';

export interface Suggestion {
  readonly competencyId: string;
  readonly uri: string;
  /** 0 to 1, in steps of a thousandth. Orders suggestions; it is not a probability. */
  readonly confidence: number;
  /** How far the signals agree, 0 to 1: orders what is equally sure. */
  readonly agreement: number;
  readonly method: SuggestionMethod;
  /** The passage that led here. */
  readonly matchedText: string;
  /** Each 0 or more, in steps of a thousandth. */
  readonly signals: Readonly<Record<SignalName, number>>;
}

const RANK_DAMPING = 20;
const RANKED = 100;
/** Spelling tells much of a name; in a sentence it misleads, and how much of a label is there tells most. */
const SHARES: Readonly<Record<Passage['kind'], Readonly<Record<SignalName, number>>>> = {
  phrase: { trigram: 1, cosine: 1, containment: 0.5, words: 1 },
  sentence: { trigram: 0, cosine: 0.5, containment: 2.5, words: 1 },
};
const SIMILAR_AT_MOST = 0.55;
const MAX_MENTION_WORDS = 8;

/**
 * Competencies that a passage may mean, the likeliest first. Where its words are a label, that decides; otherwise the
 * ranks in the four signals are added up by reciprocal rank fusion. Equal ones are in order of their URI.
 */
export function suggestIn(index: WordingIndex, passage: Passage, limit: number): Suggestion[] {
  const signals = signalsOf(index, passage.words);
  const named = labelsIn(index, passage);
  const fused = fuse(signals, SHARES[passage.kind]);
  const isNamed = passage.kind === 'phrase' && named.size > 0;
  const near = nearest(signals, passage.kind);
  const found: { at: number; fused: number; confidence: number; method: SuggestionMethod }[] = [];
  for (const at of new Set([...fused.keys(), ...named.keys()])) {
    // "Java" is spelled much like "JavaScript" and is something else.
    if (isNamed && !named.has(at) && !signals.cosine.has(at)) continue;
    const share = fused.get(at) ?? 0;
    const similar = { confidence: SIMILAR_AT_MOST * share * near, method: 'similar-wording' as const };
    found.push({ at, fused: share, ...(named.get(at) ?? similar) });
  }
  return found
    .sort((a, b) => rounded(b.confidence) - rounded(a.confidence) || b.fused - a.fused || a.at - b.at)
    .slice(0, limit)
    .map(({ at, confidence, fused, method }) => ({
      competencyId: index.competencies[at]?.id ?? '',
      uri: index.competencies[at]?.uri ?? '',
      confidence: rounded(confidence),
      agreement: fused,
      method,
      matchedText: passage.text,
      signals: Object.fromEntries(
        SIGNAL_NAMES.map((name) => [name, rounded(signals[name].get(at) ?? 0)]),
      ) as Suggestion['signals'],
    }));
}

interface Named {
  readonly confidence: number;
  readonly method: SuggestionMethod;
}

/** Competencies whose label the passage is, or for a sentence: whose label of two words or more it contains. */
function labelsIn(index: WordingIndex, { words, kind }: Passage): Map<number, Named> {
  const named = new Map<number, Named>();
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

/** Share of the most that any competency can reach, which is the first rank in every signal. */
function fuse(signals: Readonly<Record<SignalName, Nearness>>, shares: Readonly<Record<SignalName, number>>) {
  const total = SIGNAL_NAMES.reduce((sum, name) => sum + shares[name], 0);
  const fused = new Map<number, number>();
  for (const name of SIGNAL_NAMES) {
    if (shares[name] === 0) continue;
    for (const [at, rank] of ranksOf(signals[name])) {
      const part = (shares[name] / total) * ((RANK_DAMPING + 1) / (RANK_DAMPING + rank));
      fused.set(at, (fused.get(at) ?? 0) + part);
    }
  }
  return fused;
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

/** How near anything in the framework comes: the best of a framework that has nothing fitting is still far away. */
function nearest({ cosine, trigram }: Readonly<Record<SignalName, Nearness>>, kind: Passage['kind']): number {
  let near = 0;
  for (const value of cosine.values()) near = Math.max(near, value);
  if (kind === 'phrase') for (const value of trigram.values()) near = Math.max(near, value);
  return Math.min(1, near);
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
