import type { FetchFailure } from './fetch-result.js';

export interface OutgoingRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /** Bytes of the answer that are read, the rest is cut off; 64 KiB without it, never above 1 MiB. */
  maxBytes?: number;
  /** From connecting to the end of the answer; 15,000 without it, never above 30,000. */
  timeoutMs?: number;
}

export interface ReceivedAnswer {
  /** Any status; a redirect is an answer like others and is not followed. */
  status: number;
  /** Names in lower case; values of repeated headers joined by `, `, cut after 4,096 characters. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** False when the body was cut off at the limit. */
  complete: boolean;
}

export type SendResult = { ok: true; answer: ReceivedAnswer } | { ok: false; failure: FetchFailure };
