import type { Place } from '../import/framework-draft.js';
import type { TableShape } from './table-shape.js';

/** A row of a table with a column for each step of the hierarchy. */
export interface StepRow {
  readonly place: Place;
  readonly cells: readonly string[];
  /** Names from the highest step to that of the row; undefined where none was said so far. */
  readonly path: readonly (string | undefined)[];
}

/**
 * The rows with their places in the hierarchy. The last column that is filled names the row; those before it name what is
 * above it, and where they are empty the rows before do.
 */
export function stepRows(shape: TableShape, rows: readonly { place: Place; cells: readonly string[] }[]): StepRow[] {
  let current: (string | undefined)[] = [];
  return rows.map(({ place, cells }) => {
    const names = shape.steps.map(({ of }) => of(cells).replace(/\s+/g, ' '));
    const depth = names.findLastIndex((name) => name !== '');
    let isCarried = true;
    const path = names.slice(0, depth + 1).map((name, at) => {
      // Under another heading than before, nothing of before is carried on.
      if (name !== '' && name !== current[at]) isCarried = false;
      return name !== '' ? name : isCarried ? current[at] : undefined;
    });
    if (depth >= 0) current = path;
    return { place, cells, path };
  });
}

export const pathKey = (path: readonly (string | undefined)[]): string =>
  JSON.stringify(path.map((name) => (name ?? '').toLowerCase()));
