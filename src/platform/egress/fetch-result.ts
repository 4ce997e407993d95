export interface FetchedDocument {
  /** Where the body came from, after redirects; without a fragment. */
  url: string;
  status: number;
  /** As the server stated it; for a pinned document, by the name of its file. Empty when the server stated none. */
  contentType: string;
  /** Decoded. Shared with other callers of the same document: not to be written to. */
  body: Buffer;
  fetchedAt: Date;
}

/**
 * - `bad-url`: no URL, or one beyond the limits
 * - `refused`: a scheme, port, name or address that is never called
 * - `egress-off`: calls are switched off and the document is not pinned
 * - `unreachable`: no name, no connection, no valid certificate, or an answer that cannot be read
 * - `timeout`: no complete answer in time
 * - `bad-status`: an answer other than the document
 * - `bad-redirect`: too many, to nowhere, or from https to http
 * - `too-large`: more than was asked for, before or after decoding
 */
export type FetchFailureKind =
  'refused' | 'unreachable' | 'timeout' | 'too-large' | 'bad-status' | 'bad-redirect' | 'egress-off' | 'bad-url';

export interface FetchFailure {
  kind: FetchFailureKind;
  /** The URL that failed: the one asked for, or the one that a redirect led to. */
  url: string;
  /** One sentence for people; never holds anything of the answer's body. */
  detail: string;
  /** Whether time alone may mend it. */
  retryable: boolean;
  /** Of `bad-status`: which one the server answered with. */
  status?: number;
}

export type FetchResult = { ok: true; document: FetchedDocument } | { ok: false; failure: FetchFailure };
