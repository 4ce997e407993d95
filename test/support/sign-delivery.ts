import { Webhook } from 'standardwebhooks';
import type { Answer, TestApp } from './running-app.js';

/** What a delivery may have otherwise than a good sender would. */
export interface DeliveryOptions {
  secret: string;
  id: string;
  /** Seconds since 1970; default: now, as for a real sender. */
  seconds?: number;
  headers?: Record<string, string>;
}

/** Posts to a hook as a sender with the Standard Webhooks library does: a signer that is not ours. */
export function deliver(
  app: TestApp,
  connectionId: string,
  body: unknown,
  { secret, id, seconds = Math.floor(Date.now() / 1000), headers = {} }: DeliveryOptions,
): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return app.call('POST', `/v1/hooks/${connectionId}`, {
    key: null,
    body: text,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': new Webhook(secret).sign(id, new Date(seconds * 1000), text),
      ...headers,
    },
  });
}
