/** What stands between words, besides blanks; `+`, `#` and dots belong to names (`c++`, `node.js`). */
export const WORD_SEPARATORS = `-/\\()[],;:'"&`;

const SEPARATED = /[-/\\()[\],;:'"&\s]+/;
/** Longer ones are no words. */
const MAX_WORD = 60;

/** The words of a normalised label, in order. */
export function labelWords(normalised: string): string[] {
  return normalised.split(SEPARATED).filter((word) => word !== '' && word.length <= MAX_WORD);
}
