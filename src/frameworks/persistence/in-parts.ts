const ROWS_AT_ONCE = 5_000;

type Cell = string | number | boolean | null;

/**
 * Writes rows in parts that one statement takes, so that a large framework is never one huge parameter. While the database
 * writes a part, the next one is put into the form that it reads.
 *
 * @param columnsOf the columns of a part, each in the order of its rows
 * @param write runs one statement; each column is the text of an array
 */
export async function writeInParts<T>(
  rows: Iterable<T>,
  columnsOf: (part: readonly T[]) => readonly (readonly Cell[])[],
  write: (columns: readonly string[]) => Promise<unknown>,
): Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  for (const part of inParts(rows)) {
    const columns = columnsOf(part).map(arrayText);
    await running;
    running = write(columns);
    // It is waited for above or below, in the next turn at the latest.
    running.catch(() => undefined);
  }
  await running;
}

function* inParts<T>(rows: Iterable<T>): Generator<readonly T[]> {
  let part: T[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < ROWS_AT_ONCE) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** An array as PostgreSQL reads it. */
const arrayText = (cells: readonly Cell[]): string => `{${cells.map(cellText).join(',')}}`;

function cellText(cell: Cell): string {
  if (cell === null) return 'NULL';
  return typeof cell === 'string' ? `"${cell.replace(/["\\]/g, '\\$&')}"` : String(cell);
}
