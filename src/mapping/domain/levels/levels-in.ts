import type { Claim } from '../claims/claim.js';
import type { JsonObject } from '../reading/json-value.js';
import { levelFor } from './level-for.js';
import { LevelSheet } from './level-sheet.js';
import type { NormalisedLevel } from './normalised-level.js';
import { DEFAULT_SCALE } from './proficiency-scale.js';

/**
 * The levels that one credential states, asked for claim by claim.
 *
 * @param levels highest level of the scale, 1 to 9
 * @throws {ScaleOutOfRange} on the first question, when the scale has not 1 to 9 whole levels
 */
export function levelsIn(
  credential: JsonObject,
  levels: number = DEFAULT_SCALE.levels,
): (claim: Claim) => NormalisedLevel {
  const scale = { ...DEFAULT_SCALE, levels };
  const sheet = new LevelSheet(credential, scale);
  return (claim) => levelFor(claim, credential, scale, sheet);
}
