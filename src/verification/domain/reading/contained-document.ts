/** A document that was found inside another one, or where it led; it is judged on its own. */
export interface ContainedDocument {
  /** Its own text exactly as it was written, or the bytes that were fetched. */
  bytes: Uint8Array;
  contentType: string;
  /** Where it stood in the outer document as it is read: an RFC 6901 pointer; `''` for the whole. */
  path: string;
  /** Where it was fetched, when it was. */
  url?: string;
}

/** What a document is taken apart into at most; the rest is left where it is. */
export const mostContained = 50;
