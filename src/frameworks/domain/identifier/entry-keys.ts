import type { FrameworkEntry } from '../content/framework-content.js';
import { UnreadableSource } from '../import/source-problem.js';
import { canonicalKey } from './canonical-identifier.js';
import { canonicalIdentifiers, canonicalReference } from './identifier.js';

/** What a database index takes, with room for the rest of the key. */
export const MAX_KEY_BYTES = 2_000;

/**
 * Every canonical key that means the entry: of its uri, of its code in the framework, and those that it names.
 *
 * @param framework name of the framework, as credentials name it beside a code
 */
export function entryKeys(entry: FrameworkEntry, framework: string): string[] {
  const own = canonicalIdentifiers({ url: entry.uri, code: entry.code, framework }).map(canonicalKey);
  return [...new Set([...own, ...entry.otherKeys])];
}

/** The uri in the one spelling that is compared. */
export function uriKey(uri: string): string {
  const identifier = canonicalReference(uri);
  return identifier === undefined ? uri : canonicalKey(identifier);
}

/**
 * @param keys of the entry, of its uri and of what it matches
 * @throws {UnreadableSource} `identifier-too-long`, for a limit on characters is none on bytes: escapes and other
 *   scripts take several each
 */
export function assertKeysFit(keys: readonly string[], label: string): void {
  if (keys.every((key) => Buffer.byteLength(key) <= MAX_KEY_BYTES)) return;
  const message = `An identifier of "${label.slice(0, 100)}" has more than ${MAX_KEY_BYTES} bytes.`;
  throw new UnreadableSource({ file: '', severity: 'fatal', code: 'identifier-too-long', message });
}
