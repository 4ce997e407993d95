import { type Importance, IMPORTANCES } from '../../../roles/index.js';
import type { Suggestion } from '../suggest/suggest-in.js';
import type { AdvertLine } from './advert-lines.js';

/** Below this a likeness of words is too weak to be proposed. */
export const LEAST_CONFIDENCE = 0.4;
export const MOST_PROPOSED = 50;
/** Every line weighs the same until a person says otherwise. */
export const DRAFT_WEIGHT = 10;

export interface DraftedRequirement {
  readonly competencyId: string;
  readonly importance: Importance;
  /** The words that the importance was guessed from; null where nothing said it. */
  readonly importanceWords: string | null;
  readonly sentence: string;
  readonly matchedText: string;
  readonly confidence: number;
  readonly method: Suggestion['method'];
}

export interface DraftedProfile {
  /** In the order of the text. */
  readonly requirements: readonly DraftedRequirement[];
  /** Sentences from which nothing was proposed. */
  readonly unread: readonly string[];
}

/**
 * Proposals from what was found in each line. A competency is proposed once, with the line that speaks of it most surely,
 * and as important as the most important line says.
 *
 * @param found one list per line
 */
export function draftRequirements(
  lines: readonly AdvertLine[],
  found: readonly (readonly Suggestion[])[],
): DraftedProfile {
  const drafted = new Map<string, DraftedRequirement>();
  const unread: string[] = [];
  lines.forEach(({ sentence, importance }, index) => {
    const sure = (found[index] ?? []).filter(isSure);
    if (sure.length === 0) unread.push(sentence);
    for (const { competencyId, matchedText, confidence, method } of sure) {
      const before = drafted.get(competencyId);
      const next = { competencyId, sentence, matchedText, confidence, method };
      const best = before === undefined || confidence > before.confidence ? next : before;
      const guess = { importance: importance.importance, importanceWords: importance.words };
      drafted.set(competencyId, { ...best, ...(before === undefined ? guess : weightier(before, guess)) });
    }
  });
  return { requirements: [...drafted.values()].slice(0, MOST_PROPOSED), unread };
}

function isSure({ method, confidence }: Suggestion): boolean {
  return (method !== 'similar-wording' && method !== 'similar-meaning') || confidence >= LEAST_CONFIDENCE;
}

type Guess = Pick<DraftedRequirement, 'importance' | 'importanceWords'>;

function weightier({ importance, importanceWords }: Guess, other: Guess): Guess {
  return IMPORTANCES.indexOf(other.importance) < IMPORTANCES.indexOf(importance)
    ? other
    : { importance, importanceWords };
}
