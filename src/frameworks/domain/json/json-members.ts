import { cleanCell } from '../table/table-header.js';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The value as an object; without members where it is none. */
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** A text or number as clean text; '' for anything else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? cleanCell(value) : typeof value === 'number' ? String(value) : '';

/** A list, a single value as a list of one, nothing as an empty list. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** The texts of a list or of a single value, without empty ones. */
export const textsOf = (value: unknown): string[] =>
  listOf(value)
    .map(textOf)
    .filter((text) => text !== '');

/** The members that say something: no empty text, list, object or null. */
export function withoutEmpty(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
