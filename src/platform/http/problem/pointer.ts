/** The JSON pointer (RFC 6901) of a place in a document; '' is the whole document. */
export const pointerTo = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
