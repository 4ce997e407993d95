import type { RawLevel } from '../claims/claim.js';
import { fromInnermost, holdersOf } from '../reading/holders.js';
import { childPointer } from '../reading/json-pointer.js';
import { firstMember, isObject, member, plainString, type JsonObject, type Located } from '../reading/json-value.js';
import { valueOnScale } from './known-scales.js';
import type { LevelSheet } from './level-sheet.js';
import type { LevelReading } from './normalised-level.js';
import { levelOfRaw } from './raw-level.js';
import { EQF, EQF_OF_ACHIEVEMENT_TYPE } from '../../../scoring/index.js';

/** A qualification alone lifts no skill above three fifths of the scale. */
const CEILING_FIFTHS = 3;

/**
 * The level that a whole qualification suggests for its skills: the European Qualifications Framework level that is
 * stated beside or above the skill, else the one its kind of degree stands for. A hint of low trust: it tells how
 * demanding the programme was, not how well this skill is held.
 *
 * @param path pointer to the claim; the objects that hold it are asked from the innermost outwards
 */
export function qualificationLevel(path: string, sheet: LevelSheet): LevelReading | undefined {
  const holders = holdersOf(path, sheet.credential);
  const raw = fromInnermost(holders, (holder) => statedEqf(holder, sheet)) ?? fromInnermost(holders, eqfOfType);
  const level = raw ? levelOfRaw(raw, sheet.scale) : null;
  if (!raw || level === null) return undefined;
  const ceiling = Math.max(1, Math.floor((CEILING_FIFTHS * sheet.scale.levels) / 5));
  const { value, jsonPath } = raw;
  return { level: Math.min(level, ceiling), raw: value, scale: EQF.name, jsonPath, source: 'qualification' };
}

function statedEqf(holder: Located<JsonObject>, sheet: LevelSheet): RawLevel | undefined {
  return sheet.levelsAlignedTo(holder).find((level) => level.scale === EQF.name) ?? eqfMember(holder);
}

/** `eqfLevel` of the European Learning Model, a concept whose address ends in the level; or the edubadges extension. */
function eqfMember(holder: Located<JsonObject>): RawLevel | undefined {
  const stated = firstMember(holder, ['eqfLevel', 'extensions:EQFExtension']);
  const place = isObject(stated?.value) ? { value: stated.value, path: stated.path } : undefined;
  const inner = place ? firstMember(place, ['EQF', 'id', '@id', 'notation']) : stated;
  const value = valueOnScale(EQF.name, plainString(inner?.value));
  return inner && value !== undefined ? { scale: EQF.name, value, jsonPath: inner.path } : undefined;
}

function eqfOfType(holder: Located<JsonObject>): RawLevel | undefined {
  const type = plainString(member(holder.value, 'achievementType'));
  if (type === undefined || !Object.hasOwn(EQF_OF_ACHIEVEMENT_TYPE, type)) return undefined;
  const value = EQF_OF_ACHIEVEMENT_TYPE[type] ?? '';
  return { scale: EQF.name, value, jsonPath: childPointer(holder.path, 'achievementType') };
}
