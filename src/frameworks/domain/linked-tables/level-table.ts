import type { LevelScale } from '../content/framework-content.js';
import type { FrameworkDraft, Place } from '../import/framework-draft.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { oneLine } from '../import/draft-texts.js';
import { withoutEmpty } from '../json/json-members.js';
import type { TableShape } from './table-shape.js';

const MAX_LEVELS = 9;

/** A table of levels: the scale that it makes, and what it says of each level beyond that. */
export interface LevelTable {
  readonly scale?: LevelScale;
  readonly levels: readonly object[];
}

/**
 * Levels in the order of their numbers. A scale here begins with 1, so a table that begins with 0 or counts in tens is
 * counted anew; the numbers of the file are kept beside.
 */
export function levelTable(
  draft: FrameworkDraft,
  shape: TableShape,
  rows: readonly { place: Place; cells: readonly string[] }[],
): LevelTable {
  const known = new Map<number, { name: string; anchor: string; kept: object }>();
  for (const { place, cells } of rows) {
    const [text, name] = [shape.read.level(cells), oneLine(shape.read.name(cells))];
    const number = Number(/^\D{0,20}?(-?\d{1,6}(?:\.\d{1,3})?)$/.exec(text)?.[1] ?? Number.NaN);
    if (!Number.isFinite(number)) draft.report(place, 'error', 'value-invalid', 'The level is no number.');
    else if (name === '' || name.length > IMPORT_LIMITS.maxLabel) {
      draft.report(
        place,
        'error',
        'label-missing',
        `A level has a name of at most ${IMPORT_LIMITS.maxLabel} characters.`,
      );
    } else if (known.has(number)) {
      draft.report(place, 'error', 'level-repeated', `The level ${number} stands already before.`);
    } else known.set(number, { name, ...wordedLevel(draft, shape, place, cells, { level: number, name }) });
  }
  const levels = [...known].sort(([a], [b]) => a - b).map(([, level]) => level);
  const kept = levels.map((level) => level.kept);
  if (levels.length === 0) return { levels: [] };
  if (levels.length > MAX_LEVELS) {
    const place = { file: rows[0]?.place.file ?? '' };
    draft.report(
      place,
      'warning',
      'too-many-levels',
      `A scale has at most ${MAX_LEVELS} levels; none was made of these.`,
    );
    return { levels: kept.slice(0, IMPORT_LIMITS.maxListItems) };
  }
  const scaled = levels.map(({ name, anchor }, at) => ({ level: at + 1, name, anchor }));
  return { scale: { name: shape.table.replaceAll('_', ' '), levels: scaled }, levels: kept };
}

function wordedLevel(
  draft: FrameworkDraft,
  shape: TableShape,
  place: Place,
  cells: readonly string[],
  named: { level: number; name: string },
): { anchor: string; kept: object } {
  const description = shape.read.description(cells);
  if (description.length > IMPORT_LIMITS.maxAnchor) {
    const message = `What a level is like was cut to ${IMPORT_LIMITS.maxAnchor} characters.`;
    draft.report(place, 'warning', 'text-cut', message);
  }
  const others = Object.fromEntries(shape.others.map(({ name, of }) => [name, of(cells).slice(0, IMPORT_LIMITS.maxAnchor)])); // prettier-ignore
  return {
    anchor: description.slice(0, IMPORT_LIMITS.maxAnchor).toWellFormed(),
    kept: withoutEmpty({ ...others, ...named }),
  };
}
