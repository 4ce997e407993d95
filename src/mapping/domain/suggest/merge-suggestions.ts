import type { Suggestion } from './suggest-in.js';

/** The best suggestion of each competency from all passages and frameworks; equal ones in order of their URI. */
export function mergeSuggestions(suggestions: Iterable<Suggestion>, limit: number): Suggestion[] {
  const best = new Map<string, Suggestion>();
  for (const suggestion of suggestions) {
    const known = best.get(suggestion.competencyId);
    // Of equal ones, the earlier passage.
    if (known === undefined || surerFirst(suggestion, known) < 0) best.set(suggestion.competencyId, suggestion);
  }
  return [...best.values()].sort((a, b) => surerFirst(a, b) || byPlace(a, b)).slice(0, limit);
}

const surerFirst = (a: Suggestion, b: Suggestion): number => b.confidence - a.confidence || b.score - a.score;

function byPlace(a: Suggestion, b: Suggestion): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.competencyId < b.competencyId ? -1 : 1;
}
