import { type JsonObject, isObject, listOf } from '../../json.js';

/**
 * A BadgeClass of any generation in the words of 2.0: alignments had `name`, `url` and `description` before. What is
 * already written in the new words stays.
 */
export function upgradeBadgeClass(badge: JsonObject): JsonObject {
  const { alignment, ...rest } = badge;
  const type = badge.type ?? 'BadgeClass';
  if (alignment === undefined || alignment === null) return { ...rest, type };
  const upgraded = listOf(alignment).map((it) => (isObject(it) ? upgradeAlignment(it) : it));
  return { ...rest, type, alignment: Array.isArray(alignment) ? upgraded : upgraded[0] };
}

function upgradeAlignment(alignment: JsonObject): JsonObject {
  const { name, url, description, ...rest } = alignment;
  return {
    ...rest,
    ...renamed(rest, 'targetName', name),
    ...renamed(rest, 'targetUrl', url),
    ...renamed(rest, 'targetDescription', description),
  };
}

function renamed(rest: JsonObject, name: string, value: unknown): JsonObject {
  return value === undefined || rest[name] !== undefined ? {} : { [name]: value };
}

/** The issuer of any generation as a profile: 0.5 names the origin that it publishes from, and that is its identity. */
export function upgradeProfile(issuer: JsonObject): JsonObject {
  const { origin, org, contact, ...rest } = issuer;
  const type = issuer.type ?? 'Issuer';
  if (typeof origin !== 'string') return { ...issuer, type };
  return {
    ...rest,
    type,
    id: rest.id ?? origin,
    url: rest.url ?? origin,
    ...(contact !== undefined && { email: contact }),
    ...(org !== undefined && { description: org }),
  };
}
