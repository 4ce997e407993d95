import type { FrameworkEntry } from '../content/framework-content.js';
import { type FrameworkPart, frameworkPartOf } from '../export/framework-part.js';
import { settleReferences } from '../import/settle-references.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { turns } from '../import/in-turns.js';
import { type ParsedFramework, ProblemList } from '../import/parsed-framework.js';
import { type SourceProblem, UnreadableSource } from '../import/source-problem.js';
import { jsonOf } from '../json/json-source.js';
import type { LocatedEntry } from '../import/unique-entries.js';
import { entryOfRow } from './csv-entry.js';
import { csvRows } from './csv-rows.js';
import type { SourceFile } from '../table/source-text.js';

/** What the rows give as they are read, before references between rows are known. */
export type CsvItem =
  | ({ readonly kind: 'entry' } & LocatedEntry)
  | { readonly kind: 'framework'; readonly part: FrameworkPart }
  | { readonly kind: 'problem'; readonly problem: SourceProblem };

/** Over the whole upload; bytes unpacked. */
export type CsvLimits = { readonly maxRows: number; readonly maxBytes: number };

/**
 * Entries and problems of csv files, row by row. References between entries are still texts of the file; the whole
 * upload counts against one budget of rows and bytes.
 *
 * @param baseUri makes uris of codes where rows have no uri
 * @throws {UnreadableSource}
 */
export async function* csvItems(
  files: Iterable<SourceFile>,
  baseUri: string,
  limits: CsvLimits = IMPORT_LIMITS,
): AsyncGenerator<CsvItem> {
  const budget = { bytes: limits.maxBytes };
  const giveWay = turns();
  let rows = 0;
  for (const source of files) {
    const { file } = source;
    for await (const row of csvRows(source, budget)) {
      await giveWay();
      if (row.kind === 'problem') {
        yield row;
        continue;
      }
      rows += 1;
      if (rows > limits.maxRows) {
        const message = `A framework may have at most ${limits.maxRows} entries.`;
        throw new UnreadableSource({ file, line: row.line, severity: 'fatal', code: 'too-many-rows', message });
      }
      if (row.cells.type.toLowerCase() === 'framework') {
        yield frameworkItem(row.cells.more, { file, line: row.line });
        continue;
      }
      const { entry, problems } = entryOfRow(row.cells, baseUri);
      for (const problem of problems) yield { kind: 'problem', problem: { file, line: row.line, ...problem } };
      if (entry !== undefined) {
        yield { kind: 'entry', file, line: row.line, entry, sharesCode: row.cells.code === '' };
      }
    }
  }
}

/**
 * The framework in csv files: entries whose references are uris of entries, and everything that was wrong.
 * A row with an error is left out, a part with a warning too; each is reported with its file and line.
 *
 * @throws {UnreadableSource} when a file cannot be read, or no row of any could be taken
 */
export async function readCsvFramework(
  files: Iterable<SourceFile>,
  baseUri: string,
  limits: CsvLimits = IMPORT_LIMITS,
): Promise<ParsedFramework> {
  const problems = new ProblemList();
  const located: LocatedEntry[] = [];
  const rows = new Map<string, number>();
  let part: FrameworkPart = {};
  let items = 0;
  for await (const item of csvItems(files, baseUri, limits)) {
    if (item.kind === 'problem') {
      problems.add(item.problem);
      continue;
    }
    if (item.kind === 'framework') {
      part = item.part;
      continue;
    }
    rows.set(item.file, (rows.get(item.file) ?? 0) + 1);
    items += itemsOf(item.entry);
    if (items > IMPORT_LIMITS.maxItems) {
      const { file, line } = item;
      const message = `A framework may have at most ${IMPORT_LIMITS.maxItems} labels, references and matches.`;
      throw new UnreadableSource({ file, line, severity: 'fatal', code: 'too-many-items', message });
    }
    located.push(item);
  }
  const entries = await settleReferences(located, problems);
  if (entries.length === 0) {
    const first = problems.listed[0];
    throw new UnreadableSource({
      file: first?.file ?? '',
      severity: 'fatal',
      code: 'no-entries',
      message: first === undefined ? 'The files hold no competency.' : `No row could be taken. ${first.message}`,
    });
  }
  return {
    content: { entries, ...part },
    problems,
    files: [...rows].map(([file, count]) => ({ file, kind: 'csv', rows: count })),
  };
}

function itemsOf(entry: FrameworkEntry): number {
  const { translations, alternativeLabels, hiddenLabels, broader, related, crosswalks, links = [] } = entry;
  const lists = [translations, alternativeLabels, hiddenLabels, broader, related, crosswalks, links];
  return lists.reduce((sum, list) => sum + list.length, 0);
}

/** The row that an export writes of the framework itself. */
function frameworkItem(more: string, { file, line }: { file: string; line: number }): CsvItem {
  const part = frameworkPartOf(jsonOf(more));
  if (part !== undefined) return { kind: 'framework', part };
  const message = 'The row of type "framework" does not say in "more" what an export writes there.';
  return { kind: 'problem', problem: { file, line, severity: 'error', code: 'framework-invalid', message } };
}
