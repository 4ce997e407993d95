import { anotherOrganization } from '../support/another-organization.js';
import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type Answer, type TestApp } from '../support/running-app.js';
import { deliver, type DeliveryOptions } from '../support/sign-delivery.js';

interface Connected {
  id: string;
  secret: string;
}

let app: TestApp;
let connection: Connected;
let counter = 0;
const next = (): number => (counter += 1);
const aPerson = () => ({ system: 'hook', id: `h-${next()}` });
const HOUR_MS = 3_600_000;
/** Instants before now, so that no event is in the future. */
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();

const connect = async (body: object = {}, key?: string): Promise<Connected> => {
  const options = { body: { system: 'standard', ...body } };
  return (await app.call('POST', '/v1/connections', key === undefined ? options : { ...options, key })).body;
};
const send = (body: unknown, options: Partial<DeliveryOptions> = {}, to = connection): Promise<Answer> =>
  deliver(app, to.id, body, { secret: to.secret, id: `msg_${next()}`, ...options });
const event = (type: string, timestamp: string, data: object) => ({ type, timestamp, data });
const candidate = async (id: string): Promise<Answer['body']> => (await app.call('GET', `/v1/candidates/${id}`)).body;
const countOf = async (table: string): Promise<number> =>
  Number((await askDatabase(app.databaseUrl, `SELECT count(*) AS n FROM ${table}`))[0]?.n);
const auditOf = async (action: string): Promise<Answer['body'][]> =>
  (await app.call('GET', `/v1/audit-events?action=${action}&limit=200`)).body.data;

beforeAll(async () => {
  app = await startTestApp();
  connection = await connect();
});
afterAll(() => app.stop());

