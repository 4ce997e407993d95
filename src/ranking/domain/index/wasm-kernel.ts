import type { Asked } from './asked-words.js';
import { FitTables, TABLE_ENTRIES } from './fit-tables.js';
import { type BandGates, type Kernel, type KeyBounds, type KeyCounts } from './kernel.js';
import { RUN_WORDS, RUNS_OF_LIST, type RunSource } from './list-runs.js';
import { LinearMemory, type WasmMemory } from './linear-memory.js';
import { SEGMENT_SIZE } from './segment.js';

/** What the module exports; arguments that are arrays are addresses. */
interface KernelExports {
  /** Where the module's own memory, stack and constants, ends. */
  readonly __heap_base: { readonly value: number };
  clear(...args: number[]): void;
  listRuns(...args: number[]): number;
  addPoints(...args: number[]): number;
  openGates(...args: number[]): number;
  order(...args: number[]): void;
}

/** As far as it is used here; the types of the platform do not name it. */
export interface WasmPlatform {
  readonly Memory: new (limits: { initial: number; maximum: number; shared: boolean }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

const COUNTS = 5;

/** The kernel in WebAssembly, with everything that it reads in one linear memory. */
export class WasmKernel extends LinearMemory implements Kernel {
  readonly tables: FitTables;
  readonly points: Int32Array;
  readonly gates: Int32Array;
  readonly found: Int32Array;
  readonly foundKeys: Int32Array;
  /** The best fit of each place, in half words. */
  private readonly best: Int32Array;
  private readonly counts: Int32Array;
  private runs: Int32Array;
  private readonly exports: KernelExports;
  /** Of the requirement that was counted last, over all segments and questions. */
  private round = 0;

  /** @throws where the platform cannot run the module */
  constructor(platform: WasmPlatform, module: Uint8Array) {
    // Shared, so that views stay good when the memory grows.
    const memory = new platform.Memory({ initial: 16, maximum: 65_536, shared: true });
    super(memory);
    const instance = new platform.Instance(new platform.Module(module), { env: { memory } });
    this.exports = instance.exports as KernelExports;
    if (this.exports.__heap_base.value > LinearMemory.firstFree)
      throw new Error('the module needs more memory of its own');
    this.points = this.allocate(SEGMENT_SIZE);
    this.best = this.allocate(SEGMENT_SIZE / 2);
    this.gates = this.allocate(SEGMENT_SIZE);
    this.found = this.allocate(SEGMENT_SIZE);
    this.foundKeys = this.allocate(SEGMENT_SIZE);
    this.counts = this.allocate(COUNTS);
    this.runs = this.allocate(256 * RUN_WORDS);
    // Memory that was never used before is zero.
    const [fits, meets] = [this.allocate(TABLE_ENTRIES / 2), this.allocate(TABLE_ENTRIES / 4)];
    this.tables = new FitTables(
      new Uint16Array(memory.buffer, at(fits), TABLE_ENTRIES),
      new Uint8Array(memory.buffer, at(meets), TABLE_ENTRIES),
    );
  }

  clear(size: number, gated: boolean): void {
    this.exports.clear(at(this.points), gated ? at(this.gates) : 0, size);
  }

  addPoints(source: RunSource, asked: Asked): void {
    const count = this.list(source, asked);
    const { best, points, round, runs, tables } = this;
    const [fits, postings] = [at(tables.fits), at(source.postings)];
    this.round = this.exports.addPoints(postings, at(runs), count, fits, at(points), at(best), round);
  }

  openGates(source: RunSource, asked: Asked): void {
    const count = this.list(source, asked);
    const { best, gates, round, runs, tables } = this;
    const [meets, postings] = [at(tables.meets), at(source.postings)];
    this.round = this.exports.openGates(postings, at(runs), count, meets, at(gates), at(best), round);
  }

  order(from: number, to: number, gates: BandGates | null, { floor, ceiling }: KeyBounds): KeyCounts {
    const { points, gates: open, found, foundKeys, counts } = this;
    const { qualified, musts } = gates ?? { qualified: 0, musts: 0 };
    const gatesAt = gates === null ? 0 : at(open);
    const [foundAt, keysAt] = [at(found), at(foundKeys)];
    this.exports.order(at(points), gatesAt, from, to, qualified, musts, floor, ceiling, foundAt, keysAt, at(counts));
    return {
      all: counts[0] as number,
      qualified: counts[1] as number,
      readySoon: counts[2] as number,
      above: counts[3] as number,
      found: counts[4] as number,
    };
  }

  private list({ starts, competencies }: RunSource, { words, requirements, lists }: Asked): number {
    const needed = lists * RUNS_OF_LIST * RUN_WORDS;
    if (this.runs.length < needed) {
      this.release(this.runs);
      this.runs = this.allocate(2 * needed);
    }
    return this.exports.listRuns(at(starts), competencies, at(words), requirements, at(this.runs));
  }
}

const at = (array: Int32Array | Uint16Array | Uint8Array): number => array.byteOffset;
