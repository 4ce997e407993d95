import { claimsOfAlignment } from '../claims/claims-of-alignment.js';
import { alignmentsOf } from '../reading/achievements.js';
import type { JsonObject, Located } from '../reading/json-value.js';
import type { LevelReading } from './normalised-level.js';
import { levelOfRank, type ProficiencyScale } from './proficiency-scale.js';
import { levelByItself, levelOfRaw } from './raw-level.js';
import type { ResultReading } from './result-reading.js';
import { idOf, rankIn, titleOf, type Rubric } from './rubric-order.js';

/**
 * The level from the rubric level that the person reached (`achievedLevel`): by the level's own alignment when that
 * names a known scale, else by its place among its siblings.
 *
 * @returns undefined when the result names no rubric level, or one that the credential does not hold
 */
export function rubricLevel({ result, achieved }: ResultReading, scale: ProficiencyScale): LevelReading | undefined {
  if (!achieved) return undefined;
  const place = { jsonPath: `${result.path}/achievedLevel`, source: 'rubric' } as const;
  return (
    alignedLevel(achieved.level, place, scale) ?? { ...placedLevel(achieved.rubric, achieved.level, scale), ...place }
  );
}

function alignedLevel(
  level: Located<JsonObject>,
  place: Pick<LevelReading, 'jsonPath' | 'source'>,
  scale: ProficiencyScale,
): LevelReading | undefined {
  for (const { level: raw } of alignmentsOf(level).flatMap(claimsOfAlignment)) {
    const reached = raw && raw.scale !== null ? levelOfRaw(raw, scale) : null;
    if (raw && reached !== null) return { ...place, level: reached, raw: raw.value, scale: raw.scale };
  }
  return undefined;
}

/** The level from the place of a rubric level among its siblings. */
export function placedLevel(
  rubric: Rubric,
  level: Located<JsonObject>,
  scale: ProficiencyScale,
): Pick<LevelReading, 'level' | 'raw' | 'scale'> {
  const title = titleOf(level);
  const count = rubric.levels.length;
  // One level alone has no place among others; its name may still say what it is.
  if (count < 2) return { level: levelByItself(title, scale), raw: title, scale: 'rubric' };
  const rank = rankIn(rubric, idOf(level));
  return { level: levelOfRank(rank, count, scale), raw: title, scale: `rubric of ${String(count)}` };
}
