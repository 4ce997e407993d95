import { type Band, BANDS } from './gates.js';

/** What alone decides who stands above whom. */
export interface Standing {
  readonly band: Band;
  readonly score: number;
  /** Order of creation in the organization. */
  readonly ordinal: number;
}

export type DecidingRule = 'band' | 'score' | 'order';

/** Band, then score from high to low, then order of creation. */
export function compareStandings(a: Standing, b: Standing): number {
  return BANDS.indexOf(a.band) - BANDS.indexOf(b.band) || b.score - a.score || a.ordinal - b.ordinal;
}

export function decidingRule(a: Standing, b: Standing): DecidingRule {
  if (a.band !== b.band) return 'band';
  return a.score === b.score ? 'order' : 'score';
}

export function order<S extends Standing>(standings: readonly S[]): S[] {
  return [...standings].sort(compareStandings);
}
