import type { RawLevel } from '../claims/claim.js';
import { fromInnermost, holdersOf } from '../reading/holders.js';
import { firstMember, isObject, plainString, type JsonObject, type Located } from '../reading/json-value.js';
import type { LevelSheet } from './level-sheet.js';
import type { LevelReading } from './normalised-level.js';
import { levelOfRaw } from './raw-level.js';
import { EQF } from '../../../scoring/index.js';

/**
 * A level for all skills of an achievement: an alignment that names nothing but a level of a known scale (`CEFR B2`),
 * or the level extension of Open Educational Badges (`a1` to `c2`).
 *
 * @param path pointer to the claim; the objects that hold it are asked from the innermost outwards
 */
export function achievementLevel(path: string, sheet: LevelSheet): LevelReading | undefined {
  const raw = fromInnermost(
    holdersOf(path, sheet.credential),
    (holder) => alignedLevel(holder, sheet) ?? extension(holder),
  );
  if (!raw) return undefined;
  const level = levelOfRaw(raw, sheet.scale);
  return { level, raw: raw.value, scale: raw.scale, jsonPath: raw.jsonPath, source: 'skill' };
}

function alignedLevel(holder: Located<JsonObject>, sheet: LevelSheet): RawLevel | undefined {
  return sheet.levelsAlignedTo(holder).find((level) => level.scale !== EQF.name);
}

function extension(holder: Located<JsonObject>): RawLevel | undefined {
  const found = firstMember(holder, ['extensions:LevelExtension', 'LevelExtension']);
  const place = isObject(found?.value) ? { value: found.value, path: found.path } : undefined;
  const stated = place ? firstMember(place, ['Level', 'level', 'extensions:Level']) : found;
  const value = plainString(stated?.value);
  return stated && value !== undefined ? { scale: null, value, jsonPath: stated.path } : undefined;
}
