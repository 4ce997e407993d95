/** What a word, or its beginning while it is being typed, is like: 1 the same, less with every slip. */
export interface SimilarWord {
  readonly place: number;
  readonly likeness: number;
}

/** What only begins like the word counts a little less than what is like it as a whole. */
const BEGINNING = 0.95;
const MAX_WORD = 60;

/**
 * Words that differ from the wanted one by a few slips: a character too many, missing, wrong, or two that changed places
 * (optimal string alignment). Up to two characters allow none, up to five one, longer ones two.
 *
 * @param words in order, so that words with the same beginning share its computation
 */
export function similarWords(words: readonly string[], wanted: string): SimilarWord[] {
  const allowed = slipsAllowed(wanted.length);
  if (allowed === 0 || wanted.length > MAX_WORD) return [];
  const found: SimilarWord[] = [];
  const rows: number[][] = [Array.from({ length: wanted.length + 1 }, (_, at) => at)];
  let before = '';
  // How much of `before` was computed; what begins with a hopeless beginning is passed over.
  let computed = 0;
  for (const [place, word] of words.entries()) {
    let shared = 0;
    while (shared < computed && shared < word.length && word[shared] === before[shared]) shared += 1;
    before = word;
    computed = shared;
    let beginning = Math.min(...rows.slice(0, shared + 1).map((row) => row[wanted.length] ?? Infinity));
    while (computed < word.length && computed < MAX_WORD && Math.min(...(rows[computed] ?? [])) <= allowed) {
      const row = nextRow(rows, wanted, word, computed);
      computed += 1;
      rows[computed] = row;
      beginning = Math.min(beginning, row[wanted.length] ?? Infinity);
    }
    const whole = computed === word.length ? (rows[computed]?.[wanted.length] ?? Infinity) : Infinity;
    const slips = Math.min(whole, beginning);
    if (slips > allowed) continue;
    const likeness = 1 - slips / (wanted.length + 1);
    found.push({ place, likeness: whole <= beginning ? likeness : BEGINNING * likeness });
  }
  return found;
}

export const slipsAllowed = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : 2);

function nextRow(rows: readonly (readonly number[])[], wanted: string, word: string, at: number): number[] {
  const above = rows[at] ?? [];
  const row = [at + 1];
  for (let column = 1; column <= wanted.length; column += 1) {
    const same = word[at] === wanted[column - 1];
    let least = Math.min(
      (above[column] ?? 0) + 1,
      (row[column - 1] ?? 0) + 1,
      (above[column - 1] ?? 0) + (same ? 0 : 1),
    );
    const swapped = at > 0 && column > 1 && word[at] === wanted[column - 2] && word[at - 1] === wanted[column - 1];
    if (swapped) least = Math.min(least, (rows[at - 1]?.[column - 2] ?? 0) + 1);
    row.push(least);
  }
  return row;
}
