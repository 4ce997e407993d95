import { IMPORT_LIMITS } from '../import/import-limits.js';
import { type SourceProblem, UnreadableSource } from '../import/source-problem.js';
import { type ByteBudget, notUtf8, type SourceFile } from '../table/source-text.js';
import { tableRecords } from '../table/table-records.js';
import { cellsOf, type CsvCells, type CsvHeader, readHeader } from './csv-columns.js';

export type CsvRow =
  | { readonly kind: 'row'; readonly line: number; readonly cells: CsvCells }
  | { readonly kind: 'problem'; readonly problem: SourceProblem };

/**
 * The rows of one csv file as they come: RFC 4180 with comma, semicolon or tab, UTF-8 with or without a byte order mark.
 *
 * @param budget bytes that are left for this and the following files; it is counted down
 * @throws {UnreadableSource} for what is no such file or passes a limit on size
 */
export async function* csvRows(source: SourceFile, budget: ByteBudget): AsyncGenerator<CsvRow> {
  const { file } = source;
  let header: CsvHeader | undefined;
  for await (const { cells, line } of tableRecords(source, budget)) {
    if (header === undefined) {
      if (cells.some((name) => name.includes('\u0000'))) throw notUtf8(file);
      header = readHeader(cells);
      yield* problemsOfHeader(header, file, line);
      continue;
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.slice(header.columns.length).some((cell) => cell.trim() !== '')) {
      const message = `The row has ${cells.length} cells, the header ${header.columns.length}. Is a quote missing?`;
      yield { kind: 'problem', problem: { file, line, severity: 'error', code: 'too-many-cells', message } };
      continue;
    }
    yield { kind: 'row', line, cells: cellsOf(header, cells) };
  }
  if (header === undefined) {
    throw new UnreadableSource({ file, severity: 'fatal', code: 'empty-file', message: 'The file has no header row.' });
  }
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
