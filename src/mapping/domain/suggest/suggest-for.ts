import { deniedCompetencies } from './denied-competencies.js';
import type { MeaningNearness } from './meaning-vectors.js';
import { mergeSuggestions } from './merge-suggestions.js';
import { deniedWords, type Passage, passagesOf } from './passages.js';
import { type Suggestion, suggestIn } from './suggest-in.js';
import type { WordingIndex } from './wording-index.js';

/** How near a passage comes to the competencies of an index in meaning; undefined where no model was asked. */
export type MeaningOf = (passage: Passage) => MeaningNearness | undefined;

const NO_MODEL: MeaningOf = () => undefined;

/** What each passage of a text may mean, one passage after the other, without what the text denies. */
export function* suggestionsFor(
  index: WordingIndex,
  text: string,
  limit: number,
  meaningOf: MeaningOf = NO_MODEL,
): Generator<Suggestion[]> {
  const passages = passagesOf(text);
  const denied = deniedCompetencies(index, deniedWords(text), passages);
  for (const passage of passages) {
    const found = suggestIn(index, passage, limit + denied.size, meaningOf(passage));
    yield found.filter(({ competencyId }) => !denied.has(competencyId)).slice(0, limit);
  }
}

/** The likeliest of all that a text may mean. */
export const suggestFor = (index: WordingIndex, text: string, limit: number, meaningOf?: MeaningOf): Suggestion[] =>
  mergeSuggestions([...suggestionsFor(index, text, limit, meaningOf)].flat(), limit);
