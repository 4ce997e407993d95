import { deniedCompetencies } from './denied-competencies.js';
import { mergeSuggestions } from './merge-suggestions.js';
import { deniedWords, passagesOf } from './passages.js';
import { type Suggestion, suggestIn } from './suggest-in.js';
import type { WordingIndex } from './wording-index.js';

/** What each passage of a text may mean, one passage after the other, without what the text denies. */
export function* suggestionsFor(index: WordingIndex, text: string, limit: number): Generator<Suggestion[]> {
  const passages = passagesOf(text);
  const denied = deniedCompetencies(index, deniedWords(text), passages);
  for (const passage of passages) {
    const found = suggestIn(index, passage, limit + denied.size);
    yield found.filter(({ competencyId }) => !denied.has(competencyId)).slice(0, limit);
  }
}

/** The likeliest of all that a text may mean. */
export const suggestFor = (index: WordingIndex, text: string, limit: number): Suggestion[] =>
  mergeSuggestions([...suggestionsFor(index, text, limit)].flat(), limit);
