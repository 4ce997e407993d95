export interface IndexRankingRequest {
  readonly limit: number;
  /** By place in the order of bands: qualified, readySoon, notYet; null: all. */
  readonly bands: readonly boolean[] | null;
  /** Key and ordinal of the last candidate of the page before. */
  readonly after: { readonly key: number; readonly ordinal: number } | null;
  /** Ordinals of the pool, ascending; null: everyone. */
  readonly pool: Int32Array | null;
  /** Ordinals of those found in the pool, ascending; null: all. Ranks stay those of the pool, totals count the found. */
  readonly found: Int32Array | null;
  /** Ordinals to answer, ascending; null: all. Ranks and totals do not change by it. */
  readonly only: Int32Array | null;
}

export interface IndexRow {
  readonly ordinal: number;
  readonly key: number;
  readonly rank: number;
}

export interface SegmentRanking {
  readonly rows: readonly IndexRow[];
  readonly totals: { readonly all: number; readonly qualified: number; readonly readySoon: number };
  readonly poolSize: number;
}

/** How the keys of a segment are made: whichever is cheaper, or always one of them, which is for tests. */
export type Plan = 'cheapest' | 'whole' | 'sparse';
