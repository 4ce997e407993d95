import { Malformed } from '../../../platform/errors/index.js';
import { valueAt } from '../signature/place.js';

/**
 * Lenient reading of what HR systems send: a field that is not what it should be counts as absent, since the rest of the
 * event is worth having. Only the ids that an event cannot do without are insisted on.
 */

const MAX_ID = 200;
const MAX_NAME = 300;
const MAX_TITLE = 300;
const MAX_STAGE = 200;
const MAX_EMAIL = 320;
const MAX_EMAILS = 20;
const CONTROL = /[\u0000-\u001f\u007f]+/g;
const EMAIL = /^[^\s@\u0000-\u001f]+@[^\s@\u0000-\u001f]+$/;
const INSTANT = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:?\d\d)$/;
/** How far the sender's clock may be ahead, in milliseconds. A state from the far future would block all later ones. */
const MAX_AHEAD_MS = 300_000;

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at a pointer; an empty one where there is none. */
export function fieldsAt(value: unknown, pointer: string): Fields {
  const found = valueAt(value, pointer);
  return isFields(found) ? found : {};
}

/** The list at a pointer; an empty one where there is none. */
export function listAt(value: unknown, pointer: string): readonly unknown[] {
  const found = valueAt(value, pointer);
  return Array.isArray(found) ? (found as unknown[]) : [];
}

/** A text on one line, cut at `most` characters; undefined for what is no text or is blank. */
export function lineOf(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value.replace(CONTROL, ' ').trim().slice(0, most).toWellFormed().trim();
  return line === '' ? undefined : line;
}

/** Ids are texts, also where the system sends numbers. */
export function idOf(value: unknown): string | undefined {
  if (Number.isSafeInteger(value)) return String(value);
  const isId =
    typeof value === 'string' && value !== '' && value.length <= MAX_ID && value.replace(CONTROL, '') === value;
  return isId ? value : undefined;
}

/** @throws {Malformed} when the event does not say which one it is about */
export function requiredId(body: unknown, ...pointers: string[]): string {
  const id = pointers.map((pointer) => idOf(valueAt(body, pointer))).find((found) => found !== undefined);
  if (id !== undefined) return id;
  const [pointer = ''] = pointers;
  const message = 'must be the id that the event is about';
  throw new Malformed('validation-failed', `The delivery is not valid at ${pointer}: ${message}.`, [
    { pointer, code: 'is-id', message },
  ]);
}

export const nameOf = (...parts: unknown[]): string | undefined =>
  lineOf(parts.flatMap((part) => lineOf(part, MAX_NAME) ?? []).join(' '), MAX_NAME);

export const titleOf = (value: unknown): string | undefined => lineOf(value, MAX_TITLE);
export const stageOf = (value: unknown): string | undefined => lineOf(value, MAX_STAGE);

/** The addresses among the values, each once; undefined when there was nothing to look at. */
export function emailsOf(values: readonly unknown[]): readonly string[] {
  const addresses = values.flatMap((value) => {
    const address = typeof value === 'string' ? value.trim() : '';
    return address.length <= MAX_EMAIL && EMAIL.test(address) ? [address] : [];
  });
  return [...new Set(addresses)].slice(0, MAX_EMAILS);
}

/** An RFC 3339 instant or milliseconds since 1970, at most five minutes ahead of `now`; undefined for all else. */
export function instantOf(value: unknown, now: Date): Date | undefined {
  const isText = typeof value === 'string' && INSTANT.test(value);
  const isMs = typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
  if (!isText && !isMs) return undefined;
  const instant = new Date(value);
  const isFine = !Number.isNaN(instant.getTime()) && instant.getTime() <= now.getTime() + MAX_AHEAD_MS;
  return isFine ? instant : undefined;
}

/** Only what is there, so that an absent field is absent in the event. */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** What a table says of a name; nothing for names that every object has. */
export const lookUp = <T>(table: Readonly<Record<string, T>>, name: unknown): T | undefined =>
  typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;
