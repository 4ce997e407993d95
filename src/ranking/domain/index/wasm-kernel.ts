import { type Kernel, type KeyBounds, PARTS, RUN_WORDS, type SegmentCounts } from './kernel.js';
import { LinearMemory, type WasmMemory } from './linear-memory.js';
import { SEGMENT_SIZE } from './segment.js';

/** What the module exports; arguments that are arrays are addresses. */
interface KernelExports {
  addPoints(...args: number[]): void;
  openGates(...args: number[]): void;
  order(...args: number[]): void;
}

/** As far as it is used here; the types of the platform do not name it. */
export interface WasmPlatform {
  readonly Memory: new (limits: { initial: number; maximum: number; shared: boolean }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

const LAST_ROUND = (1 << 17) - 1;
const COUNTS = 5;

/** The kernel in WebAssembly, with everything that it reads in one linear memory. */
export class WasmKernel extends LinearMemory implements Kernel {
  readonly scores: Int32Array;
  readonly gates: Int32Array;
  readonly found: Int32Array;
  private readonly best: Int32Array;
  private readonly counts: Int32Array;
  private readonly exports: KernelExports;
  private round = 0;
  private fits: Int32Array;
  private meets: Int32Array;

  /** @throws where the platform cannot run the module */
  constructor(platform: WasmPlatform, module: Uint8Array) {
    // Shared, so that views stay good when the memory grows.
    const memory = new platform.Memory({ initial: 16, maximum: 65_536, shared: true });
    super(memory);
    const instance = new platform.Instance(new platform.Module(module), { env: { memory } });
    this.exports = instance.exports as KernelExports;
    this.scores = this.allocate(SEGMENT_SIZE);
    this.gates = this.allocate(SEGMENT_SIZE);
    this.found = this.allocate(SEGMENT_SIZE);
    this.best = this.allocate(SEGMENT_SIZE).fill(0);
    this.counts = this.allocate(COUNTS);
    this.fits = this.allocate(0);
    this.meets = this.allocate(0);
  }

  useTables(fits: Int32Array, meets: Int32Array): void {
    if (fits.length > this.fits.length) {
      this.release(this.fits);
      this.release(this.meets);
      this.fits = this.allocate(fits.length);
      this.meets = this.allocate(fits.length);
    }
    this.fits.set(fits);
    this.meets.set(meets);
  }

  clear(size: number): void {
    this.scores.fill(0, 0, size);
    this.gates.fill(0, 0, size);
  }

  addPoints(postings: Int32Array, runs: Int32Array, count: number): void {
    const round = this.takeRounds(runs, count);
    const { fits, scores, best } = this;
    this.exports.addPoints(at(postings), at(runs), count, at(fits), at(scores), at(best), round);
  }

  openGates(postings: Int32Array, runs: Int32Array, count: number): void {
    const round = this.takeRounds(runs, count);
    const { meets, gates, best } = this;
    this.exports.openGates(at(postings), at(runs), count, at(meets), at(gates), at(best), round);
  }

  order(size: number, full: number, musts: number, { floor, ceiling }: KeyBounds): SegmentCounts {
    const { scores, gates, found, counts } = this;
    this.exports.order(at(scores), at(gates), size, full, musts, floor, ceiling, at(found), at(counts));
    const [all, qualified, readySoon, above, kept] = counts as unknown as [number, number, number, number, number];
    return { all, qualified, readySoon, above, found: kept };
  }

  /** @returns the round before the first one of these runs */
  private takeRounds(runs: Int32Array, count: number): number {
    let needed = 0;
    for (let run = 0; run < count; run += 1) if (runs[run * RUN_WORDS + 3] === PARTS.first) needed += 1;
    if (this.round + needed > LAST_ROUND) {
      this.best.fill(0);
      this.round = 0;
    }
    const { round } = this;
    this.round += needed;
    return round;
  }
}

const at = (array: Int32Array): number => array.byteOffset;
