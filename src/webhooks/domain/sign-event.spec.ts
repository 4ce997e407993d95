import { Webhook } from 'standardwebhooks';
import { signatureHeaders } from './sign-event.js';
import { composeSecret } from './signing-secret.js';

const secrets = [1, 2, 3].map((fill) => composeSecret(Buffer.alloc(32, fill)));
const event = { id: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001', body: '{"type":"webhook.ping","data":{}}' };

describe('signatureHeaders', () => {
  it('gives the signature of the published example of Standard Webhooks', () => {
    // Test vector of the specification's own libraries: secret, id, timestamp and body.
    const headers = signatureHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' },
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      new Date(1_614_265_330_000),
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is accepted by the library of Standard Webhooks with any of the secrets, and with no other', () => {
    const headers = signatureHeaders(event, secrets.slice(0, 2), new Date());
    for (const secret of secrets.slice(0, 2)) expect(new Webhook(secret).verify(event.body, headers)).toBeDefined();
    expect(() => new Webhook(secrets[2] ?? '').verify(event.body, headers)).toThrow();
  });

  it('covers id, time and body', () => {
    const headers = signatureHeaders(event, secrets, new Date());
    const receiver = new Webhook(secrets[0] ?? '');
    expect(() => receiver.verify(`${event.body} `, headers)).toThrow();
    expect(() => receiver.verify(event.body, { ...headers, 'webhook-id': 'another' })).toThrow();
    const later = String(Number(headers['webhook-timestamp']) + 1);
    expect(() => receiver.verify(event.body, { ...headers, 'webhook-timestamp': later })).toThrow();
  });
});
