/** What a caller of {@link DocumentSource} may ask for. */
export interface LoadOptions {
  /** Value of the Accept header. */
  accept?: string;
  /** Largest body taken, in bytes after decoding. */
  maxBytes?: number;
  /** Redirects followed at most; 0 takes the answer of the named URL only. */
  maxRedirects?: number;
}

/** A document, or why it could not be had. `retryable` is true when time alone may mend it. */
export type LoadResult =
  | {
      ok: true;
      body: Buffer;
      contentType: string;
      /** Where the body came from, after redirects. */
      url: string;
    }
  | {
      ok: false;
      retryable: boolean;
      detail: string;
      url: string;
      /** What a server answered instead of the document; absent when none answered. */
      status?: number;
    };

/** The only way for verification to reach a document of somebody else. Never rejects for what a stranger answers. */
export interface DocumentSource {
  load(url: string, options?: LoadOptions): Promise<LoadResult>;
}
