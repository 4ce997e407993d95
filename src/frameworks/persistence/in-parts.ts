const ROWS_AT_ONCE = 5_000;

/** Rows in parts that one statement takes, so that a large framework is never one huge parameter. */
export function* inParts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}
