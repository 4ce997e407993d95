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
    for (let at = 0; at < lists.length; at += 1) {
      const { competency, table } = lists[at] as AskedList;
      const further = segment.start(RUNS.further, competency);
      this.push(segment.start(RUNS.first, competency), further, table, true, factor);
      this.push(further, segment.end(RUNS.further, competency), table, false, factor);
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
    let first = -1;
    let longest = -1;
    for (let run = begin; run < count; run += 1) {
      const at = run * RUN_WORDS;
      const length = (words[at + 1] as number) - (words[at] as number);
      if (words[at + 3] === PARTS.first && length > longest) {
        first = run;
        longest = length;
      }
      words[at + 3] = PARTS.more;
    }
    // A candidate is only in a further run of a competency when they are in its first.
    for (let word = 0; word < RUN_WORDS; word += 1) {
      const swapped = words[begin * RUN_WORDS + word] as number;
      words[begin * RUN_WORDS + word] = words[first * RUN_WORDS + word] as number;
      words[first * RUN_WORDS + word] = swapped;
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
