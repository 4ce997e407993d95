import { Malformed } from '../../platform/errors/index.js';
import { TooManyLines } from './import-errors.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export const MAX_IMPORT_BYTES = 32 * 1024 * 1024;
export const MAX_IMPORT_LINES = 100_000;
/** With the blank ones. */
export const MAX_LINES_IN_ALL = 1_000_000;
export const MAX_LINE_BYTES = 1024 * 1024;

/** Where in the body an import goes on. */
export interface ImportPlace {
  /** How many bytes lie before it. */
  readonly byte: number;
  /** Number of the line that begins there. */
  readonly line: number;
}

/** One line of an import; `number` counts every line of the file from 1, as an editor shows it. */
export interface ImportLine {
  readonly number: number;
  readonly bytes: Buffer;
  /** The place after the line. */
  readonly after: ImportPlace;
}

const BEGINNING: ImportPlace = { byte: 0, line: 1 };

/**
 * The lines of an NDJSON body that hold something; blank lines are no input (as the format allows).
 *
 * @param part the body or a part of it
 * @param at where the part begins, which is the beginning of a line
 * @param isLast whether the body ends with the part; in another part what follows its last line feed is left out
 * @throws {TooManyLines} beyond `MAX_LINES_IN_ALL`, since passing over millions of blank lines takes its time
 */
export function* importLines(part: Buffer, at = BEGINNING, isLast = true): Generator<ImportLine> {
  let number = at.line;
  for (let start = 0; start < part.length; number += 1) {
    if (number > MAX_LINES_IN_ALL) throw new TooManyLines(MAX_LINES_IN_ALL);
    const text = afterBlanks(part, start);
    const feed = part[text] === LINE_FEED ? text : part.indexOf(LINE_FEED, text);
    if (feed < 0 && !isLast) return;
    const end = feed < 0 ? part.length : feed;
    const textEnd = part[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    const bytes = textEnd > text ? part.subarray(start, textEnd) : undefined;
    start = end + 1;
    if (bytes !== undefined) yield { number, bytes, after: { byte: at.byte + start, line: number + 1 } };
  }
}

export const hasLineEnd = (part: Buffer): boolean => part.includes(LINE_FEED);

/** The place after the last line feed of a part, or where the part begins when it has none. */
export function afterWholeLines(part: Buffer, at: ImportPlace): ImportPlace {
  let line = at.line;
  for (let i = 0; i < part.length; i += 1) if (part[i] === LINE_FEED) line += 1;
  return { byte: at.byte + part.lastIndexOf(LINE_FEED) + 1, line };
}

/**
 * How many lines there are to take in.
 *
 * @throws {Malformed} `empty-import`, {TooManyLines}
 */
export function countImportLines(body: Buffer): number {
  let count = 0;
  for (const lines = importLines(body); !lines.next().done;) {
    count += 1;
    if (count > MAX_IMPORT_LINES) throw new TooManyLines(MAX_IMPORT_LINES);
  }
  if (count === 0)
    throw new Malformed('empty-import', 'The import holds no line. Send one candidate as JSON on each line.');
  return count;
}

function afterBlanks(part: Buffer, start: number): number {
  let i = start;
  while (part[i] === 0x20 || part[i] === 0x09) i += 1;
  return i;
}
