import type { Suggestion } from './suggest-in.js';

/** The best suggestion of each competency from all passages and frameworks; equal ones in order of their URI. */
export function mergeSuggestions(suggestions: Iterable<Suggestion>, limit: number): Suggestion[] {
  const best = new Map<string, Suggestion>();
  for (const suggestion of suggestions) {
    const known = best.get(suggestion.competencyId);
    // Of equal ones, the earlier passage.
    if (known === undefined || suggestion.confidence > known.confidence) best.set(suggestion.competencyId, suggestion);
  }
  const place = ({ uri, competencyId }: Suggestion): string => `${uri} ${competencyId}`;
  // Within one passage the order is already finer than the confidence tells, and sorting keeps it.
  return [...best.values()]
    .sort((a, b) => b.confidence - a.confidence || (a.matchedText === b.matchedText ? 0 : place(a) < place(b) ? -1 : 1))
    .slice(0, limit);
}
