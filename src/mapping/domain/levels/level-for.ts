import type { Claim } from '../claims/claim.js';
import type { JsonObject } from '../reading/json-value.js';
import { achievementLevel } from './achievement-level.js';
import { placeOf, type ClaimPlace } from './claim-place.js';
import { LevelSheet, type JudgedResult } from './level-sheet.js';
import { UNKNOWN_LEVEL, type LevelReading, type NoCreditReason, type NormalisedLevel } from './normalised-level.js';
import { assertScale, DEFAULT_SCALE, type ProficiencyScale } from './proficiency-scale.js';
import { qualificationLevel } from './qualification-level.js';
import { levelOfRaw } from './raw-level.js';
import type { Refusal } from './result-credit.js';
import { placedLevel } from './rubric-level.js';
import { idOf, rubricOf } from './rubric-order.js';
import { EQF } from '../../../scoring/index.js';

/**
 * The level at which a credential states a skill, on the organization's scale, from the most trusted source that
 * speaks: the rubric level reached, the value of a result, a level at the skill itself, the level of the qualification.
 * What stands lower in this order is asked only when what stands higher gives no level.
 *
 * Results count for a claim when they or their description carry it, or, for a claim of the achievement, when they
 * speak of the achievement as a whole. A description with several results (a second attempt) is passed when one of
 * them is; of several levels from the same source the highest counts.
 *
 * @param sheet what the credential says about levels; made once where many claims are asked for
 * @returns `no-credit` when the credential itself says that the skill was not reached
 * @throws {ScaleOutOfRange} when the scale has not 1 to 9 whole levels
 */
export function levelFor(
  claim: Claim,
  credential: JsonObject,
  scale: ProficiencyScale = DEFAULT_SCALE,
  sheet: LevelSheet = new LevelSheet(credential, scale),
): NormalisedLevel {
  assertScale(scale);
  const place = placeOf(claim.jsonPath, credential);
  const results = sheet.results.filter((reading) => speaksOf(reading, place));
  const refused = refusal(place, results);
  if (refused) return refused;
  const readings = [
    best(results.map((reading) => reading.byRubric)),
    results.length === 0 ? requiredLevel(place, scale) : undefined,
    best(results.map((reading) => reading.byValue)),
    skillLevel(claim, scale),
    achievementLevel(claim.jsonPath, sheet),
    qualificationLevel(claim.jsonPath, sheet),
  ].filter((reading) => reading !== undefined);
  const stated = readings.find((reading) => reading.level !== null);
  if (stated) return { ...stated, status: 'stated' };
  const [unread] = readings;
  return unread ? { ...unread, status: 'unknown' } : UNKNOWN_LEVEL;
}

function speaksOf(reading: JudgedResult, place: ClaimPlace): boolean {
  if (place.result) return reading.result.path === place.result.path;
  if (place.description) return reading.description?.path === place.description.path;
  if (place.subject && reading.subjectPath !== place.subject.path) return false;
  const isOfOther =
    place.achievement !== undefined &&
    reading.achievementPath !== undefined &&
    reading.achievementPath !== place.achievement.path;
  return !isOfOther && !reading.isAligned;
}

function refusal(place: ClaimPlace, results: readonly JudgedResult[]): NormalisedLevel | undefined {
  if (place.rubricLevel && !isReached(place, results)) {
    return noCredit('rubric-level-not-reached', null, place.rubricLevel.path);
  }
  const attempts = new Map<string, (Refusal | undefined)[]>();
  for (const reading of results) {
    const measured = reading.description?.path ?? reading.result.path;
    attempts.set(measured, [...(attempts.get(measured) ?? []), reading.refusal]);
  }
  for (const [first, ...others] of attempts.values()) {
    if (first && !others.includes(undefined)) return noCredit(first.reason, first.raw, first.jsonPath);
  }
  return undefined;
}

/** A skill of a rubric level is held by who reached that level; without any result, by who had to reach it. */
function isReached({ description, rubricLevel: level }: ClaimPlace, results: readonly JudgedResult[]): boolean {
  const id = level && idOf(level);
  if (id === undefined || !description) return false;
  if (results.length === 0) return rubricOf(description).requiredId === id;
  return results.some((reading) => reading.achieved?.id === id);
}

/** Without a result, a skill of a rubric level stands at that level: {@link isReached} saw that it was required. */
function requiredLevel(
  { description, rubricLevel: level }: ClaimPlace,
  scale: ProficiencyScale,
): LevelReading | undefined {
  if (!description || !level) return undefined;
  return { ...placedLevel(rubricOf(description), level, scale), jsonPath: level.path, source: 'rubric' };
}

function skillLevel({ level }: Claim, scale: ProficiencyScale): LevelReading | undefined {
  if (!level || level.scale === EQF.name) return undefined;
  const { scale: named, value, jsonPath } = level;
  return { level: levelOfRaw(level, scale), raw: value, scale: named, jsonPath, source: 'skill' };
}

function best(readings: readonly (LevelReading | undefined)[]): LevelReading | undefined {
  const stated = readings.filter((reading) => reading !== undefined);
  return stated.toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0))[0];
}

function noCredit(reason: NoCreditReason, raw: string | null, jsonPath: string): NormalisedLevel {
  return { level: null, raw, scale: null, jsonPath, source: 'none', status: 'no-credit', reason };
}
