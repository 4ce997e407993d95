import { newId } from '../ids/index.js';

const SANE = /^[\w.:-]{1,128}$/;

/** The sender's `X-Request-Id` when it is harmless in logs and headers, else a new id. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && SANE.test(header) ? header : newId();
}
