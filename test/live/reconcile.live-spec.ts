import { setTimeout as sleep } from 'node:timers/promises';
import { Reconciliations } from '../../src/connections/application/reconciliations.js';
import { askDatabase } from '../support/ask-database.js';
import { type AtsAnswer, type AtsRequest, type AtsStandIn, startAtsStandIn } from '../support/ats-stand-in.js';
import { type Answer, startTestApp, type TestApp } from '../support/running-app.js';
import { signAs } from '../support/sign-as.js';

const SECRET = 'a-secret-of-the-test';
const TOKEN = 'a-token-of-the-ats';
const SINCE = '2026-01-01T00:00:00Z';

let app: TestApp;
let ats: AtsStandIn;
let answer: (request: AtsRequest, n: number) => AtsAnswer;

const connect = async (system: string, more: object = {}): Promise<string> => {
  const body = { system, secret: SECRET, apiToken: TOKEN, apiUrl: ats.url, ...more };
  return (await app.call('POST', '/v1/connections', { body })).body.id;
};
const reconcile = async (connection: string, body: object = { updatedAfter: SINCE }): Promise<Answer['body']> => {
  const {
    status,
    body: accepted,
    headers,
  } = await app.call('POST', `/v1/connections/${connection}/reconciliations`, { body });
  expect([status, headers.get('location')]).toEqual([202, `/v1/operations/${accepted.id}`]);
  await app.settle();
  return (await app.call('GET', `/v1/operations/${accepted.id}`)).body;
};
const person = async (externalId: string): Promise<Answer['body']> =>
  (await app.call('GET', `/v1/candidates?externalId=${externalId}`)).body.data[0];
const applicationsOf = (id: string) =>
  askDatabase(
    app.databaseUrl,
    `SELECT external_id, job_id, status, stage FROM application WHERE candidate_id = '${id}'`,
  );
const deliveriesOf = async (connection: string): Promise<Answer['body'][]> =>
  (await app.call('GET', `/v1/connections/${connection}/deliveries`)).body.data;
const ok = (body: unknown): AtsAnswer => ({ status: 200, body });

beforeAll(async () => {
  app = await startTestApp({ allowLoopback: true });
  ats = await startAtsStandIn((request, n) => answer(request, n));
});
afterAll(async () => {
  await app?.stop();
  await ats?.close();
});
beforeEach(() => {
  ats.requests.length = 0;
});

const workable = (id: string, stage: string, updated = '2026-02-01T00:00:00Z') => ({
  id,
  name: `Person ${id}`,
  email: `${id}@b.example`,
  stage,
  job: { shortcode: 'GROOV003', title: 'Operator' },
  updated_at: updated,
});

