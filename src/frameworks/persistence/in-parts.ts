const ROWS_AT_ONCE = 5_000;

/** Rows in parts that one statement takes, so that a large framework is never one huge parameter. */
export function* inParts<T>(rows: Iterable<T>): Generator<readonly T[]> {
  let part: T[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < ROWS_AT_ONCE) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
