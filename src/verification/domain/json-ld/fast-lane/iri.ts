/**
 * Absolute IRIs that are written into N-Quads as they stand: a scheme, and no letter that would be escaped or that some
 * parser takes for a blank.
 */
const plainIri = /^[A-Za-z][A-Za-z0-9+\-.]*:[^\s\x00-\x20\x7f<>"{}|\\^`]*$/;

export function isPlainIri(text: string): boolean {
  return plainIri.test(text);
}
