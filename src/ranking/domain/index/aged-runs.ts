import { AskedWords } from './asked-words.js';
import type { RunSource } from './list-runs.js';
import { type ClockWords, isBefore } from './packed-time.js';
import type { PostingMemory } from './posting-memory.js';
import type { AskedList } from './question.js';
import { ENDED, RUNS, type Segment } from './segment.js';

/** The runs of a requirement with a maximum age: copies in which what is too old counts as ended. */
export class AgedRuns {
  private postings: Int32Array;
  private starts: Int32Array;
  private readonly asked: AskedWords;

  constructor(private readonly memory: PostingMemory) {
    this.postings = memory.allocate(1024);
    this.starts = memory.allocate(64);
    this.asked = new AskedWords(memory);
  }

  release(): void {
    this.memory.release(this.postings);
    this.memory.release(this.starts);
    this.asked.release();
  }

  /** @param goThrough for the copies, in which the lists are numbered in their order */
  use(
    segment: Segment,
    lists: readonly AskedList[],
    factor: number,
    notBefore: ClockWords,
    goThrough: (source: RunSource, asked: AskedWords) => void,
  ): void {
    this.makeRoom(segment, lists);
    let filled = 0;
    lists.forEach(({ competency }, list) => {
      for (const run of [RUNS.first, RUNS.further]) {
        this.starts[2 * list + run] = filled;
        filled = this.copy(segment, segment.start(run, competency), segment.end(run, competency), notBefore, filled);
      }
    });
    this.starts[2 * lists.length] = filled;
    this.asked.clear();
    this.asked.add(
      lists.map(({ table }, competency) => ({ competency, table })),
      factor,
    );
    goThrough({ postings: this.postings, starts: this.starts, competencies: lists.length }, this.asked);
  }

  private copy(segment: Segment, from: number, to: number, notBefore: ClockWords, at: number): number {
    const { postings, since, milliseconds } = segment;
    for (let source = from; source < to; source += 1) {
      const isOld = isBefore(notBefore, since[source] as number, milliseconds?.[source] ?? 0);
      this.postings[at + source - from] = isOld ? (postings[source] as number) | ENDED : (postings[source] as number);
    }
    return at + to - from;
  }

  private makeRoom(segment: Segment, lists: readonly AskedList[]): void {
    let needed = 0;
    for (const { competency } of lists) {
      needed += segment.end(RUNS.further, competency) - segment.start(RUNS.first, competency);
    }
    if (needed > this.postings.length) {
      this.memory.release(this.postings);
      this.postings = this.memory.allocate(needed * 2);
    }
    if (2 * lists.length >= this.starts.length) {
      this.memory.release(this.starts);
      this.starts = this.memory.allocate(4 * lists.length + 1);
    }
  }
}
