import type { Passage } from './passages.js';
import { type Candidate, candidatesOf, type NameKind } from './passage-features.js';
import { FEATURE_WEIGHTS, MEANING_MIDDLE, MEANING_WEIGHT, MIDDLE_SCORE } from './feature-weights.js';
import type { MeaningNearness } from './meaning-vectors.js';
import type { WordingIndex } from './wording-index.js';
import { SIGNAL_NAMES, type SignalName } from './wording-signals.js';

/** `similar-meaning`: only a model finds it near, the passage shares no word with it. */
export type SuggestionMethod = NameKind | 'similar-wording' | 'similar-meaning';

export interface Suggestion {
  readonly competencyId: string;
  readonly uri: string;
  /** 0 to 1, in steps of a thousandth. Orders suggestions; it is not a probability. */
  readonly confidence: number;
  /** The weighted sum behind it, without bounds: orders what is equally sure. */
  readonly score: number;
  readonly method: SuggestionMethod;
  /** The passage that led here. */
  readonly matchedText: string;
  /** In steps of a thousandth; `meaning` only where a model was asked, -1 to 1, the others 0 or more. */
  readonly signals: Readonly<Record<SignalName, number>> & { readonly meaning?: number };
}

const SIMILAR_AT_MOST = 0.55;

/**
 * Competencies that a passage may mean, the likeliest first. Where its words are a label, that decides; otherwise the
 * weighted sum of what is known of each. Equal ones are in order of their URI.
 *
 * @param meaning how near the passage comes to each competency in meaning, where a model was asked
 */
export function suggestIn(
  index: WordingIndex,
  passage: Passage,
  limit: number,
  meaning?: MeaningNearness,
): Suggestion[] {
  const { signals, candidates } = candidatesOf(index, passage, meaning);
  return [...candidates]
    .map(([at, candidate]) => ({ at, ...judged(candidate, passage.kind) }))
    .sort((a, b) => b.confidence - a.confidence || b.score - a.score || a.at - b.at)
    .slice(0, limit)
    .map(({ at, confidence, score, method }) => ({
      competencyId: index.competencies[at]?.id ?? '',
      uri: index.competencies[at]?.uri ?? '',
      confidence,
      score,
      method,
      matchedText: passage.text,
      signals: {
        ...(Object.fromEntries(
          SIGNAL_NAMES.map((name) => [name, rounded(signals[name].get(at) ?? 0)]),
        ) as Suggestion['signals']),
        ...meaningSignal(meaning?.cosine(at)),
      },
    }));
}

const meaningSignal = (cosine: number | undefined) => (cosine === undefined ? {} : { meaning: rounded(cosine) });

/** What a candidate is worth to a passage of a kind. */
export function judged(
  { named, features, meaning = MEANING_MIDDLE, byMeaningAlone }: Candidate,
  kind: Passage['kind'],
  meaningWeight: number = MEANING_WEIGHT,
): Pick<Suggestion, 'confidence' | 'score' | 'method'> {
  const worded = features.reduce((sum, value, at) => sum + value * (FEATURE_WEIGHTS[kind][at] ?? 0), 0);
  const score = worded + meaningWeight * (meaning - MEANING_MIDDLE);
  if (named !== undefined && kind === 'phrase') return { ...named, score };
  const confidence = rounded(SIMILAR_AT_MOST / (1 + Math.exp(MIDDLE_SCORE - score)));
  return { confidence, score, method: named?.method ?? (byMeaningAlone ? 'similar-meaning' : 'similar-wording') };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
