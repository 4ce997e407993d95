import type { Asked } from './asked-words.js';
import { FitTables, TABLE_ENTRIES } from './fit-tables.js';
import { type BandGates, type Kernel, type KeyBounds, type KeyCounts, QUALIFIED, READY_SOON } from './kernel.js';
import { listRuns, PARTS, RUN_WORDS, RUNS_OF_LIST, type RunSource } from './list-runs.js';
import { PlainMemory } from './posting-memory.js';
import { GRADE_MASK, SEGMENT_BITS, SEGMENT_SIZE } from './segment.js';

/** A fit takes 14 bits; the bits above say which requirement it was kept for, so that nothing is cleared between two. */
const FIT_BITS = 14;

/** The kernel in plain TypeScript: always there, and what any other must equal. */
export class PlainKernel extends PlainMemory implements Kernel {
  readonly tables = new FitTables(new Uint16Array(TABLE_ENTRIES), new Uint8Array(TABLE_ENTRIES));
  readonly cells = new Int32Array(2 * SEGMENT_SIZE);
  readonly gates = new Int32Array(SEGMENT_SIZE);
  readonly found = new Int32Array(SEGMENT_SIZE);
  readonly foundKeys = new Int32Array(SEGMENT_SIZE);
  private runs = new Int32Array(0);
  private round = 0;

  clear(size: number, gated: boolean): void {
    this.cells.fill(0, 0, 2 * size);
    if (gated) this.gates.fill(0, 0, size);
    this.round = 0;
  }

  addPoints(source: RunSource, asked: Asked): void {
    const count = this.list(source, asked);
    const { runs } = this;
    const { postings } = source;
    for (let run = 0; run < count * RUN_WORDS; run += RUN_WORDS) {
      const [from, to] = [runs[run] as number, runs[run + 1] as number];
      const [table, weight] = [runs[run + 2] as number, runs[run + 4] as number];
      const part = runs[run + 3] as number;
      if (part === PARTS.only) this.addOnly(postings, from, to, table, weight);
      else if (part === PARTS.first) this.addFirst(postings, from, to, table, weight, this.nextRound());
      else this.addMore(postings, from, to, table, weight, this.round << FIT_BITS);
    }
  }

  openGates(source: RunSource, asked: Asked): void {
    const count = this.list(source, asked);
    const { runs } = this;
    const { postings } = source;
    for (let run = 0; run < count * RUN_WORDS; run += RUN_WORDS) {
      const [from, to] = [runs[run] as number, runs[run + 1] as number];
      const [table, gate] = [runs[run + 2] as number, runs[run + 4] as number];
      const part = runs[run + 3] as number;
      if (part === PARTS.only) this.openOnly(postings, from, to, table, gate);
      else {
        const round = part === PARTS.first ? this.nextRound() : this.round << FIT_BITS;
        this.openOnce(postings, from, to, table, gate, round);
      }
    }
  }

  order(from: number, to: number, gates: BandGates | null, { floor, ceiling }: KeyBounds): KeyCounts {
    const { cells, gates: open, found, foundKeys } = this;
    const { qualified: full, musts } = gates ?? { qualified: -1, musts: -1 };
    const ungated = gates === null ? QUALIFIED : 0;
    let [all, qualified, readySoon, above, kept] = [0, 0, 0, 0, 0];
    for (let place = from; place < to; place += 1) {
      const own = open[place] as number;
      const band = own === full ? QUALIFIED : own >>> 16 === musts ? READY_SOON : ungated;
      const key = (cells[2 * place] as number) + band;
      // Without branches: half of the candidates go either way.
      all += ~key >>> 31;
      readySoon += (key - READY_SOON) >>> 31;
      qualified += (key - QUALIFIED) >>> 31;
      above += (ceiling - key) >>> 31;
      if (key > floor && key <= ceiling) {
        found[kept] = place;
        foundKeys[kept] = key;
        kept += 1;
      }
    }
    qualified = to - from - qualified;
    return { all, qualified, readySoon: to - from - readySoon - qualified, above, found: kept };
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

  private addOnly(postings: Int32Array, from: number, to: number, table: number, weight: number): void {
    const { cells } = this;
    const { fits } = this.tables;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] as number;
      const cell = (posting >>> SEGMENT_BITS) << 1;
      cells[cell] = (cells[cell] as number) + Math.imul(fits[table + (posting & GRADE_MASK)] as number, weight);
    }
  }

  private addFirst(postings: Int32Array, from: number, to: number, table: number, weight: number, round: number): void {
    const { cells } = this;
    const { fits } = this.tables;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] as number;
      const cell = (posting >>> SEGMENT_BITS) << 1;
      const fit = fits[table + (posting & GRADE_MASK)] as number;
      cells[cell] = (cells[cell] as number) + Math.imul(fit, weight);
      cells[cell + 1] = round + fit;
    }
  }

  private addMore(postings: Int32Array, from: number, to: number, table: number, weight: number, round: number): void {
    const { cells } = this;
    const { fits } = this.tables;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] as number;
      const cell = (posting >>> SEGMENT_BITS) << 1;
      const fit = (fits[table + (posting & GRADE_MASK)] as number) + round;
      const known = cells[cell + 1] as number;
      const before = known > round ? known : round;
      if (fit > before) {
        cells[cell] = (cells[cell] as number) + Math.imul(fit - before, weight);
        cells[cell + 1] = fit;
      }
    }
  }

  private openOnly(postings: Int32Array, from: number, to: number, table: number, gate: number): void {
    const { gates } = this;
    const { meets } = this.tables;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] as number;
      const place = posting >>> SEGMENT_BITS;
      gates[place] = (gates[place] as number) + Math.imul(meets[table + (posting & GRADE_MASK)] as number, gate);
    }
  }

  private openOnce(postings: Int32Array, from: number, to: number, table: number, gate: number, round: number): void {
    const { gates, cells } = this;
    const { meets } = this.tables;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] as number;
      if (meets[table + (posting & GRADE_MASK)] === 0) continue;
      const place = posting >>> SEGMENT_BITS;
      if (cells[2 * place + 1] === round) continue;
      cells[2 * place + 1] = round;
      gates[place] = (gates[place] as number) + gate;
    }
  }
}