describe('/v1/connections', () => {
  it('makes a secret and shows it once', async () => {
    const created = await app.call('POST', '/v1/connections', { body: { system: 'standard', name: 'Careers' } });
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(`/v1/connections/${created.body.id}`);
    // 32 bytes are 44 characters of base64.
    expect(created.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(created.body.hookUrl).toBe(`/v1/hooks/${created.body.id}`);
    const one = await app.call('GET', `/v1/connections/${created.body.id}`);
    const list = await app.call('GET', '/v1/connections');
    expect(one.body.secrets).toEqual([
      { lastFour: created.body.secret.slice(-4), createdAt: expect.any(String), expiresAt: null },
    ]);
    expect(list.body.data[0]).toEqual(one.body);
    expect(JSON.stringify([one.body, list.body])).not.toContain(created.body.secret.slice(0, 20));
  });

  it('takes a secret that is given', async () => {
    const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    const given = await connect({ secret });
    expect(given.secret).toBe(secret);
    expect((await send(event('x', hoursAgo(0), {}), {}, given)).status).toBe(202);
  });

  it.each([
    ['a system that is not known', { system: 'myspace' }, 400, 'validation-failed'],
    ['a secret that is too short', { secret: 'whsec_c2hvcnQ=' }, 422, 'invalid-secret'],
    ['members that are ours', { id: 'x' }, 400, 'validation-failed'],
  ])('refuses %s', async (_name, body, status, code) => {
    const answer = await app.call('POST', '/v1/connections', { body: { system: 'standard', ...body } });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('takes both secrets after a change, and none of a connection that was deleted', async () => {
    const changing = await connect();
    const added = await app.call('POST', `/v1/connections/${changing.id}/secrets`, { body: {} });
    expect([added.status, added.body.secrets.length]).toEqual([201, 2]);
    for (const secret of [changing.secret, added.body.secret]) {
      expect((await send(event('x', hoursAgo(0), {}), { secret }, changing)).status).toBe(202);
    }
    await askDatabase(
      app.databaseUrl,
      `UPDATE connection SET secrets = jsonb_set(secrets, '{0,expiresAt}', '"2020-01-01T00:00:00Z"') WHERE id = '${changing.id}'`,
    );
    expect((await send(event('x', hoursAgo(0), {}), {}, changing)).status).toBe(401);
    expect((await app.call('DELETE', `/v1/connections/${changing.id}`)).status).toBe(204);
    expect((await send(event('x', hoursAgo(0), {}), { secret: added.body.secret }, changing)).status).toBe(404);
    expect((await app.call('GET', `/v1/connections/${changing.id}`)).status).toBe(404);
  });

  it('belongs to its organization and its admins', async () => {
    const stranger = await anotherOrganization(app);
    expect((await app.call('GET', `/v1/connections/${connection.id}`, { key: stranger })).status).toBe(404);
    expect((await app.call('DELETE', `/v1/connections/${connection.id}`, { key: stranger })).status).toBe(404);
    const key = (await app.call('POST', '/v1/api-keys', { body: { name: 'r', roles: ['recruiter'] } })).body.key;
    expect((await app.call('GET', '/v1/connections', { key })).status).toBe(403);
    const theirs = await connect({}, stranger);
    expect((await send(event('x', hoursAgo(0), {}), { secret: connection.secret }, theirs)).status).toBe(401);
  });
});

describe('POST /v1/hooks/{connectionId}', () => {
  it('takes a person with credentials and applications in', async () => {
    const person = aPerson();
    const data = {
      externalIds: [person],
      name: 'Amara',
      applications: [{ externalId: `a-${next()}`, jobId: 'J', stage: 'Interview' }],
      credentials: ['eyJh.eyJi.c2ln'],
    };
    const answer = await send(event('candidate.created', hoursAgo(1), data), { id: 'msg_first' });
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ id: 'msg_first', status: 'accepted', credentials: [{ duplicate: false }] });
    expect(await candidate(answer.body.candidateId)).toMatchObject({ name: 'Amara', externalIds: [person] });
    const [created] = (await auditOf('candidate.created')).filter((e) => e.target.id === answer.body.candidateId);
    expect(created.actor).toEqual({ kind: 'connection', id: connection.id });
  });

  it('has one effect for 50 equal deliveries at once, and the same answer for all', async () => {
    const body = event('candidate.created', hoursAgo(1), { externalIds: [aPerson()], credentials: ['fifty times'] });
    const before = [await countOf('candidate'), await countOf('credential'), await countOf('hook_delivery')];
    const id = `msg_${next()}`;
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(body, { id })));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers.filter((answer) => answer.headers.get('idempotent-replay') === 'true')).toHaveLength(49);
    const after = [await countOf('candidate'), await countOf('credential'), await countOf('hook_delivery')];
    expect(after).toEqual(before.map((count) => count + 1));
  });

  it('knows a delivery again when it is signed anew later', async () => {
    const body = event('candidate.created', hoursAgo(1), { externalIds: [aPerson()] });
    const id = `msg_${next()}`;
    const first = await send(body, { id, seconds: Math.floor(Date.now() / 1000) - 200 });
    const again = await send(body, { id });
    expect([again.status, again.body, again.headers.get('idempotent-replay')]).toEqual([202, first.body, 'true']);
  });

  it('refuses another body under a known id, and writes that down', async () => {
    const id = `msg_${next()}`;
    await send(event('candidate.created', hoursAgo(1), { externalIds: [aPerson()] }), { id });
    const answer = await send(event('candidate.created', hoursAgo(1), { externalIds: [aPerson()] }), { id });
    expect([answer.status, answer.body.code]).toEqual([409, 'delivery-id-reused']);
    expect((await auditOf('hook.delivery-id-reused')).map((e) => e.detail.deliveryId)).toContain(id);
  });

  it('answers 202 and does nothing for events that it does not know', async () => {
    const people = await countOf('candidate');
    const answer = await send(
      { type: 'job.created', timestamp: hoursAgo(1), data: { any: 'thing' } },
      { id: 'msg_job' },
    );
    expect([answer.status, answer.body]).toEqual([
      202,
      { id: 'msg_job', status: 'ignored', reason: 'unknown-event-type' },
    ]);
    expect(await countOf('candidate')).toBe(people);
  });

  it('keeps a delivery that clashes with what is stored, with the reason, and undoes its effect', async () => {
    const [one, two] = [aPerson(), aPerson()];
    for (const person of [one, two]) await send(event('candidate.created', hoursAgo(2), { externalIds: [person] }));
    const credentials = await countOf('credential');
    const body = event('candidate.updated', hoursAgo(1), { externalIds: [one, two], credentials: ['clash'] });
    const [first, again] = [await send(body, { id: 'msg_clash' }), await send(body, { id: 'msg_clash' })];
    expect([first.status, first.body.status, first.body.problem.code]).toEqual([
      202,
      'rejected',
      'external-ids-conflict',
    ]);
    expect(again.body).toEqual(first.body);
    expect(await countOf('credential')).toBe(credentials);
  });

  describe('signatures', () => {
    const body = JSON.stringify(
      event('candidate.created', hoursAgo(1), { externalIds: [{ system: 'x', id: 'never' }] }),
    );
    const now = (): number => Math.floor(Date.now() / 1000);

    it.each<[string, () => Partial<DeliveryOptions>]>([
      ['301 seconds early', () => ({ seconds: now() - 302 })],
      ['301 seconds late', () => ({ seconds: now() + 302 })],
      ['in milliseconds', () => ({ seconds: Date.now() })],
    ])('refuses one that is %s', async (_name, options) => {
      const answer = await send(body, options());
      expect([answer.status, answer.body.code]).toEqual([401, 'timestamp-out-of-tolerance']);
    });

    it.each<[string, Partial<DeliveryOptions>]>([
      ['of another secret', { secret: `whsec_${Buffer.alloc(32).toString('base64')}` }],
      ['without id', { headers: { 'webhook-id': '' } }],
      ['with another id', { headers: { 'webhook-id': 'msg_other' } }],
      ['with another timestamp', { headers: { 'webhook-timestamp': '1' } }],
      ['with a timestamp that is no number', { headers: { 'webhook-timestamp': 'NaN' } }],
      ['without signature', { headers: { 'webhook-signature': '' } }],
      ['in hex', { headers: { 'webhook-signature': `v1,${'ab'.repeat(32)}` } }],
      ['of 10 kB', { headers: { 'webhook-signature': `v1,${'A'.repeat(10_000)}` } }],
    ])('refuses one %s, always with the same words', async (_name, options) => {
      const answer = await send(body, options);
      expect([answer.status, answer.body.code]).toEqual([401, 'invalid-signature']);
      const bare = await app.call('POST', `/v1/hooks/${connection.id}`, { key: null, body: '{}' });
      expect([bare.body.detail, bare.body.errors]).toEqual([answer.body.detail, answer.body.errors]);
    });

    it('refuses a body that was written anew, though it says the same', async () => {
      const seconds = now();
      const id = `msg_${next()}`;
      const good = await send(event('x', hoursAgo(1), {}), { id, seconds });
      expect(good.status).toBe(202);
      const { Webhook } = await import('standardwebhooks');
      const signature = new Webhook(connection.secret).sign('msg_spaces', new Date(seconds * 1000), body);
      const answer = await app.call('POST', `/v1/hooks/${connection.id}`, {
        key: null,
        body: JSON.stringify(JSON.parse(body), null, 1),
        headers: { 'webhook-id': 'msg_spaces', 'webhook-timestamp': String(seconds), 'webhook-signature': signature },
      });
      expect(answer.status).toBe(401);
    });

    it.each(['019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79', 'x', '..%2f..', '0'.repeat(190)])(
      'answers 404 for the unknown connection %s',
      async (id) => {
        const answer = await send(body, {}, { id, secret: connection.secret });
        expect([answer.status, answer.body.code]).toEqual([404, 'connection-not-found']);
      },
    );

    it('did nothing all the while', async () => {
      expect((await app.call('GET', '/v1/candidates?externalId=x:never')).body.data).toEqual([]);
    });
  });

  it.each<[string, string | object, number, string]>([
    ['what is no JSON', '{"type":', 400, 'invalid-json'],
    ['an empty body', '', 400, 'invalid-json'],
    ['duplicate keys', '{"type":"a","type":"b"}', 400, 'duplicate-key'],
    ['deep nesting', `{"type":"x","data":${'['.repeat(40)}${']'.repeat(40)}}`, 400, 'json-too-deep'],
    ['keys of prototypes', '{"type":"x","__proto__":{}}', 400, 'forbidden-key'],
    ['NUL', '{"type":"\\u0000"}', 400, 'invalid-string'],
    [
      'an unknown member of a person',
      event('candidate.created', hoursAgo(1), { externalIds: [{ system: 'a', id: '1' }], score: 1 }),
      400,
      'validation-failed',
    ],
    ['a person without external id', event('candidate.created', hoursAgo(1), { name: 'X' }), 400, 'validation-failed'],
    [
      'an application event without application',
      event('application.created', hoursAgo(1), { externalIds: [{ system: 'a', id: '1' }] }),
      400,
      'validation-failed',
    ],
    [
      'a broken credential',
      event('candidate.created', hoursAgo(1), { externalIds: [{ system: 'a', id: '1' }], credentials: [7] }),
      400,
      'invalid-credential',
    ],
    [
      'a time in the future',
      event('candidate.created', '2999-01-01T00:00:00Z', { externalIds: [{ system: 'a', id: '1' }] }),
      400,
      'validation-failed',
    ],
  ])('refuses %s and keeps nothing of it', async (_name, body, status, code) => {
    const before = await countOf('hook_delivery');
    const answer = await send(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    for (const { pointer } of answer.body.errors) expect(pointer).toMatch(/^(\/(data|timestamp|type|__proto__)|$)/);
    expect(await countOf('hook_delivery')).toBe(before);
  });

  it('refuses more than 1 MiB before it looks at anything', async () => {
    const answer = await send('a'.repeat(1024 * 1024 + 1), {}, { id: 'nobody', secret: connection.secret });
    expect([answer.status, answer.body.code]).toEqual([413, 'body-too-large']);
  });
});

