import { type JsonObject, contextUrlsOf, isObject, typesOf } from '../../json.js';

export type BadgeGeneration = '0.5' | '1.0' | '1.1' | '2.0';

/**
 * The generation in whose words an assertion is written: by its context; without one by what only that generation has: a
 * `type` (2.0), the badge by its address, `verify` or `uid` (1.0), else the badge written out with the origin of its
 * issuer (0.5).
 */
export function generationOf(assertion: JsonObject): BadgeGeneration {
  const contexts = contextUrlsOf(assertion);
  if (contexts.some((url) => url.endsWith('/openbadges/v1'))) return '1.1';
  if (assertion['@context'] !== undefined || typesOf(assertion).length > 0) return '2.0';
  const { badge, verify, uid } = assertion;
  if (verify !== undefined || uid !== undefined || !isObject(badge)) return '1.0';
  return '0.5';
}
