import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { GunzipRefused } from '../import/bounded-gunzip.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { type SourceProblem, UnreadableSource } from '../import/source-problem.js';
import { cellsOf, type CsvCells, type CsvHeader, readHeader } from './csv-columns.js';
import { boundedText, notUtf8, type SourceFile } from './csv-text.js';

export type CsvRow =
  | { readonly kind: 'row'; readonly line: number; readonly cells: CsvCells }
  | { readonly kind: 'problem'; readonly problem: SourceProblem };

interface ParsedRecord {
  readonly record: string[];
  /** The last line of the record, as the parser counts. */
  readonly info: { readonly lines: number };
}

/**
 * The rows of one csv file as they come: RFC 4180 with comma, semicolon or tab, UTF-8 with or without a byte order mark.
 *
 * @param budget bytes that are left for this and the following files; it is counted down
 * @throws {UnreadableSource} for what is no such file or passes a limit on size
 */
export async function* csvRows(source: SourceFile, budget: { bytes: number }): AsyncGenerator<CsvRow> {
  const { file } = source;
  let header: CsvHeader | undefined;
  try {
    for await (const { record, info } of recordsOf(source, budget)) {
      const line = info.lines - newlinesIn(record);
      if (header === undefined) {
        if (record.some((name) => name.includes('\u0000'))) throw notUtf8(file);
        header = readHeader(record);
        yield* problemsOfHeader(header, file, line);
        continue;
      }
      if (record.every((cell) => cell.trim() === '')) continue;
      if (record.slice(header.columns.length).some((cell) => cell.trim() !== '')) {
        const message = `The row has ${record.length} cells, the header ${header.columns.length}. Is a quote missing?`;
        yield { kind: 'problem', problem: { file, line, severity: 'error', code: 'too-many-cells', message } };
        continue;
      }
      yield { kind: 'row', line, cells: cellsOf(header, record) };
    }
  } catch (error) {
    throw asUnreadable(error, file);
  }
  if (header === undefined) {
    throw new UnreadableSource({ file, severity: 'fatal', code: 'empty-file', message: 'The file has no header row.' });
  }
}

async function* recordsOf(source: SourceFile, budget: { bytes: number }): AsyncGenerator<ParsedRecord> {
  const text = boundedText(source, budget);
  const first = await text.next();
  const start = first.done === true ? '' : first.value;
  const parser = parse({
    delimiter: delimiterOf(start),
    info: true,
    relax_column_count: true,
    // A quote inside an unquoted cell is a character like any other: 5" pipe.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: IMPORT_LIMITS.maxRowBytes,
  });
  const input = Readable.from(continued(start, text));
  // `pipe` passes no errors on; the parser is what is read from, so it must fail with the input.
  input.on('error', (error) => parser.destroy(error));
  try {
    yield* input.pipe(parser) as AsyncIterable<ParsedRecord>;
  } finally {
    input.destroy();
    parser.destroy();
  }
}

async function* continued(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  yield* rest;
}

/** Whatever stands most often in the header line; spreadsheets of many countries write semicolons. */
function delimiterOf(start: string): string {
  const headerLine = start.split(/\r?\n|\r/, 1)[0] ?? '';
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: headerLine.split(mark).length }));
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).mark;
}

function* problemsOfHeader(header: CsvHeader, file: string, line: number): Generator<CsvRow> {
  const fatal = (code: string, message: string) =>
    new UnreadableSource({ file, line, severity: 'fatal', code, message });
  if (header.columns.length > IMPORT_LIMITS.maxColumns) {
    throw fatal('too-many-columns', `A file may have at most ${IMPORT_LIMITS.maxColumns} columns.`);
  }
  if (header.repeated.length > 0) throw fatal('column-repeated', `Columns stand twice: ${header.repeated.join(', ')}.`);
  if (!header.columns.includes('label')) throw fatal('column-missing', 'The header row has no column "label".');
  if (!header.columns.includes('uri') && !header.columns.includes('code')) {
    throw fatal('column-missing', 'The header row needs a column "uri" or "code".');
  }
  for (const name of header.unknown) {
    const message = `The column "${name.slice(0, 100)}" is not one of this format and is not read.`;
    yield { kind: 'problem', problem: { file, line, severity: 'warning', code: 'unknown-column', message } };
  }
}

/** The parser counts to the end of a record; a quoted cell may span lines. */
function newlinesIn(record: readonly string[]): number {
  return record.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function asUnreadable(error: unknown, file: string): unknown {
  if (error instanceof GunzipRefused) {
    return new UnreadableSource({ file, severity: 'fatal', code: error.code, message: error.message });
  }
  const { code, lines } = error as Partial<CsvError> & { lines?: number };
  if (error instanceof UnreadableSource || typeof code !== 'string' || !code.startsWith('CSV_')) return error;
  const message =
    code === 'CSV_MAX_RECORD_SIZE'
      ? `A row has more than ${IMPORT_LIMITS.maxRowBytes} bytes. Is a quote missing?`
      : 'The file is not well-formed csv: a quoted cell does not end as it should.';
  return new UnreadableSource({
    file,
    ...(typeof lines === 'number' ? { line: lines } : {}),
    severity: 'fatal',
    code: code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'not-csv',
    message,
  });
}
