import { createHmac, randomUUID } from 'node:crypto';

/** A delivery as a system would send it. */
export interface SignedAs {
  body: string;
  headers: Record<string, string>;
}

export interface SignOptions {
  secret: string;
  /** Id of the delivery, where it is a header or one can be put into the body. */
  id?: string;
  /** Seconds since 1970; default: now. */
  seconds?: number;
  headers?: Record<string, string>;
}

type Signer = (body: string, options: Required<SignOptions>) => SignedAs;

const hmac = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex');

/** Written from the vendors' pages, apart from the table of the service. */
const SIGNERS: Record<string, Signer> = {
  greenhouse: (body, { secret, id }) => ({
    body,
    headers: { signature: `sha256 ${hmac(secret, body)}`, 'greenhouse-event-id': id },
  }),
  ashby: (body, { secret }) => ({ body, headers: { 'ashby-signature': `sha256=${hmac(secret, body)}` } }),
  workable: (body, { secret }) => ({ body, headers: { 'x-workable-signature': hmac(secret, body) } }),
  recruitee: (body, { secret }) => ({ body, headers: { 'x-recruitee-signature': hmac(secret, body) } }),
  huntflow: (body, { secret, id }) => ({
    body,
    headers: { 'x-huntflow-signature': hmac(secret, body), 'x-huntflow-event': 'APPLICANT', 'x-huntflow-delivery': id },
  }),
  lever: (body, { secret, id, seconds }) => {
    const triggeredAt = seconds * 1000;
    const signed = {
      ...(JSON.parse(body) as object),
      token: id,
      triggeredAt,
      signature: hmac(secret, id + triggeredAt),
    };
    return { body: JSON.stringify(signed), headers: {} };
  },
  smartrecruiters: (body, { secret, id, seconds, headers }) => {
    const sent = { 'event-name': 'application.created', 'event-version': 'v201910', link: '', ...headers };
    const text = [seconds, body, id, sent['event-name'], sent['event-version'], sent.link].join('.');
    const signature = `v1=${hmac(secret, text)}`;
    return {
      body,
      headers: {
        ...sent,
        'event-id': id,
        'smartrecruiters-timestamp': String(seconds),
        'smartrecruiters-signature': signature,
      },
    };
  },
  teamtailor: (body, { secret, seconds }): SignedAs => {
    const event = (JSON.parse(body) as { 'partner-event'?: { id: string } })['partner-event'];
    if (event !== undefined) {
      const signature = `t=${seconds},v1=${hmac(secret, `${seconds}.${event.id}`)},v0=${'0'.repeat(64)}`;
      return { body, headers: { 'teamtailor-signature': signature } };
    }
    const signature = `t=${seconds},v2=${hmac(secret, `${seconds}.${body}`)}`;
    return { body, headers: { 'tt-signature': Buffer.from(signature).toString('base64') } };
  },
};

/** Signs a body the way an HR system does. */
export function signAs(system: string, body: string | object, options: SignOptions): SignedAs {
  const sign = SIGNERS[system];
  if (sign === undefined) throw new Error(`nobody here signs as ${system}`);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const whole = { id: randomUUID(), seconds: Math.floor(Date.now() / 1000), headers: {}, ...options };
  const signed = sign(text, whole);
  return { body: signed.body, headers: { 'content-type': 'application/json', ...whole.headers, ...signed.headers } };
}
