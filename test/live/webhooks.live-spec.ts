import { anotherOrganization } from '../support/another-organization.js';
import { askDatabase } from '../support/ask-database.js';
import { answerWith, type EventReceiver, startEventReceiver } from '../support/event-receiver.js';
import { type Answer, startTestApp, type TestApp } from '../support/running-app.js';
import { eventually } from '../support/eventually.js';

interface Endpoint {
  id: string;
  secret: string;
}

let app: TestApp;
let receiver: EventReceiver;
let counter = 0;

const endpoints = '/v1/webhook-endpoints';
const create = (body: object = {}, key?: string): Promise<Answer> =>
  app.call('POST', endpoints, { body: { url: receiver.url, ...body }, ...(key === undefined ? {} : { key }) });
const listening = async (...eventTypes: string[]): Promise<Endpoint> => (await create({ eventTypes })).body;
const aCandidate = async (): Promise<string> => {
  const externalIds = [{ system: 'webhooks', id: `w-${(counter += 1)}` }];
  return (await app.call('POST', '/v1/candidates', { body: { externalIds, name: 'Amara' } })).body.id;
};
const rename = (id: string, name: string): Promise<Answer> =>
  app.call('PATCH', `/v1/candidates/${id}`, { body: { name } });
const deliveries = async (endpoint: Endpoint, query = ''): Promise<Answer['body'][]> =>
  (await app.call('GET', `${endpoints}/${endpoint.id}/deliveries${query}`)).body.data;
const redeliver = (endpoint: Endpoint, body: object): Promise<Answer> =>
  app.call('POST', `${endpoints}/${endpoint.id}/redeliver`, { body });
const ask = (sql: string): Promise<Record<string, unknown>[]> => askDatabase(app.databaseUrl, sql);
const hasState =
  (endpoint: Endpoint, state: string, count = 1) =>
  async () =>
    (await deliveries(endpoint, `?state=${state}`)).length === count;
/** Makes planned attempts due, as if their time had come. */
const letTimePass = async (): Promise<void> => {
  await ask(`UPDATE webhook_endpoint SET paused_until = NULL`);
  await ask(`UPDATE outbox SET available_at = now() WHERE topic = 'webhook.delivery-due'`);
};

beforeAll(async () => {
  app = await startTestApp({ allowLoopback: true });
});
afterAll(() => app.stop());
beforeEach(async () => {
  receiver = await startEventReceiver();
});
afterEach(async () => {
  for (const { id } of (await app.call('GET', endpoints)).body.data) await app.call('DELETE', `${endpoints}/${id}`);
  // Attempts that were planned for much later find nothing to do any more.
  await letTimePass();
  await app.settle();
  await receiver.close();
});

