import { Malformed } from '../../errors/index.js';
import { JsonReader } from './json-reader.js';

/** Deepest nesting of arrays and objects that is read. */
export const MAX_JSON_DEPTH = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads JSON (RFC 8259) the way that leaves nothing to interpretation (RFC 7493): no duplicate keys, no byte order mark,
 * no NUL and no lone surrogates in strings, no numbers beyond a double, no keys that reach prototypes.
 *
 * @param text bytes in UTF-8, or text
 * @returns plain values; safe to copy from, since keys such as `__proto__` never get in
 * @throws {Malformed} `invalid-json` with line and column, `duplicate-key`, `forbidden-key`, `json-too-deep`...
 */
export function parseStrictJson(text: Buffer | string, options: { maxDepth?: number } = {}): unknown {
  return new JsonReader(typeof text === 'string' ? text : decoded(text), options.maxDepth ?? MAX_JSON_DEPTH).read();
}

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Malformed('invalid-json', 'The body is not UTF-8.');
  }
}
