/** Items of a cell that lists them on lines of their own or between bars: `a\nb`, `a | b`, `a,\nb`. */
export function splitLines(cell: string): string[] {
  if (cell === '') return [];
  return cell
    .split(/\s*(?:,?\r?\n|\s\|\s)\s*/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Items between semicolons. */
export const splitSemicolons = (cell: string): string[] =>
  cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
