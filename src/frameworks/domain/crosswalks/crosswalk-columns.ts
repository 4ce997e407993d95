import { bareName, type TableHeader } from '../table/table-header.js';

type Cell = (cells: readonly string[]) => string;

/** Where a table says what: its own names of columns, as `bareName` compares them. */
interface CrosswalkForm {
  readonly competency: Side;
  readonly to: Side;
  /** Absent where the table only says that two things correspond. */
  readonly relation?: string;
  readonly label: string;
  /** @returns whole percent, null for an empty cell, undefined for a cell that says something else */
  readonly confidenceOf: (cell: string) => number | null | undefined;
  /** What a cell of confidence must be, in words. */
  readonly confidenceRule: string;
}

interface Side {
  readonly column: string;
  /** The framework that the column's codes are of, where they stand without it. */
  readonly framework?: string;
}

/** A header row as it was understood. */
export interface CrosswalkColumns {
  readonly competency: Cell;
  readonly to: Cell;
  readonly relation: Cell;
  readonly label: Cell;
  readonly confidence: (cells: readonly string[]) => number | null | undefined;
  readonly confidenceRule: string;
  /** The column that each of these stands in, for problems. */
  readonly names: Readonly<Record<'competency' | 'to' | 'relation' | 'label' | 'confidence', string>>;
  /** Columns that are not read. */
  readonly unread: readonly string[];
}

const PERCENT = 'The confidence must be a whole number of percent, 0 to 100.';

const FORMS: readonly CrosswalkForm[] = [
  {
    competency: { column: 'competency' },
    to: { column: 'to' },
    relation: 'relation',
    label: 'label',
    confidenceOf: percentOf,
    confidenceRule: PERCENT,
  },
  // The one that the European Commission publishes with ESCO: O*NET's occupations stand first.
  {
    competency: { column: 'O*NET Id', framework: 'ONET' },
    to: { column: 'ESCO or ISCO URI' },
    relation: 'Type of Match',
    label: 'ESCO or ISCO Title',
    confidenceOf: percentOf,
    confidenceRule: PERCENT,
  },
  // The one of Nesta (2020): for each occupation of ESCO the best match in O*NET, and how sure they are in three steps.
  {
    competency: { column: 'concept_uri' },
    to: { column: 'onet_code', framework: 'ONET' },
    label: 'onet_occupation',
    confidenceOf: stepOf,
    confidenceRule: 'The confidence must be 0.5, 1 or 2.',
  },
];

/** @returns undefined for a row that is no header of such a table */
export function crosswalkColumns(header: TableHeader): CrosswalkColumns | undefined {
  const form = FORMS.find(({ competency, to, relation }) =>
    header.has(competency.column, to.column, ...(relation === undefined ? [] : [relation])),
  );
  if (form === undefined) return undefined;
  const { competency, to, relation, label, confidenceOf, confidenceRule } = form;
  const [relationOf, confidence] = [header.column(relation ?? ''), header.column('confidence')];
  const names = { competency: competency.column, to: to.column, relation: relation ?? 'relation', label, confidence: 'confidence' }; // prettier-ignore
  const read = new Set(Object.values(names).map(bareName));
  return {
    competency: sideOf(header, competency),
    to: sideOf(header, to),
    // Matched is not the same: without a word on it nothing is taken for exact.
    relation: relation === undefined ? () => 'close' : relationOf,
    label: header.column(label),
    confidence: (cells) => confidenceOf(confidence(cells)),
    confidenceRule,
    names,
    unread: header.names.map((name) => name.trim()).filter((name) => name !== '' && !read.has(bareName(name))),
  };
}

function sideOf(header: TableHeader, { column, framework }: Side): Cell {
  const of = header.column(column);
  return framework === undefined ? of : (cells) => (of(cells) === '' ? '' : `${framework}:${of(cells)}`);
}

function percentOf(cell: string): number | null | undefined {
  if (cell === '') return null;
  const percent = /^\d{1,3}$/.test(cell) ? Number(cell) : undefined;
  return percent !== undefined && percent <= 100 ? percent : undefined;
}

const HIGHEST_STEP = 2;

/** A step as its share of the highest: 0.5 is 25 percent, 1 is 50, 2 is 100. It orders; it is no frequency. */
function stepOf(cell: string): number | null | undefined {
  if (cell === '') return null;
  const step = Number(cell);
  return [0.5, 1, HIGHEST_STEP].includes(step) ? (100 * step) / HIGHEST_STEP : undefined;
}
