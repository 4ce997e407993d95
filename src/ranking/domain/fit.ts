import type { ScoringPolicy } from './scoring-policy.js';

/** What one holding is worth for one requirement, 0..10000, as it stands and at both ends of the range. */
export interface Fit {
  readonly fit: number;
  /** An unknown level worth nothing where a level is asked. */
  readonly low: number;
  /** An unknown level taken for full. */
  readonly high: number;
}

export const NO_FIT: Fit = { fit: 0, low: 0, high: 0 };
export const FULL_FIT = 10_000;

/**
 * floor(strength x relation x min(level, required) / required); strength x relation when no level is asked; the policy's
 * share of that (half) when the held level is unknown.
 *
 * @param strength percent @param relation percent @param held level or null: unknown @param required level or null: any
 */
export function fitOf(
  strength: number,
  relation: number,
  held: number | null,
  required: number | null,
  policy: Pick<ScoringPolicy, 'unknownLevelPercent'>,
): Fit {
  const full = strength * relation;
  if (required === null) return { fit: full, low: full, high: full };
  if (held === null) return { fit: Math.floor((full * policy.unknownLevelPercent) / 100), low: 0, high: full };
  const fit = Math.floor((full * Math.min(held, required)) / required);
  return { fit, low: fit, high: fit };
}
