/** The signature, two words of flags and of extensions: what every binary copy begins with. */
const HEADER_BYTES = 19;

/**
 * Fields of a binary COPY, in order of rows and columns; null for NULL.
 *
 * @see https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format"
 */
export function* copiedFields(copied: Buffer): Generator<Buffer | null> {
  let at = HEADER_BYTES;
  for (let fields = copied.readInt16BE(at); fields >= 0; fields = copied.readInt16BE(at)) {
    at += 2;
    for (let field = 0; field < fields; field += 1) {
      const length = copied.readInt32BE(at);
      at += 4;
      if (length < 0) {
        yield null;
        continue;
      }
      yield copied.subarray(at, at + length);
      at += length;
    }
  }
}
