/** One page of a list; `nextCursor` is null on the last one. */
export interface Page<T> {
  readonly data: T[];
  readonly nextCursor: string | null;
}

/** @param next cursor of the page after this one, if there is one; it becomes `Link: rel="next"` as well */
export const page = <T>(data: T[], next: string | null | undefined): Page<T> => ({ data, nextCursor: next ?? null });
