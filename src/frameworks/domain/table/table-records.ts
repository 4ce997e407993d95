import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { GunzipRefused } from '../import/bounded-gunzip.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { UnreadableSource } from '../import/source-problem.js';
import { boundedText, type ByteBudget, type SourceFile } from './source-text.js';

/** One record of a table with the line on which it begins. */
export interface TableRecord {
  readonly line: number;
  readonly cells: string[];
}

/** How a table is written, where the file itself does not show it. */
export interface TableForm {
  readonly maxRowBytes?: number;
  /** False where a quote is a character like any other, as in O*NET's text files. */
  readonly quoted?: boolean;
}

interface ParsedRecord {
  readonly record: string[];
  /** The last line of the record, as the parser counts. */
  readonly info: { readonly lines: number };
}

/**
 * The records of a table as they come, the header row first: RFC 4180 with comma, semicolon or tab, UTF-8 with or
 * without a byte order mark.
 *
 * @param budget bytes that are left for this and the following files; it is counted down
 * @throws {UnreadableSource} for what is no such file or passes a limit on size
 */
export async function* tableRecords(
  source: SourceFile,
  budget: ByteBudget,
  { maxRowBytes = IMPORT_LIMITS.maxRowBytes, quoted = true }: TableForm = {},
): AsyncGenerator<TableRecord> {
  const text = boundedText(source, budget);
  try {
    const first = await text.next();
    const start = first.done === true ? '' : first.value;
    const parser = parse({
      delimiter: delimiterOf(start),
      info: true,
      relax_column_count: true,
      // A quote inside an unquoted cell is a character like any other: 5" pipe.
      relax_quotes: true,
      ...(quoted ? {} : { quote: null }),
      skip_empty_lines: true,
      max_record_size: maxRowBytes,
    });
    const input = Readable.from(continued(start, text));
    // `pipe` passes no errors on; the parser is what is read from, so it must fail with the input.
    input.on('error', (error) => parser.destroy(error));
    // Inside a cell the parser counts CR LF as two lines.
    let overcounted = 0;
    try {
      for await (const { record, info } of input.pipe(parser) as AsyncIterable<ParsedRecord>) {
        const breaks = breaksOf(record);
        overcounted += breaks.pairs;
        yield { line: info.lines - overcounted - breaks.lines, cells: record };
      }
    } finally {
      input.destroy();
      parser.destroy();
    }
  } catch (error) {
    throw asUnreadable(error, source.file, maxRowBytes);
  }
}

async function* continued(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  yield* rest;
}

/** Whatever stands most often in the header line; spreadsheets of many countries write semicolons. */
export function delimiterOf(start: string): string {
  const headerLine = start.split(/\r?\n|\r/, 1)[0] ?? '';
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: headerLine.split(mark).length }));
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).mark;
}

/** The parser counts to the end of a record; a quoted cell may span lines. `pairs` are CR LF, which end one line. */
function breaksOf(record: readonly string[]): { lines: number; pairs: number } {
  const spanning = record.filter((cell) => cell.includes('\n') || cell.includes('\r'));
  const breaks = spanning.flatMap((cell) => cell.match(/\r\n|\n|\r/g) ?? []);
  return { lines: breaks.length, pairs: breaks.filter((mark) => mark.length === 2).length };
}

function asUnreadable(error: unknown, file: string, maxRowBytes: number): unknown {
  if (error instanceof GunzipRefused) {
    return new UnreadableSource({ file, severity: 'fatal', code: error.code, message: error.message });
  }
  const { code, lines } = error as Partial<CsvError> & { lines?: number };
  if (error instanceof UnreadableSource || typeof code !== 'string' || !code.startsWith('CSV_')) return error;
  const message =
    code === 'CSV_MAX_RECORD_SIZE'
      ? `A row has more than ${maxRowBytes} bytes. Is a quote missing?`
      : 'The file is not well-formed csv: a quoted cell does not end as it should.';
  return new UnreadableSource({
    file,
    ...(typeof lines === 'number' ? { line: lines } : {}),
    severity: 'fatal',
    code: code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'not-csv',
    message,
  });
}
