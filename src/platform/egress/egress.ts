import type { FetchFailure, FetchResult } from './fetch-result.js';
import type { OutgoingRequest, SendResult } from './send-request.js';

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
 * A failure is an answer: `fetch` and `send` never reject. Abstract class and not interface, so that it can be injected.
 */
export abstract class Egress {
  /** Gets a document; answers may come from memory or from a pinned file. */
  abstract fetch(url: string, options?: FetchOptions): Promise<FetchResult>;

  /** Sends one request and gives the answer, whatever its status; redirects are not followed. */
  abstract send(url: string, request: OutgoingRequest): Promise<SendResult>;

  /**
   * Why a URL would never be called, as far as that can be told before its name is resolved; undefined when it may be.
   * Whether calls are switched off does not matter here.
   */
  abstract refusal(url: string): FetchFailure | undefined;
}
