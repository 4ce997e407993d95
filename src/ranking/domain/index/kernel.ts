import type { Asked } from './asked-words.js';
import type { FitTables } from './fit-tables.js';
import type { RunSource } from './list-runs.js';
import type { PostingMemory } from './posting-memory.js';

/** Order of a ranking in one number: band, then score. Negative: in no ranking. */
export const QUALIFIED = 2 << 28;
export const READY_SOON = 1 << 28;
export const ABSENT = -1 << 30;

/** An open must counts in the upper half of a word, an open learnable in the lower. */
export const OPEN_MUST = 1 << 16;
export const OPEN_LEARNABLE = 1;

/** What is counted while keys are made. */
export interface KeyCounts {
  readonly all: number;
  readonly qualified: number;
  readonly readySoon: number;
  /** Candidates with a key above the ceiling. */
  readonly above: number;
  /** How many were written to `found`: those with a key above the floor and not above the ceiling. */
  readonly found: number;
}

export interface KeyBounds {
  readonly floor: number;
  readonly ceiling: number;
}

/** What whoever is in a band has open, see `OPEN_MUST`; null when nothing gates, so that everyone is qualified. */
export interface BandGates {
  readonly qualified: number;
  readonly musts: number;
}

/**
 * The loops over postings and candidates of one segment at a time. Every kernel leaves the same numbers in the same
 * arrays; they differ in speed only.
 */
export interface Kernel extends PostingMemory {
  readonly tables: FitTables;
  /** By place. */
  readonly points: Int32Array;
  /** Open gates by place; not kept when nothing gates. */
  readonly gates: Int32Array;
  /** Places, and the keys of those. */
  readonly found: Int32Array;
  readonly foundKeys: Int32Array;
  /** To be called before the first runs of a segment. @param gated whether anything gates */
  clear(size: number, gated: boolean): void;
  /** Adds factor x the best fit of each requirement. */
  addPoints(source: RunSource, asked: Asked): void;
  /** Adds the factor once for each requirement that any posting meets. */
  openGates(source: RunSource, asked: Asked): void;
  /** Keys of the places in a range. */
  order(from: number, to: number, gates: BandGates | null, bounds: KeyBounds): KeyCounts;
}
