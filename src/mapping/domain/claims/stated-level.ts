import { scaleNamedIn, valueOnScale } from '../levels/known-scales.js';
import { firstMember, isObject, plainString, type JsonObject, type Located } from '../reading/json-value.js';
import { localisedText } from '../reading/localised-text.js';
import type { RawLevel } from './claim.js';

/** What identifies the skill, in which some frameworks also write the level (`PROG-4`, "English B2"). */
export interface SkillIdentity {
  readonly url?: string | undefined;
  readonly code?: string | undefined;
  readonly framework?: string | undefined;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
}

const LEVEL_KEYS = ['targetLevel', 'targetProficiency', 'proficiencyLevel', 'proficiency', 'skillLevel', 'level'];
const SCALE_KEYS = ['proficiencyScale', 'targetLevelScale', 'levelScale', 'scale'];
const VALUE_KEYS = ['value', 'score', 'level', 'rating', 'code', 'name'];
const MIN_KEYS = ['minimum', 'min', 'valueMin', 'minValue', 'lowest'];
const MAX_KEYS = ['maximum', 'max', 'valueMax', 'maxValue', 'highest'];

/**
 * The level that stands at the skill itself: in a member of its own, with or without its scale, or inside the code or
 * name when a known scale is named beside it.
 */
export function statedLevel(statement: Located<JsonObject>, identity: SkillIdentity): RawLevel | undefined {
  const scaleStated = firstMember(statement, SCALE_KEYS);
  const scale = scaleNamedIn(scaleWords(scaleStated), identity.framework, identity.type, identity.url, identity.name);
  return levelMember(statement, scaleStated, scale) ?? levelInIdentity(statement.path, identity, scale);
}

function levelMember(
  statement: Located<JsonObject>,
  scaleStated: Located | undefined,
  scale: string | null,
): RawLevel | undefined {
  const stated = firstMember(statement, LEVEL_KEYS);
  if (!stated) return undefined;
  if (!isObject(stated.value)) {
    const text = localisedText(stated);
    if (!text) return undefined;
    return { scale: scale ?? scaleNamedIn(text.text), value: text.text, ...rangeOf(scaleStated), jsonPath: text.path };
  }
  const place = { value: stated.value, path: stated.path };
  const inner = firstMember(place, VALUE_KEYS);
  const text = localisedText(inner ?? stated);
  if (!text) return undefined;
  const innerScale = firstMember(place, SCALE_KEYS);
  const range = { ...rangeOf(scaleStated), ...rangeOf(innerScale), ...rangeOf(place) };
  return {
    scale: scale ?? scaleNamedIn(scaleWords(innerScale), text.text),
    value: text.text,
    ...range,
    jsonPath: text.path,
  };
}

function levelInIdentity(path: string, { code, name }: SkillIdentity, scale: string | null): RawLevel | undefined {
  if (scale === null) return undefined;
  const value = valueOnScale(scale, code) ?? valueOnScale(scale, name);
  return value === undefined ? undefined : { scale, value, jsonPath: path };
}

function rangeOf(stated: Located | undefined): { min?: string; max?: string } {
  if (!stated || !isObject(stated.value)) return {};
  const place = { value: stated.value, path: stated.path };
  const min = plainString(firstMember(place, MIN_KEYS)?.value);
  const max = plainString(firstMember(place, MAX_KEYS)?.value);
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function scaleWords(stated: Located | undefined): string | undefined {
  if (!stated) return undefined;
  if (!isObject(stated.value)) return plainString(stated.value);
  const named = firstMember({ value: stated.value, path: stated.path }, ['name', 'id', 'title']);
  return localisedText(named)?.text;
}
