import type { PostingMemory } from './posting-memory.js';
import type { AskedList } from './question.js';

/** Lists of competencies by requirement, in words that a kernel reads. */
export interface Asked {
  /** For each requirement its factor, how many lists it has, and of each list the competency and where its table begins. */
  readonly words: Int32Array;
  readonly requirements: number;
  readonly lists: number;
}

/** Words of a requirement and of a list. */
const HEAD = 2;
const LIST = 2;

/** Made once for a question, and gone through for every segment. */
export class AskedWords implements Asked {
  words: Int32Array;
  requirements = 0;
  lists = 0;
  private length = 0;

  constructor(private readonly memory: PostingMemory) {
    this.words = memory.allocate(256);
  }

  clear(): void {
    this.requirements = 0;
    this.lists = 0;
    this.length = 0;
  }

  /** @param factor of what each candidate's best posting earns */
  add(lists: readonly Pick<AskedList, 'competency' | 'table'>[], factor: number): void {
    this.makeRoom(HEAD + LIST * lists.length);
    const { words } = this;
    words[this.length] = factor;
    words[this.length + 1] = lists.length;
    this.length += HEAD;
    for (const { competency, table } of lists) {
      words[this.length] = competency;
      words[this.length + 1] = table;
      this.length += LIST;
    }
    this.requirements += 1;
    this.lists += lists.length;
  }

  release(): void {
    this.memory.release(this.words);
  }

  private makeRoom(more: number): void {
    const needed = this.length + more;
    if (needed <= this.words.length) return;
    const larger = this.memory.allocate(2 * needed);
    larger.set(this.words.subarray(0, this.length));
    this.memory.release(this.words);
    this.words = larger;
  }
}
