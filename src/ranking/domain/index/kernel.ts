import { GRADE_MASK, SEGMENT_BITS, SEGMENT_SIZE } from './segment.js';
import { PlainMemory, type PostingMemory } from './posting-memory.js';

/** Words of one run: from, to, table, part, factor. */
export const RUN_WORDS = 5;

/** What a run is of its requirement. */
export const PARTS = {
  /** Not the first one: earns what it is better by. */
  more: 0,
  /** The first one, with at most one posting of each candidate. */
  first: 1,
  /** The only one, with at most one posting of each candidate. */
  only: 2,
} as const;

/** Order of a ranking in one number: band, then score. Negative: in no ranking. */
export const QUALIFIED = 2 << 28;
export const READY_SOON = 1 << 28;
export const ABSENT = -1 << 30;

/** An open must counts in the upper half of a word, an open learnable in the lower. */
export const OPEN_MUST = 1 << 16;
export const OPEN_LEARNABLE = 1;

/** What is counted while keys are made. */
export interface SegmentCounts {
  readonly all: number;
  readonly qualified: number;
  readonly readySoon: number;
  /** Candidates with a key above the ceiling. */
  readonly above: number;
  /** How many places were written to `found`: those with a key above the floor and not above the ceiling. */
  readonly found: number;
}

export interface KeyBounds {
  readonly floor: number;
  readonly ceiling: number;
}

/**
 * The loops over postings and candidates of one segment at a time. Every kernel leaves the same numbers in the same
 * arrays; they differ in speed only.
 */
export interface Kernel extends PostingMemory {
  /** Points by place; after `order` the keys. */
  readonly scores: Int32Array;
  /** Open gates by place. */
  readonly gates: Int32Array;
  /** Places. */
  readonly found: Int32Array;
  useTables(fits: Int32Array, meets: Int32Array): void;
  clear(size: number): void;
  /** Adds factor x the best fit of each requirement. @param runs all runs of a requirement together */
  addPoints(postings: Int32Array, runs: Int32Array, count: number): void;
  /** Adds the factor once where any posting of the requirement meets it. @param runs as above */
  openGates(postings: Int32Array, runs: Int32Array, count: number): void;
  /** @param full both counts of open gates of the qualified @param musts the upper half of it */
  order(size: number, full: number, musts: number, bounds: KeyBounds): SegmentCounts;
}

/** A fit takes 14 bits; the bits above say which requirement it was kept for, so that nothing is cleared between two. */
const FIT_BITS = 14;
const LAST_ROUND = (1 << (31 - FIT_BITS)) - 1;

/** The kernel in plain TypeScript: always there, and what any other must equal. */
export class PlainKernel extends PlainMemory implements Kernel {
  readonly scores = new Int32Array(SEGMENT_SIZE);
  readonly gates = new Int32Array(SEGMENT_SIZE);
  readonly found = new Int32Array(SEGMENT_SIZE);
  private readonly best = new Int32Array(SEGMENT_SIZE);
  private round = 0;
  private fits: Int32Array = new Int32Array(0);
  private meets: Int32Array = new Int32Array(0);

  useTables(fits: Int32Array, meets: Int32Array): void {
    this.fits = fits;
    this.meets = meets;
  }

  clear(size: number): void {
    this.scores.fill(0, 0, size);
    this.gates.fill(0, 0, size);
  }

  addPoints(postings: Int32Array, runs: Int32Array, count: number): void {
    for (let run = 0; run < count * RUN_WORDS; run += RUN_WORDS) {
      const [from, to, table, part, weight] = runs.subarray(run, run + RUN_WORDS) as unknown as number[] as Run;
      if (part === PARTS.only) this.addOnly(postings, from, to, table, weight);
      else if (part === PARTS.first) this.addFirst(postings, from, to, table, weight, this.nextRound());
      else this.addMore(postings, from, to, table, weight, this.round << FIT_BITS);
    }
  }

  openGates(postings: Int32Array, runs: Int32Array, count: number): void {
    for (let run = 0; run < count * RUN_WORDS; run += RUN_WORDS) {
      const [from, to, table, part, gate] = runs.subarray(run, run + RUN_WORDS) as unknown as number[] as Run;
      if (part === PARTS.only) {
        this.openOnly(postings, from, to, table, gate);
      } else {
        const round = part === PARTS.first ? this.nextRound() : this.round << FIT_BITS;
        this.openOnce(postings, from, to, table, gate, round);
      }
    }
  }

  order(size: number, full: number, musts: number, { floor, ceiling }: KeyBounds): SegmentCounts {
    const { scores, gates, found } = this;
    let [all, qualified, readySoon, above, kept] = [0, 0, 0, 0, 0];
    for (let place = 0; place < size; place += 1) {
      const open = gates[place] as number;
      const band = open === full ? QUALIFIED : open >>> 16 === musts ? READY_SOON : 0;
      const key = (scores[place] as number) + band;
      scores[place] = key;
      // Without branches: half of the candidates go either way.
      all += ~key >>> 31;
      readySoon += (key - READY_SOON) >>> 31;
      qualified += (key - QUALIFIED) >>> 31;
      above += (ceiling - key) >>> 31;
      if (key > floor && key <= ceiling) {
        found[kept] = place;
        kept += 1;
      }
    }
    qualified = size - qualified;
    return { all, qualified, readySoon: size - readySoon - qualified, above, found: kept };
  }

  private nextRound(): number {
    if (this.round >= LAST_ROUND) {
      this.best.fill(0);
      this.round = 0;
    }
    this.round += 1;
    return this.round << FIT_BITS;
  }

  private addOnly(postings: Int32Array, from: number, to: number, table: number, weight: number): void {
    const { scores, fits } = this;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] as number;
      const place = posting >>> SEGMENT_BITS;
      scores[place] = (scores[place] as number) + Math.imul(fits[table + (posting & GRADE_MASK)] as number, weight);
    }
  }

  private addFirst(postings: Int32Array, from: number, to: number, table: number, weight: number, round: number): void {
    const { scores, fits, best } = this;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] as number;
      const place = posting >>> SEGMENT_BITS;
      const fit = fits[table + (posting & GRADE_MASK)] as number;
      scores[place] = (scores[place] as number) + Math.imul(fit, weight);
      best[place] = round + fit;
    }
  }

  private addMore(postings: Int32Array, from: number, to: number, table: number, weight: number, round: number): void {
    const { scores, fits, best } = this;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] as number;
      const place = posting >>> SEGMENT_BITS;
      const fit = (fits[table + (posting & GRADE_MASK)] as number) + round;
      const known = best[place] as number;
      const before = known > round ? known : round;
      if (fit > before) {
        scores[place] = (scores[place] as number) + Math.imul(fit - before, weight);
        best[place] = fit;
      }
    }
  }

  private openOnly(postings: Int32Array, from: number, to: number, table: number, gate: number): void {
    const { gates, meets } = this;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] as number;
      const place = posting >>> SEGMENT_BITS;
      gates[place] = (gates[place] as number) + Math.imul(meets[table + (posting & GRADE_MASK)] as number, gate);
    }
  }

  private openOnce(postings: Int32Array, from: number, to: number, table: number, gate: number, round: number): void {
    const { gates, meets, best } = this;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] as number;
      if (meets[table + (posting & GRADE_MASK)] === 0) continue;
      const place = posting >>> SEGMENT_BITS;
      if (best[place] === round) continue;
      best[place] = round;
      gates[place] = (gates[place] as number) + gate;
    }
  }
}

type Run = [from: number, to: number, table: number, part: number, factor: number];
