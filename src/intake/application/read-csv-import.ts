import { tableRecords, UnreadableSource } from '../../frameworks/index.js';
import { columnNamed, type CsvColumn, CSV_COLUMNS, importLineOf } from '../domain/csv-columns.js';
import { CsvRefused, TooManyLines } from '../domain/import-errors.js';
import { MAX_IMPORT_BYTES, MAX_IMPORT_LINES, MAX_LINE_BYTES } from '../domain/import-lines.js';

/** Rows become longer as JSON, with the names of their columns. */
export const MAX_LINES_BYTES = 2 * MAX_IMPORT_BYTES;

/**
 * A CSV import as NDJSON: the line of each row stands at the line where the row begins, so that results can be found in
 * the file that was sent.
 *
 * @param body RFC 4180 with comma, semicolon or tab, UTF-8, the header first
 * @throws {CsvRefused}, {TooManyLines}
 */
export async function readCsvImport(body: Buffer): Promise<Buffer> {
  const parts: string[] = [];
  let bytes = 0;
  let rows = 0;
  let at = 1;
  let header: readonly CsvColumn[] | undefined;
  try {
    for await (const { line, cells } of tableRecords(
      { file: 'import', chunks: chunksOf(body) },
      { bytes: body.length },
      {
        maxRowBytes: MAX_LINE_BYTES,
      },
    )) {
      if (header === undefined) {
        header = headerOf(cells);
        continue;
      }
      const said = importLineOf(cellsByName(header, cells, line));
      if (said === undefined) continue;
      rows += 1;
      if (rows > MAX_IMPORT_LINES) throw new TooManyLines(MAX_IMPORT_LINES);
      const part = `${'\n'.repeat(line - at)}${JSON.stringify(said)}`;
      at = line;
      bytes += part.length;
      if (bytes > MAX_LINES_BYTES)
        throw new CsvRefused('csv-too-large', 'The rows hold more than an import may. Split it.');
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof UnreadableSource) throw refusalOf(error);
    throw error;
  }
  return Buffer.from(parts.join(''));
}

function headerOf(cells: readonly string[]): CsvColumn[] {
  const columns = cells.map((cell) => {
    const column = columnNamed(cell);
    if (column !== undefined) return column;
    const known = CSV_COLUMNS.map(({ name }) => name).join(', ');
    throw new CsvRefused(
      'csv-column-unknown',
      `${JSON.stringify(cell.slice(0, 50))} is no column. Columns are ${known}.`,
      1,
    );
  });
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined) throw new CsvRefused('csv-column-twice', `the column ${twice.name} stands there twice.`, 1);
  return columns;
}

function cellsByName(header: readonly CsvColumn[], cells: readonly string[], line: number): Map<string, string> {
  if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
    const message = `the row has ${cells.length} cells, the header ${header.length}. Is a cell with a separator not in quotes?`;
    throw new CsvRefused('csv-row-too-long', message, line);
  }
  return new Map(header.map(({ name }, at) => [name, cells[at] ?? '']));
}

const refusalOf = ({ problem: { code, message, line } }: UnreadableSource): CsvRefused =>
  new CsvRefused(code, message, line);

const CHUNK_BYTES = 64 * 1024;

function* chunksOf(body: Buffer): Generator<Buffer> {
  for (let at = 0; at < body.length; at += CHUNK_BYTES) yield body.subarray(at, at + CHUNK_BYTES);
}
