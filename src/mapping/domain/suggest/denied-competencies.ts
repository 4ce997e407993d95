import type { Passage } from './passages.js';
import type { WordingIndex } from './wording-index.js';

const MAX_MENTION_WORDS = 8;

/**
 * Ids of competencies that a text denies by name ("no experience with Java") and nowhere states by name. They must not
 * come back because another passage uses words that are a little like theirs.
 *
 * @param denied words of what the text denies, piece by piece
 */
export function deniedCompetencies(
  index: WordingIndex,
  denied: readonly (readonly string[])[],
  passages: readonly Passage[],
): ReadonlySet<string> {
  if (denied.length === 0) return new Set();
  const stated = mentionedIn(
    index,
    passages.map(({ words }) => words),
  );
  return new Set([...mentionedIn(index, denied)].filter((id) => !stated.has(id)));
}

/** Competencies of which a label stands in the words as it is. */
function mentionedIn(index: WordingIndex, pieces: readonly (readonly string[])[]): Set<string> {
  const found = new Set<string>();
  for (const words of pieces) {
    for (let from = 0; from < words.length; from += 1) {
      for (let to = from + 1; to <= Math.min(words.length, from + MAX_MENTION_WORDS); to += 1) {
        for (const label of index.exact.get(words.slice(from, to).join(' ')) ?? []) {
          const competency = index.labels[label]?.competency ?? -1;
          const id = index.competencies[competency]?.id;
          if (id !== undefined) found.add(id);
        }
      }
    }
  }
  return found;
}
