import { type ClockWords, isBefore } from './packed-time.js';
import type { PostingMemory } from './posting-memory.js';
import type { AskedList } from './question.js';
import { RunList } from './run-list.js';
import { ENDED, RUNS, type Segment } from './segment.js';

/** The runs of a requirement with a maximum age: copies in which what is too old counts as ended. */
export class AgedRuns {
  private postings: Int32Array;
  private readonly runs: RunList;

  constructor(private readonly memory: PostingMemory) {
    this.postings = memory.allocate(1024);
    this.runs = new RunList(memory);
  }

  release(): void {
    this.memory.release(this.postings);
    this.runs.release();
  }

  use(
    segment: Segment,
    lists: readonly AskedList[],
    factor: number,
    notBefore: ClockWords,
    goThrough: (postings: Int32Array, runs: RunList) => void,
  ): void {
    this.makeRoom(segment, lists);
    this.runs.clear();
    let filled = 0;
    for (const { competency, table } of lists) {
      for (const run of [RUNS.first, RUNS.further]) {
        const from = filled;
        filled = this.copy(segment, segment.start(run, competency), segment.end(run, competency), notBefore, filled);
        this.runs.push(from, filled, table, run === RUNS.first, factor);
      }
    }
    this.runs.settle(0);
    goThrough(this.postings, this.runs);
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
      for (const run of [RUNS.first, RUNS.further])
        needed += segment.end(run, competency) - segment.start(run, competency);
    }
    if (needed <= this.postings.length) return;
    this.memory.release(this.postings);
    this.postings = this.memory.allocate(needed * 2);
  }
}
