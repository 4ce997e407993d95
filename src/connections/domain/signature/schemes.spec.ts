import { createHmac } from 'node:crypto';
import { type AtsVector, atsVectors, bodyOf, nameOf, systemOf } from '../../../../test/support/ats-vectors.js';
import type { HrSystem } from '../hr-system.js';
import { judgeSignature, type SignatureJudgement } from './judge-signature.js';
import { type DeliveryHeaders, valueAt } from './place.js';
import type { SignatureScheme } from './scheme.js';
import { SIGNATURE_SCHEMES } from './schemes.js';
import { keyOfSecret } from './signing-secret.js';

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
};
const schemeOf = (name: string): SignatureScheme => {
  const found = Object.values(SIGNATURE_SCHEMES)
    .flat()
    .find((scheme) => scheme.name === name);
  if (found === undefined) throw new Error(`there is no scheme ${name}`);
  return found;
};
const judge = (
  scheme: SignatureScheme,
  headers: DeliveryHeaders,
  bytes: Buffer,
  secrets: readonly string[],
  seconds: number,
): SignatureJudgement => {
  const keys = secrets.flatMap((secret) => keyOfSecret(secret, scheme.key) ?? []);
  return judgeSignature(scheme, { headers, bytes, json: parsed(bytes) }, keys, [new Date(seconds * 1000)]);
};

const SECRET = 'a-secret-of-the-test';
const hex = (text: string | Buffer, secret = SECRET): string => createHmac('sha256', secret).update(text).digest('hex');
const BODY = Buffer.from('{"action":"x","payload":{"name":"Zo\\u00eb","path":"a\\/b"}}\n');
const NOW = 1_700_000_000;

const vectors = atsVectors();
(vectors === null ? describe.skip : describe)('the vectors of the contract', () => {
  const all = (vectors ?? []).map((vector) => [nameOf(vector), vector] as const);
  const judged = (vector: AtsVector, body: Buffer, now = vector.now ?? NOW): SignatureJudgement['kind'][] =>
    SIGNATURE_SCHEMES[systemOf(vector) as HrSystem].map(
      (scheme) => judge(scheme, vector.headers, body, [vector.secret], now).kind,
    );

  it.each(all)('%s is valid by one scheme of its system', (_name, vector) => {
    expect(judged(vector, bodyOf(vector)).filter((kind) => kind === 'valid')).toHaveLength(1);
  });

  it.each(all.filter(([, { now }]) => now !== undefined))('%s is out of tolerance 301 seconds off', (_name, vector) => {
    const at = vector.now ?? 0;
    for (const now of [at - 301, at + 301]) {
      expect(judged(vector, bodyOf(vector), now)).toContain('out-of-tolerance');
      expect(judged(vector, bodyOf(vector), now)).not.toContain('valid');
    }
    for (const now of [at - 300, at + 300]) expect(judged(vector, bodyOf(vector), now)).toContain('valid');
  });

  it.each(all.filter(([, { ats }]) => !['lever', 'teamtailor-partner', 'teamtailor-company-v1'].includes(ats)))(
    '%s is invalid with one byte more',
    (_name, vector) => {
      expect(judged(vector, Buffer.concat([bodyOf(vector), Buffer.from(' ')]))).not.toContain('valid');
    },
  );

  it.each(all)('%s is invalid with another secret', (_name, vector) => {
    const other = {
      ...vector,
      secret: vector.ats === 'standard-webhooks' ? `whsec_${'A'.repeat(32)}` : 'another-secret',
    };
    expect(judged(other, bodyOf(vector))).not.toContain('valid');
  });
});

