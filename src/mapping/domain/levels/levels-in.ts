import { DEFAULT_LEVEL_MAPS, type NumberedLevelMaps, scaleMapsWith } from '../../../scoring/index.js';
import type { Claim } from '../claims/claim.js';
import type { JsonObject } from '../reading/json-value.js';
import { levelFor } from './level-for.js';
import { LevelSheet } from './level-sheet.js';
import type { NormalisedLevel } from './normalised-level.js';
import { DEFAULT_SCALE } from './proficiency-scale.js';
import { isReadBySteps } from './raw-level.js';

/**
 * The levels that one credential states, asked for claim by claim.
 *
 * @param read how the organization reads the scales of others; a level that came from one carries the version
 * @param levels highest level of the scale, 1 to 9
 * @throws {ScaleOutOfRange} on the first question, when the scale has not 1 to 9 whole levels
 */
export function levelsIn(
  credential: JsonObject,
  read: NumberedLevelMaps = DEFAULT_LEVEL_MAPS,
  levels: number = DEFAULT_SCALE.levels,
): (claim: Claim) => NormalisedLevel {
  const scale = { levels, maps: scaleMapsWith(read.maps) };
  const sheet = new LevelSheet(credential, scale);
  return (claim) => {
    const level = levelFor(claim, credential, scale, sheet);
    return isReadBySteps(level) ? { ...level, mapsVersion: read.version } : level;
  };
}
