import { IMPORT_LIMITS } from '../import/import-limits.js';
import { turns } from '../import/in-turns.js';
import type { FileTally } from '../import/parsed-framework.js';
import type { Place } from '../import/framework-draft.js';
import { UnreadableSource } from '../import/source-problem.js';
import type { ByteBudget, SourceFile } from './source-text.js';
import { TableHeader } from './table-header.js';
import { type TableForm, tableRecords } from './table-records.js';

/** What is done with each row of one file. */
export type TakeRow = (cells: readonly string[], place: Place) => void;

/** Looks at a header row: what kind of file it is and what its rows mean; undefined for a file of another kind. */
export type OpenTable = (header: TableHeader, file: string) => { kind: string; take: TakeRow } | undefined;

/** What may still be read of an upload; it is counted down. */
export interface ReadBudget extends ByteBudget {
  rows: number;
}

/**
 * Reads tables one after the other, each by what its header row says it is.
 *
 * @returns what each file held
 * @throws {UnreadableSource} `file-unknown` for a header that `open` knows nothing of; limits on size and rows
 */
export async function readTables(
  files: Iterable<SourceFile>,
  open: OpenTable,
  form: TableForm = {},
  budget: ReadBudget = { bytes: IMPORT_LIMITS.maxBytes, rows: IMPORT_LIMITS.maxRows },
): Promise<FileTally[]> {
  const tallies: FileTally[] = [];
  const giveWay = turns(1_000);
  for (const source of files) {
    const { file } = source;
    let opened: ReturnType<OpenTable>;
    let rows = 0;
    for await (const { cells, line } of tableRecords(source, budget, form)) {
      await giveWay();
      if (opened === undefined) {
        opened = open(headerOf(cells, file), file);
        if (opened === undefined) throw unknownFile(file);
        continue;
      }
      if (cells.every((cell) => cell.trim() === '')) continue;
      rows += 1;
      budget.rows -= 1;
      if (budget.rows < 0) throw tooManyRows({ file, line });
      opened.take(cells, { file, line });
    }
    if (opened === undefined) throw emptyFile(file);
    tallies.push({ file, kind: opened.kind, rows });
  }
  return tallies;
}

function headerOf(cells: readonly string[], file: string): TableHeader {
  if (cells.length <= IMPORT_LIMITS.maxColumns) return new TableHeader(cells);
  const message = `A file may have at most ${IMPORT_LIMITS.maxColumns} columns.`;
  throw new UnreadableSource({ file, severity: 'fatal', code: 'too-many-columns', message });
}

function tooManyRows(place: Place): UnreadableSource {
  const message = `The files may have at most ${IMPORT_LIMITS.maxRows} rows.`;
  return new UnreadableSource({ ...place, severity: 'fatal', code: 'too-many-rows', message });
}

const emptyFile = (file: string): UnreadableSource =>
  new UnreadableSource({ file, severity: 'fatal', code: 'empty-file', message: 'The file has no header row.' });

const unknownFile = (file: string): UnreadableSource =>
  new UnreadableSource({
    file,
    line: 1,
    severity: 'fatal',
    code: 'file-unknown',
    message: 'The header row is not one of this format.',
  });
