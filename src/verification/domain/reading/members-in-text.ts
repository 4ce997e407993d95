import { maxDepth } from './json-text-fault.js';

const quote = 0x22;
const backslash = 0x5c;
/** Numbers of so many letters, without an exponent, are kept exactly. */
const safeLetters = 15;

/**
 * How many members all objects in a JSON text have together, as it is written. One quick pass: a text with anything that
 * has to be looked at closely (depth, escapes by number, long numbers, the key `__proto__`) gets undefined.
 */
export function membersInText(text: string): number | undefined {
  if (text.includes('\\u') || text.includes('__proto__')) return undefined;
  let members = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = closingQuote(text, at);
    else if (code === 0x3a) members += 1;
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
    else if (isDigit(code)) {
      const end = endOfNumber(text, at);
      if (end - at > safeLetters || isExponent(text.charCodeAt(end))) return undefined;
      at = end - 1;
    }
    if (depth > maxDepth) return undefined;
  }
  return members;
}

/** The same of the value that was read from the text: fewer, where a key stood twice in one object. */
export function membersInValue(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let members = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') members += membersInValue(item);
    return members;
  }
  const object = value as Readonly<Record<string, unknown>>;
  // What was read from a text has only members of its own, and to count them so makes no list of them.
  for (const name in object) {
    members += 1;
    const part = object[name];
    if (typeof part === 'object') members += membersInValue(part);
  }
  return members;
}

function closingQuote(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === backslash) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  while (isDigit(text.charCodeAt(at)) || text.charCodeAt(at) === 0x2e) at += 1;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isExponent(code: number): boolean {
  return code === 0x65 || code === 0x45;
}