describe('/v1/webhook-endpoints', () => {
  it('makes a secret and shows it once', async () => {
    const created = await create({ description: 'ATS', eventTypes: ['credential.*', 'candidate.erased'] });
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(`${endpoints}/${created.body.id}`);
    expect(created.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const one = await app.call('GET', `${endpoints}/${created.body.id}`);
    expect(one.body).toMatchObject({
      url: receiver.url,
      description: 'ATS',
      eventTypes: ['credential.*', 'candidate.erased'],
      enabled: true,
      disabledReason: null,
      secrets: [{ lastFour: created.body.secret.slice(-4), expiresAt: null }],
    });
    const all = JSON.stringify([one.body, await app.call('GET', endpoints), await app.call('GET', '/v1/audit-events')]);
    expect(all).not.toContain(created.body.secret.slice(6, 26));
  });

  it.each([
    ['a private address', { url: 'https://10.0.0.1/' }, 422, 'url-not-allowed'],
    ['the address of a cloud', { url: 'http://169.254.169.254/latest' }, 422, 'url-not-allowed'],
    ['a number that is an address', { url: 'https://0x0a000001/' }, 422, 'url-not-allowed'],
    ['credentials in the URL', { url: 'https://a:b@hooks.edu/' }, 422, 'url-not-allowed'],
    ['another scheme', { url: 'file:///etc/passwd' }, 422, 'url-not-allowed'],
    ['no URL', { url: 'hooks' }, 422, 'url-not-allowed'],
    ['a type that there is not', { eventTypes: ['candidate.hired'] }, 400, 'validation-failed'],
    ['a secret that is too short', { secret: 'whsec_c2hvcnQ=' }, 422, 'invalid-secret'],
    ['members that are ours', { enabled: true }, 400, 'validation-failed'],
  ])('refuses %s', async (_name, body, status, code) => {
    const answer = await create(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    const changed = await app.call('PATCH', `${endpoints}/${(await create()).body.id}`, {
      body: 'secret' in body || 'enabled' in body ? { score: 1 } : body,
    });
    expect(changed.status).toBe('secret' in body || 'enabled' in body ? 400 : status);
  });

  it('takes 20 of an organization', async () => {
    const answers = await Promise.all(Array.from({ length: 22 }, () => create()));
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(20);
    expect(answers.find(({ status }) => status !== 201)?.body.code).toBe('too-many-endpoints');
  });

  it('belongs to its organization and its admins', async () => {
    const { id } = await listening();
    const stranger = await anotherOrganization(app);
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/secrets'],
      ['POST', '/ping'],
      ['GET', '/deliveries'],
      ['POST', '/redeliver'],
    ] as const) {
      const body = path === '/redeliver' ? { since: '2026-01-01T00:00:00Z' } : {};
      const call = { key: stranger, ...(method === 'GET' || method === 'DELETE' ? {} : { body }) };
      expect((await app.call(method, `${endpoints}/${id}${path}`, call)).status).toBe(404);
    }
    const key = (await app.call('POST', '/v1/api-keys', { body: { name: 'r', roles: ['recruiter'] } })).body.key;
    expect((await app.call('GET', endpoints, { key })).status).toBe(403);
  });
});

describe('an endpoint', () => {
  it('is sent a ping, signed as Standard Webhooks says', async () => {
    const endpoint = await listening('credential.revoked');
    const ping = await app.call('POST', `${endpoints}/${endpoint.id}/ping`);
    expect([ping.status, ping.body.type]).toEqual([202, 'webhook.ping']);
    await eventually(hasState(endpoint, 'delivered'));
    const [event] = receiver.events;
    expect(event?.signedWith(endpoint.secret)).toBe(true);
    expect(event?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': ping.body.eventId,
      'user-agent': 'credence',
    });
    const { body } = await app.call('GET', `${endpoints}/${endpoint.id}/deliveries/${ping.body.id}`);
    expect(body).toMatchObject({
      state: 'delivered',
      attempts: 1,
      lastStatus: 204,
      body: event?.text,
      log: [{ number: 1, status: 204, error: null }],
    });
  });

  it('gives a ping up at once when it is not taken', async () => {
    receiver.answer = answerWith(500);
    const endpoint = await listening();
    await app.call('POST', `${endpoints}/${endpoint.id}/ping`);
    await eventually(hasState(endpoint, 'failed'));
  });

  it('hears of what it asked for, with ids and nothing of the person', async () => {
    const all = await listening();
    const some = await listening('candidate.erased');
    const stranger = await anotherOrganization(app);
    const id = await aCandidate();
    await rename(id, 'Amara Okafor');
    await app.call('DELETE', `/v1/candidates/${id}`);
    await app.settle();
    const [heard, erased] = [await deliveries(all), await deliveries(some)];
    expect(heard.map(({ type }) => type).reverse()).toEqual([
      'candidate.created',
      'candidate.updated',
      'holdings.changed',
      'candidate.erased',
    ]);
    expect(erased.map(({ type }) => type)).toEqual(['candidate.erased']);
    // Both hear of the same event under the same id.
    expect(erased[0].eventId).toBe(heard[0].eventId);
    const created = receiver.events.find(({ type }) => type === 'candidate.created');
    expect(created?.data).toEqual({ candidateId: id, url: `/v1/candidates/${id}` });
    expect(receiver.events.map(({ text }) => text).join()).not.toContain('Amara');
    expect((await app.call('GET', endpoints, { key: stranger })).body.data).toEqual([]);
  });

  it('is owed nothing for what nobody listens to', async () => {
    const kept = () => ask(`SELECT count(*)::int AS n FROM webhook_event`);
    const before = await kept();
    await aCandidate();
    await app.settle();
    expect(await kept()).toEqual(before);
  });

  it('hears of one candidate in order, and of others meanwhile', async () => {
    const [first, second] = [await aCandidate(), await aCandidate()];
    await app.settle();
    const endpoint = await listening('candidate.updated');
    receiver.answer = (event, response) => void response.writeHead(event.data.candidateId === first ? 500 : 204).end();
    await rename(first, 'A');
    await rename(first, 'B');
    await rename(second, 'C');
    await eventually(hasState(endpoint, 'delivered'));
    await eventually(async () => receiver.events.length === 2);
    const waiting = await deliveries(endpoint, '?state=pending');
    // Newest first: the second change of the first candidate waits for the first one.
    expect(waiting.map(({ attempts }) => attempts)).toEqual([0, 1]);
    expect(waiting[0].nextAttemptAt).toBeNull();
    receiver.answer = answerWith(204);
    await letTimePass();
    await eventually(hasState(endpoint, 'delivered', 3));
    const ofFirst = receiver.events.filter(({ data }) => data.candidateId === first).map(({ id }) => id);
    expect(ofFirst).toEqual([waiting[1].eventId, waiting[1].eventId, waiting[0].eventId]);
  });

  it('may take both secrets for 24 hours after a change, and then only the new one', async () => {
    const endpoint = await listening('candidate.created');
    const added = await app.call('POST', `${endpoints}/${endpoint.id}/secrets`, { body: {} });
    expect([added.status, added.body.secrets.length]).toEqual([201, 2]);
    const signed = async (): Promise<boolean[]> => {
      receiver.events.length = 0;
      await aCandidate();
      await eventually(() => receiver.events.length === 1);
      return [endpoint.secret, added.body.secret].map((secret) => receiver.events[0]?.signedWith(secret) ?? false);
    };
    expect(await signed()).toEqual([true, true]);
    await ask(`UPDATE webhook_endpoint SET secrets = jsonb_set(secrets, '{1,expiresAt}', '"2020-01-01T00:00:00Z"')`);
    expect(await signed()).toEqual([false, true]);
  });
});

