import type { FrameworkAbout } from '../content/framework-content.js';
import { FrameworkDraft } from '../import/framework-draft.js';
import { turns } from '../import/in-turns.js';
import { type ParsedFramework, ProblemList } from '../import/parsed-framework.js';
import { readTables } from '../table/source-tables.js';
import type { SourceFile } from '../table/source-text.js';
import { levelTable } from './level-table.js';
import { joinRow } from './join-row.js';
import { linkColumns } from './linked-columns.js';
import { LinkedEntries } from './linked-entries.js';
import { listsMaterials, tableOfColumn } from './table-name.js';
import { type LinkedTable, type TableShape, tableShape } from './table-shape.js';
import { takeSteps } from './take-steps.js';

/**
 * A framework of one's own in tables that refer to each other: a table a kind of entry (`domain`, `competency`, `skill`...)
 * with a key, a name and columns named after other tables; or one table with a column for each step of the hierarchy. A
 * table of levels makes the scale.
 *
 * @param baseUri begins the uris of rows that have none
 * @throws {UnreadableSource} when a file is no such table, or no row of any could be taken
 */
export async function readLinkedTables(files: readonly SourceFile[], baseUri: string): Promise<ParsedFramework> {
  const draft = new FrameworkDraft(new ProblemList());
  const tables: LinkedTable[] = [];
  const tallies = await readTables(files, (header, file) => {
    const shape = tableShape(header, file);
    if (shape === undefined) return undefined;
    const table: LinkedTable = { shape, rows: [] };
    tables.push(table);
    return { kind: `csv ${shape.form}`, take: (cells, place) => void table.rows.push({ place, cells }) };
  });
  await takeTables(draft, tables, new LinkedEntries(draft, baseUri));
  const leveled = tables
    .filter(({ shape }) => shape.form === 'levels')
    .map(({ shape, rows }) => levelTable(draft, shape, rows));
  const scales = leveled.flatMap(({ scale }) => scale ?? []);
  const scale = scales[0];
  for (const { name } of scales.slice(1)) {
    const message = `A framework has one scale, here "${scale?.name ?? ''}"; the levels of "${name}" are kept beside it.`;
    draft.report({ file: '' }, 'warning', 'scale-repeated', message);
  }
  const about = aboutOf(leveled.flatMap(({ levels }) => levels));
  return {
    content: {
      entries: await draft.settle(),
      ...(about === undefined ? {} : { about }),
      ...(scale === undefined ? {} : { scale }),
    },
    problems: draft.problems,
    files: tallies,
  };
}

async function takeTables(
  draft: FrameworkDraft,
  tables: readonly LinkedTable[],
  entries: LinkedEntries,
): Promise<void> {
  const listed = tables.filter(({ shape }) => shape.form !== 'levels');
  const names = [...new Set(listed.flatMap(({ shape }) => listedBy(shape)))];
  const below = new Set(
    listed.flatMap(({ shape }) =>
      linkColumns(shape, shape.table, names).flatMap(({ kind, target = '', isPlural }) =>
        kind === 'parent' && !isPlural ? [`${shape.table} ${target}`] : [],
      ),
    ),
  );
  const isBelow = (one: string, other: string): boolean => below.has(`${one} ${other}`);
  const giveWay = turns(1_000);
  for (const table of listed) {
    const { shape, rows } = table;
    if (shape.form === 'steps') {
      takeSteps(draft, entries, table, names);
      continue;
    }
    const columns = linkColumns(shape, shape.table, names, isBelow);
    const kept = shape.others.filter(({ name }) => columns.every((column) => column.name !== name));
    for (const { place, cells } of rows) {
      await giveWay();
      if (listsMaterials(shape.table)) {
        draft.report(place, 'error', 'type-unknown', `A ${shape.table.replaceAll('_', ' ')} is no competency.`);
        continue;
      }
      const uri = entries.take(place, shape, shape.table, cells, { name: shape.read.name(cells), kept });
      if (uri !== undefined) draft.whenRead(() => joinRow(draft, entries, { place, uri, cells }, columns, names));
    }
  }
}

function listedBy(shape: TableShape): string[] {
  return shape.form === 'steps' ? shape.steps.map(({ name }) => tableOfColumn(name)) : [shape.table];
}

/** What the tables say of levels is all kept. */
function aboutOf(levels: readonly object[]): FrameworkAbout | undefined {
  return levels.length === 0 ? undefined : { details: { levels } };
}
