import { readRetryAfter } from './retry-plan.js';

/** What an attempt came to; `gone`: the endpoint wants nothing any more. */
export interface Judgement {
  readonly outcome: 'delivered' | 'failed' | 'gone';
  readonly status: number | undefined;
  /** One sentence for people, with nothing of the answer's body; null when delivered. */
  readonly error: string | null;
  readonly retryAfterMs: number | undefined;
}

/** What came back, as far as it matters here. */
type Result =
  | {
      readonly ok: true;
      readonly answer: { readonly status: number; readonly headers: Readonly<Record<string, string>> };
    }
  | { readonly ok: false; readonly failure: { readonly kind: string; readonly detail: string } };

/** Only a status of 200 to 299 means that the event was taken; a redirect does not (Standard Webhooks). */
export function judgeAnswer(result: Result, now: Date): Judgement {
  if (!result.ok) {
    const { kind, detail } = result.failure;
    return { outcome: 'failed', status: undefined, error: `${kind}: ${detail}`, retryAfterMs: undefined };
  }
  const { status, headers } = result.answer;
  if (status >= 200 && status < 300) return { outcome: 'delivered', status, error: null, retryAfterMs: undefined };
  const error = `the endpoint answered with status ${status}`;
  if (status === 410) return { outcome: 'gone', status, error, retryAfterMs: undefined };
  return { outcome: 'failed', status, error, retryAfterMs: readRetryAfter(headers['retry-after'], now) };
}
