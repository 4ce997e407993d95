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
  const table = new SlipTable(wanted);
  const found: SimilarWord[] = [];
  let before = '';
  // How much of `before` was computed; what begins with a hopeless beginning is passed over.
  let computed = 0;
  for (const [place, word] of words.entries()) {
    let shared = 0;
    while (shared < computed && shared < word.length && word[shared] === before[shared]) shared += 1;
    before = word;
    computed = shared;
    const end = Math.min(word.length, MAX_WORD);
    while (computed < end && table.leastAt(computed) <= allowed) {
      table.compute(word, computed);
      computed += 1;
    }
    const whole = computed === word.length ? table.slipsAt(computed) : Infinity;
    const beginning = table.leastSlipsUpTo(computed);
    if (beginning > allowed) continue;
    const likeness = 1 - beginning / (wanted.length + 1);
    found.push({ place, likeness: whole <= beginning ? likeness : BEGINNING * likeness });
  }
  return found;
}

export const slipsAllowed = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : 2);

/** Slips between the wanted word and beginnings of another one, a row for each character of it; kept between words. */
class SlipTable {
  private readonly width: number;
  private readonly slips: Uint8Array;
  /** By row: the least slips anywhere in it, and the least slips to a beginning that ends here or before. */
  private readonly least = new Uint8Array(MAX_WORD + 1);
  private readonly leastToEnd = new Uint8Array(MAX_WORD + 1);

  constructor(private readonly wanted: string) {
    this.width = wanted.length + 1;
    this.slips = new Uint8Array(this.width * (MAX_WORD + 1));
    for (let column = 0; column < this.width; column += 1) this.slips[column] = column;
    this.leastToEnd[0] = wanted.length;
  }

  leastAt(row: number): number {
    return this.least[row] ?? 0;
  }

  slipsAt(row: number): number {
    return this.at(row, this.width - 1);
  }

  leastSlipsUpTo(row: number): number {
    return this.leastToEnd[row] ?? 0;
  }

  /** The row behind character `at` of the word. */
  compute(word: string, at: number): void {
    const { wanted, width, slips } = this;
    const [row, letter] = [at + 1, word[at]];
    slips[row * width] = row;
    let least = row;
    for (let column = 1; column < width; column += 1) {
      const changed = this.at(at, column - 1) + Number(letter !== wanted[column - 1]);
      let value = Math.min(this.at(at, column) + 1, this.at(row, column - 1) + 1, changed);
      if (at > 0 && column > 1 && letter === wanted[column - 2] && word[at - 1] === wanted[column - 1]) {
        value = Math.min(value, this.at(at - 1, column - 2) + 1);
      }
      slips[row * width + column] = value;
      if (value < least) least = value;
    }
    this.least[row] = least;
    this.leastToEnd[row] = Math.min(this.leastToEnd[at] ?? 0, this.slipsAt(row));
  }

  private at(row: number, column: number): number {
    return this.slips[row * this.width + column] ?? 0;
  }
}
