import { PARTS, RUN_WORDS } from './kernel.js';
import type { PostingMemory } from './posting-memory.js';
import type { AskedList } from './question.js';
import { RUNS, type Segment } from './segment.js';

/** Runs for a kernel to go through, those of one requirement together. */
export class RunList {
  words: Int32Array;
  count = 0;

  constructor(private readonly memory: PostingMemory) {
    this.words = memory.allocate(256 * RUN_WORDS);
  }

  clear(): void {
    this.count = 0;
  }

  release(): void {
    this.memory.release(this.words);
  }

  /** The verified runs of all competencies that count for a requirement. */
  add(segment: Segment, lists: readonly AskedList[], factor: number): void {
    const from = this.count;
    for (const { competency, table } of lists) {
      for (const run of [RUNS.first, RUNS.further]) {
        this.push(segment.start(run, competency), segment.end(run, competency), table, run === RUNS.first, factor);
      }
    }
    this.settle(from);
  }

  /** @param isFirst whether no candidate is twice in it; `settle` makes one such run the first of its requirement */
  push(from: number, to: number, table: number, isFirst: boolean, factor: number): void {
    if (from === to) return;
    if ((this.count + 1) * RUN_WORDS > this.words.length) this.grow();
    const at = this.count * RUN_WORDS;
    this.words[at] = from;
    this.words[at + 1] = to;
    this.words[at + 2] = table;
    this.words[at + 3] = isFirst ? PARTS.first : PARTS.more;
    this.words[at + 4] = factor;
    this.count += 1;
  }

  /** Puts the longest run that may be the first before the others of its requirement. */
  settle(begin: number): void {
    const { words, count } = this;
    if (begin === count) return;
    let [first, longest] = [-1, -1];
    for (let run = begin; run < count; run += 1) {
      const at = run * RUN_WORDS;
      const length = (words[at + 1] as number) - (words[at] as number);
      if (words[at + 3] === PARTS.first && length > longest) [first, longest] = [run, length];
      words[at + 3] = PARTS.more;
    }
    // A candidate is only in a further run of a competency when they are in its first.
    for (let word = 0; word < RUN_WORDS; word += 1) {
      const [a, b] = [begin * RUN_WORDS + word, first * RUN_WORDS + word];
      const swapped = words[a] as number;
      words[a] = words[b] as number;
      words[b] = swapped;
    }
    words[begin * RUN_WORDS + 3] = count - begin === 1 ? PARTS.only : PARTS.first;
  }

  private grow(): void {
    const larger = this.memory.allocate(this.words.length * 2);
    larger.set(this.words);
    this.memory.release(this.words);
    this.words = larger;
  }
}
