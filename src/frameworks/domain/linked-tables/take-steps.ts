import type { FrameworkDraft, Place } from '../import/framework-draft.js';
import { oneLine } from '../import/draft-texts.js';
import { joinRow } from './join-row.js';
import { linkColumns } from './linked-columns.js';
import type { LinkedEntries } from './linked-entries.js';
import { pathKey, type StepRow, stepRows } from './step-rows.js';
import { tableOfColumn, wordsOf } from './table-name.js';
import type { LinkedTable } from './table-shape.js';

/** Entries of a table with a column for each step of the hierarchy, each below the one that its row or those before name. */
export function takeSteps(
  draft: FrameworkDraft,
  entries: LinkedEntries,
  { shape, rows }: LinkedTable,
  tables: readonly string[],
): void {
  const steps = shape.steps.map(({ name }) => tableOfColumn(name));
  const columns = linkColumns(shape, '', tables);
  const kept = shape.others.filter(({ name }) => columns.every((column) => column.name !== name));
  const uris = new Map<string, string>();
  const placed: { row: StepRow; uri: string }[] = [];
  for (const row of stepRows(shape, rows)) {
    const table = steps[row.path.length - 1] ?? '';
    const name = row.path.at(-1) ?? '';
    const known = draft.entry(entries.uriOf(shape, table, row.cells));
    // The same entry again is one that has several places.
    const isAgain = known !== undefined && known.label.text === oneLine(name);
    const uri = isAgain ? known.uri : entries.take(row.place, shape, table, row.cells, { name, kept });
    if (uri === undefined) continue;
    uris.set(pathKey(row.path), uris.get(pathKey(row.path)) ?? uri);
    placed.push({ row, uri });
    if (!isAgain) draft.whenRead(() => joinRow(draft, entries, { place: row.place, uri, cells: row.cells }, columns, tables)); // prettier-ignore
  }
  const above = (place: Place, path: StepRow['path']): string | undefined => {
    const named = path.findLastIndex((name) => name !== undefined);
    if (named < 0) return undefined;
    const own = path.slice(0, named + 1);
    const known = uris.get(pathKey(own));
    if (known !== undefined) return known;
    // Named above others only: a heading.
    const key = own.map((name) => wordsOf(name ?? '').join('-')).join('/');
    const uri = entries.uriOfKey(steps[named] ?? '', key);
    const added = entries.addHeading(place, steps[named] ?? '', uri, own.at(-1) ?? '');
    if (added === undefined) return undefined;
    uris.set(pathKey(own), added);
    const parent = above(place, own.slice(0, -1));
    if (parent !== undefined) draft.relate(place, 'broader', added, parent);
    return added;
  };
  for (const { row, uri } of placed) {
    const parent = above(row.place, row.path.slice(0, -1));
    if (parent !== undefined) draft.relate(row.place, 'broader', uri, parent);
  }
}
