import { childPointer } from './json-pointer.js';

/** A decoded JSON object of unknown make; nothing in it is trusted to have a certain shape. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A value together with the RFC 6901 pointer that leads to it from the root of the credential. */
export interface Located<T = unknown> {
  readonly value: T;
  readonly path: string;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own member of that name; inherited names such as `constructor` are never seen. */
export function member(owner: JsonObject, key: string): unknown {
  return Object.hasOwn(owner, key) ? owner[key] : undefined;
}

/**
 * The member as a list: compact JSON-LD drops the brackets around a single value, and null means nothing.
 *
 * @param limit values beyond this many are not looked at
 */
export function listAt(owner: Located<JsonObject>, key: string, limit = Infinity): Located[] {
  const value = member(owner.value, key);
  const path = childPointer(owner.path, key);
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [{ value, path }];
  const items: unknown[] = value.length > limit ? value.slice(0, limit) : value;
  return items.map((item, index) => ({ value: item, path: childPointer(path, index) }));
}

/** The objects among the member's values. */
export function objectsAt(owner: Located<JsonObject>, key: string, limit = Infinity): Located<JsonObject>[] {
  return listAt(owner, key, limit).filter((item): item is Located<JsonObject> => isObject(item.value));
}

/** The first of the keys that the owner states anything under. */
export function firstMember(owner: Located<JsonObject>, keys: readonly string[]): Located | undefined {
  for (const key of keys) {
    const value = member(owner.value, key);
    if (value !== undefined && value !== null && value !== '') return { value, path: childPointer(owner.path, key) };
  }
  return undefined;
}

/** A string that says something, or a number written out; anything else is no text. */
export function plainString(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** The strings of a member that may be one string or a list of them (`type`, `tag`...). */
export function stringsAt(owner: JsonObject, key: string): string[] {
  const value = member(owner, key);
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.filter((item): item is string => typeof item === 'string');
}