describe('what no delivery has told', () => {
  it('is found page by page and taken in; what is known leaves no trace', async () => {
    const connection = await connect('workable');
    const told = signAs(
      'workable',
      { id: 'w-1', event_type: 'candidate_created', data: workable('w1', 'Applied') },
      { secret: SECRET },
    );
    await app.call('POST', `/v1/hooks/${connection}`, { key: null, body: told.body, headers: told.headers });
    await app.settle();
    const before = await person('workable:w1');
    answer = ({ path }, n) => {
      if (n === 1) return { status: 429, headers: { 'retry-after': '0' } };
      if (path === '/candidates?updated_after=2026-01-01T00:00:00.000Z&limit=100')
        return ok({
          candidates: [workable('w1', 'Applied'), workable('w2', 'Applied'), { name: 'no id' }],
          paging: { next: `${ats.url}/candidates?page=2` },
        });
      if (path === '/candidates?page=2') return ok({ candidates: [workable('w3', 'Hired')] });
      return { status: 500 };
    };
    const operation = await reconcile(connection);
    // Three can be read, of which one is known.
    expect(operation).toMatchObject({
      kind: 'connection-reconcile',
      state: 'succeeded',
      result: { seen: 3, missed: 2, unreadable: 1 },
    });
    expect(ats.requests[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(await applicationsOf((await person('workable:w3')).id)).toEqual([
      { external_id: 'w3:GROOV003', job_id: 'GROOV003', status: 'hired', stage: 'Hired' },
    ]);
    expect(await person('workable:w1')).toEqual(before);

    const missed = (await deliveriesOf(connection)).filter(({ deliveryId }) =>
      deliveryId.startsWith(operation.result.deliveryIdPrefix),
    );
    expect(missed.map(({ event, state }) => [event.candidate.externalIds[0].id, state]).sort()).toEqual([
      ['w2', 'accepted'],
      ['w3', 'accepted'],
    ]);
    const rerun = await app.call('POST', `/v1/connections/${connection}/deliveries/${missed[0].id}/rerun`);
    expect(rerun.body).toMatchObject({ attempts: 2, state: 'accepted' });
    expect((await app.call('GET', `/v1/connections/${connection}`)).body.reconciliation).toMatchObject({
      operationId: operation.id,
      succeeded: true,
    });
    // Again: all is known now.
    answer = () => ok({ candidates: [workable('w1', 'Applied'), workable('w2', 'Applied'), workable('w3', 'Hired')] });
    expect((await reconcile(connection)).result).toMatchObject({ seen: 3, missed: 0 });
  });

  it('moves nothing backwards', async () => {
    const connection = await connect('workable');
    const told = signAs(
      'workable',
      { id: 'w-9', event_type: 'candidate_moved', data: workable('w9', 'Hired', '2026-03-01T00:00:00Z') },
      { secret: SECRET },
    );
    await app.call('POST', `/v1/hooks/${connection}`, { key: null, body: told.body, headers: told.headers });
    answer = () => ok({ candidates: [workable('w9', 'Applied', '2026-02-01T00:00:00Z')] });
    expect((await reconcile(connection)).result).toMatchObject({ seen: 1, missed: 0 });
    expect(await applicationsOf((await person('workable:w9')).id)).toMatchObject([{ status: 'hired' }]);
  });

  it('comes from ashby, whose applications that did not change are left out', async () => {
    const application = (id: string, updatedAt: string) => ({
      id,
      status: 'Active',
      updatedAt,
      candidate: { id: `c-${id}`, name: `Ash ${id}` },
      job: { id: 'j', title: 'Welder' },
      currentInterviewStage: { title: 'Offer' },
    });
    answer = ({ path, body }) => {
      if (path !== '/application.list') return { status: 500 };
      return JSON.parse(body).cursor === undefined
        ? ok({
            success: true,
            results: [application('1', '2026-02-01T00:00:00Z')],
            moreDataAvailable: true,
            nextCursor: 'n',
          })
        : ok({
            success: true,
            results: [application('2', '2025-02-01T00:00:00Z'), application('3', '2026-02-01T00:00:00Z')],
            moreDataAvailable: false,
          });
    };
    expect((await reconcile(await connect('ashby'))).result).toMatchObject({ seen: 2, missed: 2 });
    expect(await person('ashby:c-2')).toBeUndefined();
    expect(await applicationsOf((await person('ashby:c-3')).id)).toEqual([
      { external_id: '3', job_id: 'j', status: 'active', stage: 'Offer' },
    ]);
  });

  it('comes from lever', async () => {
    answer = ({ path }) => {
      const first = `/opportunities?updated_at_start=${Date.parse(SINCE)}&limit=50&expand=stage&expand=applications`;
      const opportunity = (n: number) => ({
        id: `o${n}`,
        contact: `k${n}`,
        name: `Lev ${n}`,
        emails: [`lev${n}@b.example`],
        stage: { text: 'Screen' },
        updatedAt: Date.parse('2026-02-01T00:00:00Z'),
        applications: [{ posting: 'p1' }],
      });
      if (path === first) return ok({ data: [opportunity(1)], hasNext: true, next: 'a b' });
      return path === `${first}&offset=a%20b` ? ok({ data: [opportunity(2)], hasNext: false }) : { status: 500 };
    };
    expect((await reconcile(await connect('lever'))).result).toMatchObject({ seen: 2, missed: 2 });
    expect(await applicationsOf((await person('lever:k2')).id)).toEqual([
      { external_id: 'o2', job_id: 'p1', status: 'active', stage: 'Screen' },
    ]);
  });

  it('comes from greenhouse, signed in by client id and secret, people before their applications', async () => {
    const filter = 'updated_at=gte%7C2026-01-01T00%3A00%3A00.000Z&per_page=100';
    const candidate = (id: number) => ({
      id,
      first_name: 'Gil',
      last_name: `No ${id}`,
      email_addresses: [{ value: `gil${id}@b.example`, type: 'personal' }],
      updated_at: '2026-02-01T00:00:00Z',
    });
    const application = { id: 71, candidate_id: 12, job_id: 9, status: 'hired', updated_at: '2026-02-02T00:00:00Z' };
    const pages: Record<string, AtsAnswer> = {
      [`/v3/candidates?${filter}`]: {
        ...ok([candidate(11), { first_name: 'no id' }]),
        headers: { link: `<${ats.url}/v3/candidates?cursor=abc>; rel="next"` },
      },
      '/v3/candidates?cursor=abc': ok([candidate(12)]),
      [`/v3/applications?${filter}`]: ok([application]),
    };
    let tokens = 0;
    answer = ({ method, path, headers, body }) => {
      if (method === 'POST' && path === '/token') {
        expect([headers.authorization, body]).toEqual([
          `Basic ${Buffer.from('client-id:client-secret').toString('base64')}`,
          'grant_type=client_credentials',
        ]);
        tokens += 1;
        return ok({ access_token: `t${tokens}`, token_type: 'Bearer', expires_in: 3600 });
      }
      // The first token is taken back at once.
      if (headers.authorization !== 'Bearer t2') return { status: 401 };
      return pages[path] ?? { status: 500 };
    };
    const settings = { apiToken: 'client-id:client-secret', apiUrl: `${ats.url}/v3` };
    const connection = await connect('greenhouse', settings);
    expect((await reconcile(connection)).result).toMatchObject({ seen: 3, missed: 3, unreadable: 1 });
    expect(tokens).toBe(2);
    expect(await person('greenhouse:12')).toMatchObject({ name: 'Gil No 12', emails: ['gil12@b.example'] });
    expect(await applicationsOf((await person('greenhouse:12')).id)).toEqual([
      { external_id: '71', job_id: '9', status: 'hired', stage: null },
    ]);
  });

  it('comes from smartrecruiters', async () => {
    answer = ({ path }) => {
      const first = '/candidates?updatedAfter=2026-01-01T00:00:00.000Z&limit=100';
      const candidate = (id: string) => ({
        id,
        firstName: 'Sam',
        lastName: id,
        email: `${id}@b.example`,
        updatedOn: '2026-02-01T00:00:00Z',
        primaryAssignment: { status: 'HIRED', job: { id: 'j1', title: 'Fitter' } },
      });
      if (path === first) return ok({ content: [candidate('s1')], nextPageId: 'p+2' });
      return path === `${first}&pageId=p%2B2` ? ok({ content: [candidate('s2')] }) : { status: 500 };
    };
    expect((await reconcile(await connect('smartrecruiters'))).result).toMatchObject({ seen: 2, missed: 2 });
    expect(await applicationsOf((await person('smartrecruiters:s2')).id)).toEqual([
      { external_id: 's2:j1', job_id: 'j1', status: 'hired', stage: null },
    ]);
  });

  it('comes from teamtailor, people before their applications', async () => {
    const filter = 'filter[updated-at][from]=2026-01-01T00:00:00.000Z&page[size]=30';
    answer = ({ path }) => {
      const asked = decodeURIComponent(path);
      if (asked === `/v1/candidates?${filter}`)
        return ok({
          data: [
            {
              id: '1',
              type: 'candidates',
              attributes: { 'first-name': 'Tea', email: 't@b.example', 'updated-at': '2026-02-01T00:00:00Z' },
            },
          ],
          links: {},
        });
      if (asked === `/v1/job-applications?include=candidate,job&${filter}`)
        return ok({
          data: [
            {
              id: '2',
              type: 'job-applications',
              attributes: { 'updated-at': '2026-02-01T00:00:00Z' },
              relationships: { candidate: { data: { id: '1' } }, job: { data: { id: '3' } } },
            },
          ],
          links: { next: 'https://attacker.example/v1/job-applications' },
        });
      return { status: 500 };
    };
    expect((await reconcile(await connect('teamtailor'))).result).toMatchObject({ seen: 2, missed: 2 });
    const found = await person('teamtailor:1');
    expect(found).toMatchObject({ name: 'Tea', emails: ['t@b.example'] });
    expect(await applicationsOf(found.id)).toMatchObject([{ external_id: '2', job_id: '3' }]);
  });
});

describe('a comparison', () => {
  it('cannot be made where the system tells no changes or there is no token', async () => {
    for (const [system, more] of [
      ['recruitee', { apiToken: undefined, apiUrl: undefined }],
      ['greenhouse', { apiToken: 'a-token-of-version-1' }],
      ['lever', { apiToken: null }],
      ['workable', { apiUrl: null }],
    ] as const) {
      const { status, body } = await app.call(
        'POST',
        `/v1/connections/${await connect(system, more)}/reconciliations`,
        { body: {} },
      );
      expect([status, body.code]).toEqual([409, 'cannot-reconcile']);
    }
    const bad = await app.call('POST', `/v1/connections/${await connect('lever')}/reconciliations`, {
      body: { updatedAfter: 'x' },
    });
    expect([bad.status, bad.body.errors[0].pointer]).toEqual([400, '/updatedAfter']);
  });

  it('runs once at a time for a connection, by itself once a day, and begins where the last one did', async () => {
    const connection = await connect('lever');
    await askDatabase(
      app.databaseUrl,
      `UPDATE connection SET created_at = '2026-05-01T00:00:00Z', reconciliation =
         '{"operationId":"x","since":"2026-06-01T00:00:00Z","startedAt":"2026-07-01T00:00:00Z","endedAt":"2026-07-01T00:05:00Z","succeeded":true}'
       WHERE id = '${connection}' RETURNING id`,
    );
    answer = () => ok({ data: [], hasNext: false });
    await app.app.get(Reconciliations).startDue();
    await app.settle();
    expect(ats.requests.map(({ path }) => path)).toContain(
      // Ten minutes before the start of the last one.
      `/opportunities?updated_at_start=${Date.parse('2026-06-30T23:50:00Z')}&limit=50&expand=stage&expand=applications`,
    );
    const asked = ats.requests.length;
    await app.app.get(Reconciliations).startDue();
    await app.settle();
    expect(ats.requests.length).toBe(asked);

    await askDatabase(
      app.databaseUrl,
      `UPDATE connection SET reconciliation = reconciliation || jsonb_build_object('endedAt', null, 'startedAt', now())
       WHERE id = '${connection}' RETURNING id`,
    );
    const second = await app.call('POST', `/v1/connections/${connection}/reconciliations`, { body: {} });
    expect([second.status, second.body.code]).toEqual([409, 'reconciliation-under-way']);
  });

  it('ends after 10,000 pages, with what it found until then', async () => {
    const connection = await connect('workable');
    answer = () => ({ status: 429, headers: { 'retry-after': '3600' } });
    const { body } = await app.call('POST', `/v1/connections/${connection}/reconciliations`, {
      body: { updatedAfter: SINCE },
    });
    const due = `topic = 'connection.reconcile-due' AND payload ->> 'operationId' = '${body.id}'`;
    const later = `SELECT id FROM outbox WHERE ${due} AND available_at > now()`;
    while ((await askDatabase(app.databaseUrl, later)).length === 0) await sleep(50);
    // As if 9,998 pages were done: the next two are looked at, and each says that there are more.
    ats.requests.length = 0;
    answer = ({ path }) =>
      ok({ candidates: [workable(`long-${ats.requests.length}`, 'Applied')], paging: { next: `${ats.url}${path}x` } });
    await askDatabase(
      app.databaseUrl,
      `UPDATE outbox SET payload = payload || '{"pages": 9998}', available_at = now() WHERE ${due} RETURNING id`,
    );
    await app.settle();
    expect(ats.requests).toHaveLength(2);
    expect((await app.call('GET', `/v1/operations/${body.id}`)).body).toMatchObject({
      state: 'failed',
      error: { code: 'too-many-pages' },
    });
    expect(await person('workable:long-2')).toMatchObject({ name: 'Person long-2' });
  });

  it('belongs to its organization', async () => {
    const { status } = await app.call('POST', '/v1/connections/0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001/reconciliations', {
      body: {},
    });
    expect(status).toBe(404);
  });
});
