import { finished } from 'node:stream/promises';
import { type CsvError, type InfoRecord, type Options, parse } from 'csv-parse';
import { GunzipRefused } from '../import/bounded-gunzip.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { UnreadableSource } from '../import/source-problem.js';
import { boundedText, type ByteBudget, type SourceFile } from './source-text.js';
import type { TableRecord } from './table-record.js';
import { WellFormedRecords } from './well-formed-records.js';

/** How a table is written, where the file itself does not show it. */
export interface TableForm {
  readonly maxRowBytes?: number;
  /** False where a quote is a character like any other, as in O*NET's text files. */
  readonly quoted?: boolean;
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
  let before = 0;
  try {
    const first = await text.next();
    const start = first.done === true ? '' : first.value;
    const delimiter = delimiterOf(start);
    const pieces = continued(start, text);
    const wellFormed = new WellFormedRecords({ delimiter, quoted, maxRecordBytes: maxRowBytes });
    for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) {
      const { records, takesParser } = wellFormed.take(piece.value);
      yield* records;
      if (takesParser) break;
    }
    before = wellFormed.linesTaken;
    const form = {
      delimiter,
      ...(wellFormed.ending === undefined ? {} : { record_delimiter: wellFormed.ending }),
      relax_column_count: true,
      // A quote inside an unquoted cell is a character like any other: 5" pipe.
      relax_quotes: true,
      ...(quoted ? {} : { quote: null }),
      skip_empty_lines: true,
      max_record_size: maxRowBytes,
    };
    for await (const record of parsedRecords(form, continued(wellFormed.rest, pieces))) {
      yield { line: before + record.line, cells: record.cells };
    }
  } catch (error) {
    throw asUnreadable(error, source.file, maxRowBytes, before);
  } finally {
    await text.return(undefined);
  }
}

/** Records are taken as they are parsed: passing each of them through a stream costs more than parsing it. */
async function* parsedRecords(form: Options<string[]>, text: AsyncIterable<string>): AsyncGenerator<TableRecord> {
  const read = new ReadRecords();
  const parser = parse({ ...form, on_record: (record, info) => read.take(record, info) });
  // What goes wrong is thrown below; the event would end the process.
  parser.on('error', () => undefined);
  try {
    for await (const piece of text) {
      parser.write(piece);
      if (parser.errored !== null) throw parser.errored;
      yield* read.taken();
    }
    parser.end();
    await finished(parser.resume());
    yield* read.taken();
  } finally {
    parser.destroy();
  }
}

async function* continued(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  yield* rest;
}

/** Whatever stands most often in the header line; spreadsheets of many countries write semicolons. */
export function delimiterOf(start: string): string {
  const headerLine = start.split(/\r?\n|\r/, 1)[0] ?? '';
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: headerLine.split(mark).length }));
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).mark;
}

/** Records that were parsed and not yet passed on. */
class ReadRecords {
  private records: TableRecord[] = [];
  private linesBefore = 0;
  /** Inside a cell the parser counts CR LF as two lines. */
  private overcounted = 0;

  /** @param lines the last line of the record, as the parser counts */
  take(cells: string[], { lines }: Pick<InfoRecord, 'lines'>): undefined {
    // Only a quoted cell that spans lines makes a record longer than one; empty lines before it do no harm.
    const breaks = lines - this.linesBefore > 1 ? breaksOf(cells) : NO_BREAKS;
    this.linesBefore = lines;
    this.overcounted += breaks.pairs;
    this.records.push({ line: lines - this.overcounted - breaks.lines, cells });
  }

  taken(): TableRecord[] {
    const { records } = this;
    this.records = [];
    return records;
  }
}

const NO_BREAKS = { lines: 0, pairs: 0 };

/** The parser counts to the end of a record; a quoted cell may span lines. `pairs` are CR LF, which end one line. */
function breaksOf(record: readonly string[]): { lines: number; pairs: number } {
  const spanning = record.filter((cell) => cell.includes('\n') || cell.includes('\r'));
  const breaks = spanning.flatMap((cell) => cell.match(/\r\n|\n|\r/g) ?? []);
  return { lines: breaks.length, pairs: breaks.filter((mark) => mark.length === 2).length };
}

function asUnreadable(error: unknown, file: string, maxRowBytes: number, linesBefore: number): unknown {
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
    ...(typeof lines === 'number' ? { line: linesBefore + lines } : {}),
    severity: 'fatal',
    code: code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'not-csv',
    message,
  });
}
