import { Malformed } from '../../platform/errors/index.js';
import { TooManyLines } from './import-errors.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export const MAX_IMPORT_BYTES = 32 * 1024 * 1024;
export const MAX_IMPORT_LINES = 100_000;
export const MAX_LINE_BYTES = 1024 * 1024;

/** One line of an import; `number` counts every line of the file from 1, as an editor shows it. */
export interface ImportLine {
  readonly number: number;
  readonly bytes: Buffer;
}

/** The lines of an NDJSON body that hold something; blank lines are no input (as the format allows). */
export function* importLines(body: Buffer): Generator<ImportLine> {
  let number = 0;
  for (let start = 0; start < body.length;) {
    number += 1;
    const feed = body.indexOf(LINE_FEED, start);
    const end = feed < 0 ? body.length : feed;
    const bytes = body.subarray(start, body[end - 1] === CARRIAGE_RETURN && end > start ? end - 1 : end);
    if (!isBlank(bytes)) yield { number, bytes };
    start = end + 1;
  }
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

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x09);