describe('an endpoint that does not take an event', () => {
  it.each([
    ['500', answerWith(500), 500, 5_000, 5_500],
    ['a redirect, which is not followed', answerWith(307, { location: '/elsewhere' }), 307, 5_000, 5_500],
    ['429 with Retry-After', answerWith(429, { 'retry-after': '120' }), 429, 120_000, 132_000],
  ])('is sent it again after %s', async (_name, answer, status, least, most) => {
    receiver.answer = answer;
    const endpoint = await listening('candidate.created');
    await aCandidate();
    await eventually(async () => (await deliveries(endpoint))[0]?.lastStatus === status);
    const [delivery] = await deliveries(endpoint);
    const { body } = await app.call('GET', `${endpoints}/${endpoint.id}/deliveries/${delivery.id}`);
    const waitMs = Date.parse(body.nextAttemptAt) - Date.parse(body.log[0].at);
    // Between attempt and plan the answer takes its time; a second is far more than it needs here.
    expect(waitMs).toBeGreaterThanOrEqual(least);
    expect(waitMs).toBeLessThan(most + 1_000);
    expect(receiver.events).toHaveLength(1);
  });

  it('is left in peace as a whole while it asks for it', async () => {
    receiver.answer = answerWith(503, { 'retry-after': '600' });
    const endpoint = await listening('candidate.created');
    await aCandidate();
    await eventually(async () => (await deliveries(endpoint))[0]?.lastStatus === 503);
    await aCandidate();
    await eventually(async () => {
      const [latest] = await deliveries(endpoint);
      return latest.attempts === 0 && Date.parse(latest.nextAttemptAt) > Date.now() + 500_000;
    });
    expect(receiver.events).toHaveLength(1);
  });

  it('is sent nothing more after 410, and the others are told', async () => {
    const [gone, other] = [await startEventReceiver(), receiver];
    try {
      gone.answer = answerWith(410);
      const endpoint = (await create({ url: gone.url, eventTypes: ['candidate.created'] })).body as Endpoint;
      await listening('endpoint.disabled');
      await aCandidate();
      await eventually(() => other.events.length === 1);
      expect(other.events[0]?.data).toEqual({
        endpointId: endpoint.id,
        reason: 'gone',
        url: `${endpoints}/${endpoint.id}`,
      });
      expect((await app.call('GET', `${endpoints}/${endpoint.id}`)).body).toMatchObject({
        enabled: false,
        disabledReason: 'gone',
      });
      await aCandidate();
      await app.settle();
      expect(gone.events).toHaveLength(1);
      expect((await redeliver(endpoint, { since: '2026-01-01T00:00:00Z' })).body.code).toBe('endpoint-disabled');
    } finally {
      await gone.close();
    }
  });

  it('is given up after the tenth attempt, and what waited goes on', async () => {
    const candidate = await aCandidate();
    await app.settle();
    receiver.answer = answerWith(500);
    const endpoint = await listening('candidate.updated');
    await rename(candidate, 'First');
    await eventually(async () => (await deliveries(endpoint))[0]?.attempts === 1);
    await rename(candidate, 'Second');
    await eventually(async () => (await deliveries(endpoint)).length === 2);
    await ask(`UPDATE webhook_delivery SET attempts = 9 WHERE attempts = 1`);
    await letTimePass();
    await eventually(hasState(endpoint, 'failed'));
    await eventually(() => receiver.events.length === 3);
    expect(new Set(receiver.events.map(({ id }) => id)).size).toBe(2);
  });

  it('is disabled once it took nothing for five days', async () => {
    receiver.answer = answerWith(500);
    const endpoint = await listening('candidate.created');
    await aCandidate();
    await eventually(async () => (await deliveries(endpoint))[0]?.attempts === 1);
    await ask(`UPDATE webhook_delivery SET attempts = 9`);
    await ask(`UPDATE webhook_endpoint SET failing_since = now() - interval '5 days'`);
    await letTimePass();
    await eventually(async () => {
      const { body } = await app.call('GET', `${endpoints}/${endpoint.id}`);
      return body.disabledReason === 'failing';
    });
  });

  it('may answer after five seconds; one that does not answer in 15 is asked again, and holds nobody up', async () => {
    const slow = await startEventReceiver();
    const answered: number[] = [];
    try {
      // The first answer comes after five seconds, later ones never.
      slow.answer = (_event, response) => {
        if (slow.events.length === 1) setTimeout(() => response.writeHead(204).end(), 5_000);
      };
      receiver.answer = (_event, response) => {
        answered.push(Date.now());
        response.writeHead(204).end();
      };
      const endpoint = (await create({ url: slow.url, eventTypes: ['candidate.created'] })).body as Endpoint;
      const other = await listening('candidate.created');
      const startedAt = Date.now();
      await aCandidate();
      await eventually(hasState(endpoint, 'delivered'));
      expect(Date.now() - startedAt).toBeGreaterThanOrEqual(5_000);
      await aCandidate();
      await eventually(hasState(other, 'delivered', 2));
      expect(answered.every((at) => at - startedAt < 10_000)).toBe(true);
      await eventually(
        async () => (await deliveries(endpoint)).some(({ lastError }) => lastError?.startsWith('timeout')),
        40_000,
      );
      const [waiting] = await deliveries(endpoint);
      expect(waiting).toMatchObject({ state: 'pending', attempts: 1, lastStatus: null });
      const { log } = (await app.call('GET', `${endpoints}/${endpoint.id}/deliveries/${waiting.id}`)).body;
      expect(log[0].durationMs).toBeGreaterThanOrEqual(14_900);
      expect(log[0].durationMs).toBeLessThan(20_000);
    } finally {
      await slow.close();
    }
  });

  it('costs no more than the beginning of an answer without end', async () => {
    receiver.answer = (_event, response) => {
      response.writeHead(200);
      const pour = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'a')));
      };
      response.on('drain', pour);
      pour();
    };
    const endpoint = await listening('candidate.created');
    await aCandidate();
    await eventually(hasState(endpoint, 'delivered'));
  });
});

