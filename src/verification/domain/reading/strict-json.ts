import { isAscii, isUtf8 } from 'node:buffer';
import { type JsonFaultCode, faultOfText } from './json-text-fault.js';
import { membersInText, membersInValue } from './members-in-text.js';

export type JsonReading =
  { ok: true; value: unknown } | { ok: false; code: JsonFaultCode | 'invalid-json'; detail: string };

const byteOrderMark = 0xfeff;

/** UTF-8 text without its byte order mark (one is tolerated, as RFC 8259 section 8.1 allows); undefined if not UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Of most tokens each byte is a letter, which takes less than half the time to read.
  if (isAscii(buffer)) return buffer.toString('latin1');
  if (!isUtf8(buffer)) return undefined;
  const text = buffer.toString();
  return text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
}

/**
 * Reads JSON the way two careful readers would agree on it.
 *
 * Refused although `JSON.parse` takes it: a key twice in one object, more than 64 levels, the key `__proto__`, numbers
 * beyond a double or whole numbers beyond 2^53 (they would change silently), NUL and lone surrogates (no database and
 * no signature base holds them). Linear in the length of the text.
 */
export function parseStrictJson(text: string): JsonReading {
  return readPlain(text) ?? readClosely(text);
}

/** The value, where one look at the text shows that nothing in it is to be refused; most texts are such. */
function readPlain(text: string): JsonReading | undefined {
  const members = membersInText(text);
  if (members === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return membersInValue(value) === members ? { ok: true, value } : undefined;
  } catch {
    return undefined;
  }
}

function readClosely(text: string): JsonReading {
  const fault = faultOfText(text);
  // Depth is the one fault that must be known before the parser sees the text; of the others, bad grammar comes first.
  if (fault?.code === 'too-deep') return { ok: false, ...fault };
  try {
    const value: unknown = JSON.parse(text);
    return fault ? { ok: false, ...fault } : { ok: true, value };
  } catch (error) {
    return { ok: false, code: 'invalid-json', detail: `not JSON${positionIn(error)}` };
  }
}

/** The message of the parser quotes the document, which may hold personal data; only the place is kept. */
function positionIn(error: unknown): string {
  const place = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return place === undefined ? ': the text ends too early or holds something unexpected' : ` at position ${place}`;
}
