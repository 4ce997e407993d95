import { DomainError } from '../../../platform/errors/index.js';
import { roundHalfDown } from './decimal.js';
import { SCALE_MAPS, type ScaleMap } from '../../../scoring/index.js';

/** The organization's own levels, 1 to `levels`, and how it reads the scales of others. */
export interface ProficiencyScale {
  /** Whole number, 1 to 9. */
  readonly levels: number;
  readonly maps: readonly ScaleMap[];
}

export const DEFAULT_SCALE: ProficiencyScale = { levels: 5, maps: SCALE_MAPS };

export class ScaleOutOfRange extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'scale-out-of-range';
  constructor() {
    super('A proficiency scale has a whole number of levels between 1 and 9.');
  }
}

/** @throws {ScaleOutOfRange} when the scale has not 1 to 9 whole levels */
export function assertScale({ levels }: ProficiencyScale): void {
  if (!Number.isInteger(levels) || levels < 1 || levels > 9) throw new ScaleOutOfRange();
}

/**
 * The level for place `rank` of `count` steps, lowest first: `rank/count` of the scale, to the nearest whole with an
 * exact half going down, at least 1. Four steps on a scale of five give 1, 2, 4, 5.
 */
export function levelOfRank(rank: number, count: number, scale: ProficiencyScale): number {
  return within(roundHalfDown(BigInt(rank * scale.levels), BigInt(count)), scale);
}

/**
 * The level for a point on a line, lowest end 1 and highest end the top of the scale:
 * `1 + (value - min) x (levels - 1) / (max - min)`, to the nearest whole with an exact half going down.
 *
 * @returns null when the value lies outside the line or the line has no length
 */
export function levelOnLine(value: bigint, min: bigint, max: bigint, scale: ProficiencyScale): number | null {
  if (max <= min || value < min || value > max) return null;
  return 1 + roundHalfDown((value - min) * BigInt(scale.levels - 1), max - min);
}

function within(level: number, { levels }: ProficiencyScale): number {
  return Math.min(levels, Math.max(1, level));
}