describe('POST /v1/webhook-endpoints/{id}/redeliver', () => {
  it('sends one event again under its id, and keeps the log of both', async () => {
    const endpoint = await listening('candidate.created');
    await aCandidate();
    await eventually(hasState(endpoint, 'delivered'));
    const [{ id, eventId }] = await deliveries(endpoint);
    const answer = await redeliver(endpoint, { deliveryId: id });
    expect([answer.status, answer.body]).toEqual([202, { redelivered: 1, complete: true }]);
    await eventually(() => receiver.events.length === 2);
    await eventually(hasState(endpoint, 'delivered'));
    expect(receiver.events.map((event) => event.id)).toEqual([eventId, eventId]);
    expect(receiver.events[1]?.text).toBe(receiver.events[0]?.text);
    const { body } = await app.call('GET', `${endpoints}/${endpoint.id}/deliveries/${id}`);
    expect(body.log.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
    expect(body.attempts).toBe(1);
  });

  it('sends what happened while the endpoint was disabled, and what failed, but not what was taken', async () => {
    const since = new Date().toISOString();
    const endpoint = await listening('candidate.created');
    await aCandidate();
    await eventually(hasState(endpoint, 'delivered'));
    await app.call('PATCH', `${endpoints}/${endpoint.id}`, { body: { enabled: false } });
    const missed = [await aCandidate(), await aCandidate()];
    await app.settle();
    expect(receiver.events).toHaveLength(1);
    const enabled = await app.call('PATCH', `${endpoints}/${endpoint.id}`, { body: { enabled: true } });
    expect(enabled.body).toMatchObject({ enabled: true, disabledReason: null });
    expect((await redeliver(endpoint, { since })).body).toEqual({ redelivered: 2, complete: true });
    await eventually(hasState(endpoint, 'delivered', 3));
    expect(
      receiver.events
        .slice(1)
        .map(({ data }) => data.candidateId)
        .sort(),
    ).toEqual(missed.sort());
    expect((await redeliver(endpoint, { since })).body).toEqual({ redelivered: 0, complete: true });
    expect((await redeliver(endpoint, { since, includeDelivered: true })).body.redelivered).toBe(3);
    await app.settle();
    expect((await redeliver(endpoint, { since, until: since })).body.redelivered).toBe(0);
  });

  it.each([
    ['nothing', {}, 400],
    [
      'a delivery and a span',
      { deliveryId: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001', since: '2026-01-01T00:00:00Z' },
      400,
    ],
    ['an end without a beginning', { until: '2026-01-01T00:00:00Z' }, 400],
    ['an instant without a zone', { since: '2026-01-01T00:00:00' }, 400],
    ['a delivery that there is not', { deliveryId: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001' }, 404],
  ])('refuses %s', async (_name, body, status) => {
    expect((await redeliver(await listening(), body)).status).toBe(status);
  });
});

describe('a service that may not call this machine', () => {
  it('refuses an endpoint that points there, and whatever resolves to it at the time of sending', async () => {
    const closed = await startTestApp({ environment: { EGRESS: 'open' } });
    try {
      for (const url of [
        receiver.url,
        'http://hooks.edu/',
        'https://hooks.edu:8443/',
        'https://localhost/',
        'https://[::1]/',
        'https://metadata.google.internal/',
      ]) {
        const { status, body } = await closed.call('POST', endpoints, { body: { url } });
        expect([url, status, body.code]).toEqual([url, 422, 'url-not-allowed']);
      }
      const { body } = await closed.call('POST', endpoints, { body: { url: 'https://hooks.invalid-host-name.edu/' } });
      // As if the name had been pointed to this machine after it was accepted.
      await askDatabase(closed.databaseUrl, `UPDATE webhook_endpoint SET url = '${receiver.url}'`);
      await closed.call('POST', `${endpoints}/${body.id}/ping`);
      await closed.settle();
      const log = await closed.call('GET', `${endpoints}/${body.id}/deliveries`);
      expect(log.body.data[0]).toMatchObject({ state: 'failed', lastStatus: null });
      expect(log.body.data[0].lastError).toMatch(/^refused: /);
      expect(receiver.events).toEqual([]);
    } finally {
      await closed.stop();
    }
  });
});
