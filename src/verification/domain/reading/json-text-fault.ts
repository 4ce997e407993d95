import { quoted } from '../quoted.js';

export const maxDepth = 64;

export type JsonFaultCode =
  'too-deep' | 'duplicate-key' | 'forbidden-key' | 'number-out-of-range' | 'forbidden-character';

export interface JsonTextFault {
  code: JsonFaultCode;
  detail: string;
}

interface Level {
  keys: Set<string> | undefined;
  awaitsKey: boolean;
}

/**
 * The first thing in a JSON text that `JSON.parse` would let pass and a strict reader must not; of a text that is not
 * JSON at all the answer means nothing, except `too-deep`.
 */
export function faultOfText(text: string): JsonTextFault | undefined {
  const levels: Level[] = [];
  let found: JsonTextFault | undefined;
  let at = 0;
  while (at < text.length) {
    const level = levels.at(-1);
    const letter = text.charAt(at);
    if (letter === '"') {
      const end = endOfString(text, at);
      found ??= faultOfString(text.slice(at, end), level);
      if (level) level.awaitsKey = false;
      at = end;
      continue;
    }
    if (letter === '{' || letter === '[') {
      if (levels.length === maxDepth) return { code: 'too-deep', detail: `more than ${maxDepth} levels deep` };
      levels.push({ keys: letter === '{' ? new Set() : undefined, awaitsKey: letter === '{' });
    } else if (letter === '}' || letter === ']') {
      levels.pop();
    } else if (letter === ',' && level?.keys) {
      level.awaitsKey = true;
    } else if (letter === '-' || (letter >= '0' && letter <= '9')) {
      const end = endOfNumber(text, at);
      found ??= faultOfNumber(text.slice(at, end));
      at = end;
      continue;
    }
    at += 1;
  }
  return found;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const letter = text.charAt(at);
    if (letter === '"') return at + 1;
    at += letter === '\\' ? 2 : 1;
  }
  return text.length;
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && /[0-9.eE+-]/.test(text.charAt(at))) at += 1;
  return at;
}

function faultOfString(raw: string, level: Level | undefined): JsonTextFault | undefined {
  const decoded = raw.includes('\\') ? decode(raw) : raw.slice(1, -1);
  if (decoded === undefined) return undefined;
  // Raw text came out of a UTF-8 decoder, so only an escape can bring either of the two.
  if (raw.includes('\\u') && /\0|\p{Surrogate}/u.test(decoded))
    return { code: 'forbidden-character', detail: 'a text holds NUL or half of a surrogate pair' };
  if (!level?.keys || !level.awaitsKey) return undefined;
  if (decoded === '__proto__') return { code: 'forbidden-key', detail: 'an object has the key "__proto__"' };
  if (level.keys.has(decoded))
    return { code: 'duplicate-key', detail: `the key ${quoted(decoded)} stands twice in one object` };
  level.keys.add(decoded);
  return undefined;
}

function decode(raw: string): string | undefined {
  try {
    return String(JSON.parse(raw));
  } catch {
    return undefined;
  }
}

function faultOfNumber(raw: string): JsonTextFault | undefined {
  const value = Number(raw);
  const isSafe = /^-?\d+$/.test(raw) ? Number.isSafeInteger(value) : Number.isFinite(value);
  return isSafe || Number.isNaN(value)
    ? undefined
    : { code: 'number-out-of-range', detail: 'a number is too large to be kept exactly' };
}
