import { type KeyBounds, type KeyCounts, QUALIFIED, READY_SOON } from './kernel.js';
import type { IndexRankingRequest, IndexRow, SegmentRanking } from './ranking-request.js';
import { TopList } from './top-list.js';

/** Above every key, and far enough below 2^31 to be subtracted from. */
const NO_CEILING = 0x3fffffff;

/** Place in the order of bands. */
export const bandOf = (key: number): number => (key >= QUALIFIED ? 0 : key >= READY_SOON ? 1 : 2);

type Totals = { -readonly [K in keyof SegmentRanking['totals']]: number };

/** Takes the keys of a pool: those within its bounds one by one, ordinals ascending, and counts of all. */
export interface KeyTaker {
  readonly bounds: KeyBounds;
  take(key: number, ordinal: number): void;
  count(counts: Omit<KeyCounts, 'found'>): void;
}

/** The page asked for, of a whole pool. */
export class PageOfRanking implements KeyTaker {
  private readonly top: TopList;
  private readonly totals: Totals = { all: 0, qualified: 0, readySoon: 0 };
  private readonly ceiling: number;
  private ahead = 0;

  constructor(private readonly request: IndexRankingRequest) {
    this.top = new TopList(request.limit);
    this.ceiling = request.after?.key ?? NO_CEILING;
  }

  get bounds(): KeyBounds {
    return { floor: this.top.floor, ceiling: this.ceiling };
  }

  take(key: number, ordinal: number): void {
    const { after, bands } = this.request;
    if (after !== null && key === after.key && ordinal <= after.ordinal) this.ahead += 1;
    else if (bands === null || bands[bandOf(key)] === true) this.top.offer(key, ordinal);
  }

  count({ all, qualified, readySoon, above }: Omit<KeyCounts, 'found'>): void {
    this.totals.all += all;
    this.totals.qualified += qualified;
    this.totals.readySoon += readySoon;
    this.ahead += above;
  }

  answer(): SegmentRanking {
    const { totals, ahead } = this;
    return { rows: ranked(this.top.sorted(), totals, ahead), totals, poolSize: totals.all };
  }
}

/** Every key. */
export class KeysByOrdinal implements KeyTaker {
  readonly bounds = { floor: -1, ceiling: NO_CEILING };
  /** Negative: not in the pool. */
  readonly keys: Int32Array;
  readonly totals: Totals = { all: 0, qualified: 0, readySoon: 0 };

  constructor(ordinals: number) {
    this.keys = new Int32Array(ordinals).fill(-1);
  }

  take(key: number, ordinal: number): void {
    this.keys[ordinal] = key;
  }

  count({ all, qualified, readySoon }: Omit<KeyCounts, 'found'>): void {
    this.totals.all += all;
    this.totals.qualified += qualified;
    this.totals.readySoon += readySoon;
  }
}

/**
 * A page leaves nobody out between two of its rows but whole bands, so the first row of a band stands after everyone of
 * better bands and those of its own who are ahead of the page.
 */
function ranked(
  rows: readonly { key: number; ordinal: number }[],
  { qualified, readySoon }: SegmentRanking['totals'],
  ahead: number,
): IndexRow[] {
  const before = [0, qualified, qualified + readySoon];
  const seen = [0, 0, 0];
  return rows.map(({ key, ordinal }) => {
    const band = bandOf(key);
    seen[band] = (seen[band] as number) + 1;
    return { key, ordinal, rank: Math.max(before[band] as number, ahead) + seen[band] };
  });
}