describe('events out of order', () => {
  it('never move what is known of a person backwards, field by field', async () => {
    const externalIds = [aPerson()];
    const { body } = await send(event('candidate.updated', hoursAgo(1), { externalIds, name: 'Newer' }));
    const late = { externalIds, name: 'Older', emails: ['older@b.example'], credentials: ['came late'] };
    const answer = await send(event('candidate.created', hoursAgo(2), late));
    // The name is known newer; the e-mails and the credential were not known at all.
    expect(answer.body).toMatchObject({
      status: 'accepted',
      candidateId: body.candidateId,
      credentials: [{ duplicate: false }],
    });
    expect(await candidate(body.candidateId)).toMatchObject({ name: 'Newer', emails: ['older@b.example'] });
    await send(event('candidate.updated', hoursAgo(0.5), { externalIds, name: 'Newest' }));
    expect((await candidate(body.candidateId)).name).toBe('Newest');
  });

  it('never move an application backwards', async () => {
    const externalIds = [aPerson()];
    const externalId = `order-${next()}`;
    const state = (stage: string, status: string) => ({
      externalIds,
      applications: [{ externalId, jobId: 'J', stage, status }],
    });
    await send(event('application.updated', hoursAgo(1), state('Offer', 'hired')));
    await send(event('application.created', hoursAgo(2), state('Applied', 'active')));
    const rows = await askDatabase(
      app.databaseUrl,
      `SELECT stage, status FROM application WHERE external_id = '${externalId}'`,
    );
    expect(rows).toEqual([{ stage: 'Offer', status: 'hired' }]);
  });

  it('do not bring an erased person back, while a later application does', async () => {
    const externalIds = [aPerson()];
    const created = await send(event('candidate.created', hoursAgo(3), { externalIds, name: 'Erased' }));
    const erased = await send(event('candidate.erased', hoursAgo(1), { externalIds }));
    expect(erased.body).toMatchObject({ status: 'accepted', candidateId: created.body.candidateId });
    expect((await app.call('GET', `/v1/candidates/${created.body.candidateId}`)).status).toBe(410);

    const late = await send(event('candidate.updated', hoursAgo(2), { externalIds, name: 'Erased' }));
    expect(late.body).toMatchObject({ status: 'ignored', reason: 'candidate-erased' });
    const replay = await send(event('candidate.erased', hoursAgo(1), { externalIds }));
    expect(replay.body).toMatchObject({ status: 'accepted', candidateId: null });

    const back = await send(event('candidate.created', hoursAgo(0.5), { externalIds, name: 'Back' }));
    expect(back.body.status).toBe('accepted');
    expect(back.body.candidateId).not.toBe(created.body.candidateId);
    const stale = await send(event('candidate.erased', hoursAgo(1), { externalIds }));
    expect(stale.body).toMatchObject({ status: 'ignored', reason: 'older-than-known' });
    expect((await candidate(back.body.candidateId)).name).toBe('Back');
  });

  it('do not bring a person back who was erased here', async () => {
    const externalIds = [aPerson()];
    const { body } = await send(event('candidate.created', hoursAgo(1), { externalIds, name: 'Gone' }));
    await app.call('DELETE', `/v1/candidates/${body.candidateId}`);
    const late = await send(event('candidate.updated', hoursAgo(2), { externalIds, emails: ['gone@b.example'] }));
    expect(late.body).toMatchObject({ status: 'ignored', reason: 'older-than-known' });
    expect((await app.call('GET', '/v1/candidates?q=gone@b.example')).body.data).toEqual([]);
  });

  it('end the same way in whatever order they come at once', async () => {
    const externalIds = [aPerson(), aPerson()];
    const events = Array.from({ length: 20 }, (_, i) =>
      event('candidate.updated', hoursAgo(20 - i), {
        externalIds: i % 2 === 0 ? externalIds : externalIds.toReversed(),
        name: `Name ${i}`,
      }),
    );
    const answers = await Promise.all(events.map((body) => send(body)));
    expect(new Set(answers.map((answer) => answer.body.candidateId)).size).toBe(1);
    expect((await candidate(answers[0]?.body.candidateId)).name).toBe('Name 19');
  });
});

describe('a service whose clock stands still', () => {
  it('takes deliveries that were signed for that instant, and those that are signed now', async () => {
    const still = await startTestApp({ environment: { CLOCK: '2026-01-31T12:00:00Z' } });
    try {
      const { body } = await still.call('POST', '/v1/connections', { body: { system: 'standard' } });
      const at = Math.floor(Date.parse('2026-01-31T12:00:00Z') / 1000);
      const deliverAt = (seconds: number): Promise<Answer> =>
        deliver(still, body.id, { type: 'x', data: {} }, { secret: body.secret, id: `msg_${next()}`, seconds });
      const statuses = [];
      for (const seconds of [at - 300, at + 300, Math.floor(Date.now() / 1000), at + 301]) {
        statuses.push((await deliverAt(seconds)).status);
      }
      expect(statuses).toEqual([202, 202, 202, 401]);
    } finally {
      await still.stop();
    }
  });
});
