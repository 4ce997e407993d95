/** A document that was found inside a submitted one, or where a submitted link led. */
export interface ContainedSubmission {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Where it stood in the other: an RFC 6901 pointer; `''` for all of it. */
  readonly path: string;
  /** Where it was fetched, when it was. */
  readonly url?: string;
}

/** How far a document is from the one that somebody handed in. */
export interface ContainmentPlace {
  /** The document that somebody handed in. */
  readonly rootId: string;
  /** 0 for that document itself. */
  readonly depth: number;
}

/** Everything that comes out of one submitted document, over all depths. */
export const MOST_CONTAINED = 50;
export const DEEPEST_CONTAINED = 3;
export const MOST_CONTAINED_BYTES = 2 * 1024 * 1024;

/**
 * The first documents for which there is still room: up to `MOST_CONTAINED` and `MOST_CONTAINED_BYTES` over everything
 * that one submission holds.
 *
 * @param taken what came out of the same submission before
 */
export function withinLimits<T extends { readonly bytes: Uint8Array }>(
  found: readonly T[],
  taken: { readonly count: number; readonly bytes: number },
): T[] {
  const fitting: T[] = [];
  let { count, bytes } = taken;
  for (const document of found) {
    count += 1;
    bytes += document.bytes.length;
    if (count > MOST_CONTAINED || bytes > MOST_CONTAINED_BYTES) break;
    fitting.push(document);
  }
  return fitting;
}
