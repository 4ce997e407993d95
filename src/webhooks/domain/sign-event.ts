import { createHmac } from 'node:crypto';
import { keyOfSecret } from './signing-secret.js';

/**
 * The headers of a delivery as Standard Webhooks names them: HMAC-SHA-256 over `<id>.<timestamp>.<body>`, one `v1`
 * signature for each secret.
 *
 * @param at when the attempt is made; receivers refuse what is 5 minutes old
 */
export function signatureHeaders(
  event: { readonly id: string; readonly body: string },
  secrets: readonly string[],
  at: Date,
): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) => {
    const key = keyOfSecret(secret);
    if (key === undefined) throw new Error('a stored signing secret cannot be read');
    return `v1,${createHmac('sha256', key).update(`${event.id}.${seconds}.${event.body}`).digest('base64')}`;
  });
  return {
    'webhook-id': event.id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}