describe('schemes over the body', () => {
  const written: [string, string, (digest: string) => string][] = [
    ['greenhouse', 'signature', (digest) => `sha256 ${digest}`],
    ['ashby', 'ashby-signature', (digest) => `sha256=${digest}`],
    ['workable', 'x-workable-signature', (digest) => digest],
    ['recruitee', 'x-recruitee-signature', (digest) => digest],
    ['huntflow', 'x-huntflow-signature', (digest) => digest],
  ];

  it.each(written)('%s takes its own form and no other', (name, header, form) => {
    const digest = hex(BODY);
    const valid = (text: string): boolean =>
      judge(schemeOf(name), { [header]: text }, BODY, [SECRET], NOW).kind === 'valid';
    expect(valid(form(digest))).toBe(true);
    const forms = ['sha256 ', 'sha256=', ''].map((prefix) => prefix + digest);
    for (const other of forms.filter((text) => text !== form(digest))) expect(valid(other)).toBe(false);
    for (const bad of [
      form(digest.toUpperCase()),
      form(digest.slice(1)),
      form(`${digest}0`),
      form(`${digest}00`),
      form('z'.repeat(64)),
      form(''),
      `${form(digest)} `,
      `${form(digest)}, ${form(digest)}`,
      form(digest) + 'a'.repeat(1_000_000),
    ])
      expect(valid(bad)).toBe(false);
  });

  it('sign the bytes as they came: the same JSON written anew is another body', () => {
    const headers = { signature: `sha256 ${hex(BODY)}` };
    const again = Buffer.from(JSON.stringify(JSON.parse(BODY.toString())));
    expect(judge(schemeOf('greenhouse'), headers, again, [SECRET], NOW).kind).toBe('invalid');
  });

  it('open with any of several secrets, and with none when there is none', () => {
    const headers = { signature: `sha256 ${hex(BODY)}` };
    const kindWith = (secrets: string[]) => judge(schemeOf('greenhouse'), headers, BODY, secrets, NOW).kind;
    expect(kindWith(['another-secret', SECRET])).toBe('valid');
    expect(kindWith([])).toBe('invalid');
    const empty = { signature: `sha256 ${createHmac('sha256', '').update(BODY).digest('hex')}` };
    expect(judge(schemeOf('greenhouse'), empty, BODY, [''], NOW).kind).toBe('invalid');
  });

  it('name a delivery by its digest where the sender gives no id', () => {
    const headers = { signature: `sha256 ${hex(BODY)}` };
    const judged = judge(schemeOf('greenhouse'), headers, BODY, [SECRET], NOW);
    expect(judged).toMatchObject({ kind: 'valid', deliveryId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
  });
});

describe('smartrecruiters', () => {
  const scheme = schemeOf('smartrecruiters');
  const body = Buffer.from('{"job_id":"j"}');
  const sent = { 'smartrecruiters-timestamp': String(NOW), 'event-id': 'e-1', 'event-name': 'job.created' };
  const signature = hex(`${NOW}.${body.toString()}.e-1.job.created..`);
  const kindOf = (text: string) =>
    judge(scheme, { ...sent, 'smartrecruiters-signature': text }, body, [SECRET], NOW).kind;

  it('counts a header that is absent as empty', () => {
    expect(kindOf(`v1=${signature}`)).toBe('valid');
  });

  it('takes one right signature among 16, and none of 17', () => {
    const others = (count: number) => Array.from({ length: count }, () => `v1=${'0'.repeat(64)}`).join(';');
    expect(kindOf(`${others(15)};v1=${signature}`)).toBe('valid');
    expect(kindOf(`${others(16)};v1=${signature}`)).toBe('invalid');
  });
});

describe('teamtailor', () => {
  const partner = Buffer.from('{"partner-event":{"id":"p-1"}}');
  const right = hex(`${NOW}.p-1`);
  const kindOf = (text: string, body = partner) =>
    judge(schemeOf('teamtailor-partner'), { 'teamtailor-signature': text }, body, [SECRET], NOW).kind;

  it('counts the highest version only, so that nobody falls back to a weaker one', () => {
    expect(kindOf(`t=${NOW},v1=${right},v0=${'0'.repeat(64)}`)).toBe('valid');
    expect(kindOf(`t=${NOW},v1=${'0'.repeat(64)},v0=${right}`)).toBe('invalid');
    expect(kindOf(`t=${NOW},v0=${right}`)).toBe('invalid');
  });

  it.each([
    ['no time', `v1=${right}`],
    ['two times', `t=${NOW},t=${NOW},v1=${right}`],
    ['two signatures', `t=${NOW},v1=${right},v1=${right}`],
    ['a time in words', `t=now,v1=${hex('now.p-1')}`],
    ['a negative time', `t=-${NOW},v1=${hex(`-${NOW}.p-1`)}`],
    ['NaN', `t=NaN,v1=${hex('NaN.p-1')}`],
  ])('refuses %s', (_name, text) => {
    expect(kindOf(text)).toBe('invalid');
  });

  it('refuses milliseconds where seconds are due', () => {
    expect(kindOf(`t=${NOW}000,v1=${hex(`${NOW}000.p-1`)}`)).toBe('out-of-tolerance');
  });

  it('refuses an event without an id', () => {
    expect(kindOf(`t=${NOW},v1=${hex(`${NOW}.`)}`, Buffer.from('{"partner-event":{}}'))).toBe('invalid');
  });
});

describe('lever', () => {
  const signedBody = (fields: object, signature: string) => Buffer.from(JSON.stringify({ ...fields, signature }));

  it('refuses a body without token, time or signature', () => {
    const whole = { token: 'a1', triggeredAt: NOW * 1000 };
    const kindOf = (fields: object, signature: string) =>
      judge(schemeOf('lever'), {}, signedBody(fields, signature), [SECRET], NOW).kind;
    expect(kindOf(whole, hex(`a1${NOW}000`))).toBe('valid');
    expect(kindOf({ triggeredAt: NOW * 1000 }, hex(`${NOW}000`))).toBe('invalid');
    expect(kindOf({ token: 'a1' }, hex('a1'))).toBe('invalid');
    expect(kindOf(whole, '')).toBe('invalid');
  });
});

describe('valueAt', () => {
  it('follows a pointer through objects and lists, and reaches no prototype', () => {
    const json = { 'a/b': [{ '~c': 1 }] };
    expect(valueAt(json, '/a~1b/0/~0c')).toBe(1);
    expect(valueAt(json, '/constructor/name')).toBeUndefined();
    expect(valueAt('text', '/length')).toBeUndefined();
  });
});
