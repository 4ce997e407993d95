import { listOf } from '../csv/csv-lists.js';
import type { FrameworkDraft, Place } from '../import/framework-draft.js';
import type { LinkColumn } from './linked-columns.js';
import type { LinkedEntries } from './linked-entries.js';

/** A row that became an entry. */
export interface TakenRow {
  readonly place: Place;
  readonly uri: string;
  readonly cells: readonly string[];
}

/** Relates an entry to what its columns name, once all tables were read. */
export function joinRow(
  draft: FrameworkDraft,
  entries: LinkedEntries,
  { place, uri, cells }: TakenRow,
  columns: readonly LinkColumn[],
  tables: readonly string[],
): void {
  for (const { kind, target, of, name } of columns) {
    const cell = of(cells);
    // A name may hold a bar, so the whole cell is tried first.
    const whole = entries.find(target, tables, cell);
    for (const reference of whole === undefined ? listOf(cell) : [cell]) {
      const other = whole ?? entries.find(target, tables, reference);
      if (other === undefined) {
        const relation = kind === 'parent' ? 'broader' : kind === 'children' ? 'child' : kind;
        const message = `${name.slice(0, 60)}: there is no entry "${reference.slice(0, 100)}".`;
        draft.report(place, 'warning', `${relation}-unknown`, message);
      } else if (kind === 'children') draft.relate(place, 'broader', other, uri);
      else draft.relate(place, kind === 'parent' ? 'broader' : kind, uri, other);
    }
  }
}
