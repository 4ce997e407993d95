import type { FetchResult } from './fetch-result.js';

export interface FetchOptions {
  /** Value of the Accept header; without it `application/json` and its kin are preferred. */
  accept?: string;
  /** Largest body after decoding, in bytes; 1 MiB without it, never above 16 MiB. */
  maxBytes?: number;
  /** Redirects followed; 3 without it, never above 3. */
  maxRedirects?: number;
  /** For everything together: waiting, resolving, connecting, redirects and body; 10,000 without it, never above. */
  timeoutMs?: number;
}

/**
 * The only way out of the process to an address that somebody else chose.
 *
 * A failure is an answer: `fetch` never rejects. Abstract class and not interface, so that it can be injected.
 */
export abstract class Egress {
  abstract fetch(url: string, options?: FetchOptions): Promise<FetchResult>;
}
