import { fitOf } from '../fit.js';
import type { ScoringPolicy } from '../scoring-policy.js';
import { codeOf } from './posting.js';
import { GRADE_MASK } from './segment.js';

export type TablePolicy = Pick<ScoringPolicy, 'thresholds' | 'unknownLevelPercent'>;

/** Entries from one table to the next: not a power of two, so that tables do not push each other out of a cache. */
const STRIDE = GRADE_MASK + 1 + 64;

/** More than one question can need: ten levels, each with up to 101 percents of relation. */
export const MOST_TABLES = 1024;
export const TABLE_ENTRIES = MOST_TABLES * STRIDE;

/**
 * What a posting is worth by its grade, in one table for each level asked and percent of relation. Tables depend on little
 * and are kept from question to question, since making one takes longer than using it.
 */
export class FitTables {
  private readonly known = new Map<string, number>();

  /**
   * @param fits of `TABLE_ENTRIES`, zeros: by table and grade the fit, 0..10000
   * @param meets of as many, zeros: 1 where a holding meets the requirement
   */
  constructor(
    readonly fits: Uint16Array,
    readonly meets: Uint8Array,
  ) {}

  /** Entries that are in use. */
  get entries(): number {
    return this.known.size * STRIDE;
  }

  /** To be called before the tables of a question are found, so that none of them is dropped for another of them. */
  makeRoom(tables: number): void {
    if (this.known.size + tables > MOST_TABLES) this.known.clear();
  }

  /** @returns where the table begins */
  find(level: number | null, percent: number, policy: TablePolicy): number {
    const { thresholds, unknownLevelPercent } = policy;
    const key = [level, percent, unknownLevelPercent, thresholds.fullRelation, thresholds.metStrength].join();
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const at = this.known.size * STRIDE;
    this.known.set(key, at);
    this.fill(at, level, percent, policy);
    return at;
  }

  private fill(at: number, required: number | null, percent: number, policy: TablePolicy): void {
    const { fullRelation, metStrength } = policy.thresholds;
    for (let held = 0; held <= 9; held += 1) {
      const isHigh = required === null || (held > 0 && held >= required);
      for (let strength = 0; strength <= 100; strength += 1) {
        const entry = at + codeOf(0, held, strength);
        this.fits[entry] = fitOf(strength, percent, held === 0 ? null : held, required, policy).fit;
        this.meets[entry] = percent >= fullRelation && strength >= metStrength && isHigh ? 1 : 0;
      }
    }
  }
}
