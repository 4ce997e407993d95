/**
 * The source text of parts of a JSON document, so that a document inside another one is kept as it was sent: numbers,
 * escapes, key order and blanks included. The text must have been read by a strict parser before; nothing is checked here.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);
const COMMA = 0x2c;
const COLON = 0x3a;

/** Source texts of the members of a JSON object, by key. */
export function membersOf(object: string): Map<string, string> {
  const members = new Map<string, string>();
  for (const part of partsOf(object)) {
    const colon = endOfString(part, part.indexOf('"'));
    members.set(
      JSON.parse(part.slice(0, colon).trim()) as string,
      part.slice(part.indexOf(String.fromCharCode(COLON), colon) + 1).trim(),
    );
  }
  return members;
}

/** Source texts of the elements of a JSON array, in order. */
export const elementsOf = (array: string): string[] => partsOf(array).map((part) => part.trim());

/** What stands between the outermost brackets, split at its own commas. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = -1;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      i = endOfString(text, i) - 1;
    } else if (OPENING.has(code)) {
      depth += 1;
      if (depth === 1) start = i + 1;
    } else if (CLOSING.has(code)) {
      depth -= 1;
      if (depth === 0) parts.push(text.slice(start, i));
    } else if (code === COMMA && depth === 1) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return parts.length === 1 && parts[0]?.trim() === '' ? [] : parts;
}

/** @returns position after the closing quote of the string that begins at `start` */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (text.charCodeAt(i) !== QUOTE) i += text.charCodeAt(i) === BACKSLASH ? 2 : 1;
  return i + 1;
}
