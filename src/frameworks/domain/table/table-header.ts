// Control characters other than tab and line ends, and byte order marks of files that were joined.
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g;

/** The text of a cell without control characters and outer blanks. */
export const cleanCell = (cell: string): string => (/[^ -~]/.test(cell) ? cell.replace(UNWANTED, '') : cell).trim();

/** A column's name without regard to case, blanks and punctuation: `O*NET-SOC Code`, `onetsoccode`. */
export const bareName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The header row of a table: where each column stands. */
export class TableHeader {
  private readonly places: ReadonlyMap<string, number>;

  constructor(readonly names: readonly string[]) {
    // Of two columns with one name the first is read.
    this.places = new Map(names.map((name, at): [string, number] => [bareName(name), at]).reverse());
  }

  has(...columns: readonly string[]): boolean {
    return columns.every((column) => this.places.has(bareName(column)));
  }

  /** Reads a column of the rows that follow; '' where the row is short or the table has no such column. */
  column(name: string): (cells: readonly string[]) => string {
    const at = this.places.get(bareName(name));
    return at === undefined ? () => '' : (cells) => cleanCell(cells[at] ?? '');
  }

  /** The same table with columns under other names: `{ wanted: 'name in the file' }`. */
  named(names: Readonly<Record<string, string>>): TableHeader {
    const wanted = new Map(Object.entries(names).map(([own, inFile]) => [bareName(inFile), own]));
    return new TableHeader(this.names.map((name) => wanted.get(bareName(name)) ?? name));
  }
}
