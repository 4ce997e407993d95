/** The columns of the `csv` format; see docs/frameworks-csv.md. */
export const CSV_COLUMNS = [
  'uri',
  'code',
  'label',
  'language',
  'alternative_labels',
  'definition',
  'type',
  'assignable',
  'broader',
  'related',
  'exact_match',
  'close_match',
  'broad_match',
  'narrow_match',
  'level_1',
  'level_2',
  'level_3',
  'level_4',
  'level_5',
  'level_6',
  'level_7',
  'level_8',
  'level_9',
  'status',
  'replaced_by',
  'related_match',
  'notes',
  'more',
] as const;

export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** One row by column; a cell that is empty or missing is ''. */
export type CsvCells = Readonly<Record<CsvColumn, string>>;

/** What a header row says: the column of each position, and the names that mean nothing here. */
export interface CsvHeader {
  readonly columns: readonly (CsvColumn | undefined)[];
  readonly unknown: readonly string[];
  readonly repeated: readonly string[];
}

/** Names are read without regard to case, blanks, hyphens and underscores: "Alternative labels" is one of them. */
export function readHeader(names: readonly string[]): CsvHeader {
  const columns = names.map((name) => CSV_COLUMNS.find((column) => bare(column) === bare(name)));
  return {
    columns,
    unknown: names.filter((name, at) => columns[at] === undefined && name.trim() !== ''),
    repeated: [
      ...new Set(columns.filter((column, at) => column !== undefined && columns.indexOf(column) !== at)),
    ] as string[],
  };
}

export function cellsOf(header: CsvHeader, values: readonly string[]): CsvCells {
  const cells = { ...NO_CELLS };
  header.columns.forEach((column, at) => {
    if (column !== undefined) cells[column] = (values[at] ?? '').replace(UNWANTED, '').replace(GUARD, '').trim();
  });
  return cells;
}

const NO_CELLS = Object.fromEntries(CSV_COLUMNS.map((column) => [column, ''])) as Record<CsvColumn, string>;

// Control characters other than tab and line ends, and byte order marks of files that were joined.
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g;

// Spreadsheets and exports put an apostrophe before what would be taken for a formula.
const GUARD = /^'(?=[=+\-@\t\r])/;

const bare = (name: string): string =>
  name
    .replace(UNWANTED, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
