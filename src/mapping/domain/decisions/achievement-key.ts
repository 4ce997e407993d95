import { createHash } from 'node:crypto';
import { normaliseLabel } from '../../../frameworks/index.js';
import type { Claim } from '../claims/claim.js';
import { achievementsOf } from '../reading/achievements.js';
import { isWithin } from '../reading/json-pointer.js';
import { type JsonObject, type Located, member, plainString } from '../reading/json-value.js';

/**
 * Tells which achievement each claim of a credential is about, by a key that all holders of the achievement share
 * within one issuer: its id, or its name and description where it has none. A claim outside of every achievement is
 * about the only one there is.
 *
 * @returns null for a claim of which no achievement can be told
 */
export function achievementKeysIn(credential: JsonObject): (claim: Claim) => string | null {
  const achievements = achievementsOf(credential).map(({ achievement }) => achievement);
  const keys = new Map(achievements.map((achievement) => [achievement, keyOf(achievement)]));
  const only = new Set(keys.values()).size === 1 ? achievements[0] : undefined;
  return ({ jsonPath }) => {
    const own = achievements.find(({ path }) => isWithin(jsonPath, path)) ?? only;
    return own === undefined ? null : (keys.get(own) ?? null);
  };
}

function keyOf({ value }: Located<JsonObject>): string | null {
  const id = plainString(member(value, 'id')) ?? plainString(member(value, '@id'));
  const words = ['name', 'description'].map((key) => JSON.stringify(member(value, key) ?? null));
  if (id === undefined && words.every((text) => text === 'null')) return null;
  const parts = id === undefined ? ['words', ...words.map(normaliseLabel)] : ['id', id];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
