/** Words in order, each with the numbers of what holds it. */
export interface SortedWords {
  readonly words: readonly string[];
  /** By place of the word; ascending, each number once. */
  readonly holders: readonly Uint32Array[];
}

/** Collects words while an index is being built. */
export class WordCollector {
  private readonly holders = new Map<string, number[]>();

  add(words: readonly string[], holder: number): void {
    for (const word of words) {
      const known = this.holders.get(word);
      if (known === undefined) this.holders.set(word, [holder]);
      else if (known.at(-1) !== holder) known.push(holder);
    }
  }

  sorted(): SortedWords {
    const all = [...this.holders].sort(([a], [b]) => (a < b ? -1 : 1));
    return { words: all.map(([word]) => word), holders: all.map(([, numbers]) => Uint32Array.from(numbers)) };
  }
}

/** Places of the words that begin like this, from the first to the one behind the last. */
export function placesBeginning(words: readonly string[], beginning: string): [from: number, to: number] {
  const from = firstPlace(words, (word) => word >= beginning);
  const to = firstPlace(words, (word) => word >= beginning && !word.startsWith(beginning));
  return [from, to];
}

/** Binary search; `holds` must be false up to some place and true from there on. */
function firstPlace(words: readonly string[], holds: (word: string) => boolean): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(words[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}
