import { rubricLevelsOf } from '../reading/achievements.js';
import { firstMember, member, plainString, type JsonObject, type Located } from '../reading/json-value.js';
import { localisedText } from '../reading/localised-text.js';
import { toMillionths } from './decimal.js';
import { lowestFirst } from './value-order.js';

/** One rubric criterion: its levels, lowest first, and the id of the one that had to be reached. */
export interface Rubric {
  readonly levels: readonly Located<JsonObject>[];
  readonly requiredId: string | undefined;
}

export function rubricOf(description: Located<JsonObject>): Rubric {
  const requiredId = plainString(member(description.value, 'requiredLevel'));
  return { levels: lowestLevelFirst(rubricLevelsOf(description), requiredId), requiredId };
}

/** The place of a level in its rubric, the lowest is 1; 0 when the rubric has no level with this id. */
export function rankIn(rubric: Rubric, id: string | undefined): number {
  return id === undefined ? 0 : rubric.levels.findIndex((level) => idOf(level) === id) + 1;
}

/**
 * The levels of a rubric, lowest first: by their `level` when those are numbers or known words, else by their points,
 * else by position. Position counts as lowest first unless the required level shows the other direction.
 */
function lowestLevelFirst(
  levels: readonly Located<JsonObject>[],
  requiredId: string | undefined,
): readonly Located<JsonObject>[] {
  return (
    byNumber(levels, 'level') ??
    byWords(levels) ??
    byNumber(levels, 'points') ??
    byPosition(levels, requiredId) ??
    levels
  );
}

/** Name and level of a rubric level as one would read it out. */
export function titleOf(level: Located<JsonObject>): string {
  return localisedText(firstMember(level, ['level', 'name', 'points']))?.text ?? idOf(level) ?? '';
}

export function idOf(level: Located<JsonObject>): string | undefined {
  return plainString(member(level.value, 'id'));
}

function byNumber(levels: readonly Located<JsonObject>[], key: string): readonly Located<JsonObject>[] | undefined {
  const numbers = levels.map((level) => toMillionths(plainString(member(level.value, key))));
  if (numbers.some((number) => number === undefined) || new Set(numbers).size !== levels.length) return undefined;
  const order = levels.map((level, index) => ({ level, number: numbers[index] ?? 0n }));
  return order.sort((a, b) => (a.number < b.number ? -1 : 1)).map((entry) => entry.level);
}

function byWords(levels: readonly Located<JsonObject>[]): readonly Located<JsonObject>[] | undefined {
  for (const key of ['level', 'name']) {
    const words = levels.map((level) => localisedText(firstMember(level, [key]))?.text ?? '');
    const ordered = lowestFirst(words, undefined);
    if (ordered) return ordered.map((word) => levels[words.indexOf(word)]).filter((level) => level !== undefined);
  }
  return undefined;
}

function byPosition(
  levels: readonly Located<JsonObject>[],
  requiredId: string | undefined,
): readonly Located<JsonObject>[] | undefined {
  // The ids are made up by the issuer, so places stand in for them: only where the required one stands may speak.
  const places = levels.map((_, index) => `#${String(index)}`);
  const required = levels.findIndex((level) => requiredId !== undefined && idOf(level) === requiredId);
  const ordered = lowestFirst(places, required < 0 ? undefined : places[required]);
  return ordered?.map((place) => levels[Number(place.slice(1))]).filter((level) => level !== undefined);
}
