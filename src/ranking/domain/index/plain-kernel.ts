import type { Asked } from './asked-words.js';
import { FitTables, TABLE_ENTRIES } from './fit-tables.js';
import type { BandGates, Kernel, KeyBounds, KeyCounts } from './kernel.js';
import { listRuns, PARTS, RUN_WORDS, RUNS_OF_LIST, type RunSource } from './list-runs.js';
import { gateLoops, pointLoops, touch } from './plain-loops.js';
import { orderLoops } from './plain-order.js';
import { PlainMemory } from './posting-memory.js';
import { SEGMENT_SIZE } from './segment.js';

/** A fit takes 14 bits; the bits above say which requirement it was kept for, so that nothing is cleared between two. */
const FIT_BITS = 14;
const MOST_ROUNDS = 1 << 16;

/** Words of the runs that are fetched together. */
const TOUCHED_AT_ONCE = 32 * RUN_WORDS;

/** The kernel in plain TypeScript: always there, and what any other must equal. */
export class PlainKernel extends PlainMemory implements Kernel {
  readonly tables = new FitTables(new Uint16Array(TABLE_ENTRIES), new Uint8Array(TABLE_ENTRIES));
  readonly points = new Int32Array(SEGMENT_SIZE);
  readonly gates = new Int32Array(SEGMENT_SIZE);
  readonly found = new Int32Array(SEGMENT_SIZE);
  readonly foundKeys = new Int32Array(SEGMENT_SIZE);
  private readonly best = new Int32Array(SEGMENT_SIZE);
  private readonly pointLoops = pointLoops(this.points, this.best, this.tables);
  private readonly gateLoops = gateLoops(this.gates, this.best, this.tables);
  private readonly orderLoops = orderLoops(this.points, this.gates, this.found, this.foundKeys);
  private runs = new Int32Array(0);
  private round = 0;
  private read = 0;

  clear(size: number, gated: boolean): void {
    this.points.fill(0, 0, size);
    if (gated) this.gates.fill(0, 0, size);
    if (this.round < MOST_ROUNDS) return;
    this.best.fill(0);
    this.round = 0;
  }

  addPoints(source: RunSource, asked: Asked): void {
    const end = this.list(source, asked) * RUN_WORDS;
    const { runs } = this;
    const { postings } = source;
    const { only, first, more } = this.pointLoops;
    for (let run = 0; run < end; run += RUN_WORDS) {
      if (run % TOUCHED_AT_ONCE === 0) this.read ^= touch(postings, runs, run, Math.min(end, run + TOUCHED_AT_ONCE));
      const from = runs[run] as number;
      const to = runs[run + 1] as number;
      const table = runs[run + 2] as number;
      const part = runs[run + 3] as number;
      const weight = runs[run + 4] as number;
      if (part === PARTS.more) more(postings, from, to, table, weight, this.round << FIT_BITS);
      else if (part === PARTS.first) first(postings, from, to, table, weight, this.nextRound());
      else only(postings, from, to, table, weight, 0);
    }
  }

  openGates(source: RunSource, asked: Asked): void {
    const end = this.list(source, asked) * RUN_WORDS;
    const { runs } = this;
    const { postings } = source;
    const { only, once } = this.gateLoops;
    for (let run = 0; run < end; run += RUN_WORDS) {
      const from = runs[run] as number;
      const to = runs[run + 1] as number;
      const table = runs[run + 2] as number;
      const part = runs[run + 3] as number;
      const gate = runs[run + 4] as number;
      if (part === PARTS.only) only(postings, from, to, table, gate, 0);
      else {
        const round = part === PARTS.first ? this.nextRound() : this.round << FIT_BITS;
        once(postings, from, to, table, gate, round);
      }
    }
  }

  order(from: number, to: number, gates: BandGates | null, bounds: KeyBounds): KeyCounts {
    const { byPoints, byBand } = this.orderLoops;
    return gates === null ? byPoints(from, to, bounds) : byBand(from, to, gates, bounds);
  }

  private list(source: RunSource, asked: Asked): number {
    const needed = asked.lists * RUNS_OF_LIST * RUN_WORDS;
    if (this.runs.length < needed) this.runs = new Int32Array(2 * needed);
    return listRuns(source, asked, this.runs);
  }

  private nextRound(): number {
    this.round += 1;
    return this.round << FIT_BITS;
  }
}
