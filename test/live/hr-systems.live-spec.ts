import { askDatabase } from '../support/ask-database.js';
import { type AtsVector, atsFile, atsVectors, bodyOf, hasAtsFiles, nameOf, systemOf } from '../support/ats-vectors.js';
import { type Answer, startTestApp, type TestApp } from '../support/running-app.js';
import { signAs, type SignOptions } from '../support/sign-as.js';

const SECRET = 'a-secret-of-the-test';

let app: TestApp;
let counter = 0;
const next = (): number => (counter += 1);

const connect = async (system: string, more: object = {}): Promise<string> => {
  const answer = await app.call('POST', '/v1/connections', { body: { system, secret: SECRET, ...more } });
  expect(answer.status).toBe(201);
  return answer.body.id;
};
const post = (connectionId: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> =>
  app.call('POST', `/v1/hooks/${connectionId}`, {
    key: null,
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
const sendAs = (system: string, connectionId: string, body: string | object, options: Partial<SignOptions> = {}) => {
  const signed = signAs(system, body, { secret: SECRET, ...options });
  return post(connectionId, signed.body, signed.headers);
};
const people = async (externalId: string): Promise<Answer['body'][]> =>
  (await app.call('GET', `/v1/candidates?externalId=${encodeURIComponent(externalId)}`)).body.data;
const rows = (sql: string): Promise<Record<string, unknown>[]> => askDatabase(app.databaseUrl, sql);
const countOf = async (table: string): Promise<number> =>
  Number((await rows(`SELECT count(*) AS n FROM ${table}`))[0]?.n);
const applicationsOf = (candidateId: string) =>
  rows(
    `SELECT external_id, job_id, job_title, status, stage FROM application WHERE candidate_id = '${candidateId}' ORDER BY external_id`,
  );

const application = (id: number, candidate: object, more: object = {}) => ({
  id,
  status: 'active',
  last_activity_at: '2026-01-02T10:00:00Z',
  jobs: [{ id: 7, name: 'Welder' }],
  candidate,
  ...more,
});
const greenhouse = (action: string, payload: object) => ({ action, payload });

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const timeless = (atsVectors() ?? []).filter(
  ({ now, ats }) => now === undefined && !['indeed-apply', 'teamtailor-company-v1'].includes(ats),
);

(hasAtsFiles() ? describe : describe.skip)('the deliveries of the contract, signed as they are', () => {
  it.each(timeless.map((vector) => [nameOf(vector), vector] as const))(
    '%s is taken',
    async (_name, vector: AtsVector) => {
      const connection = await connect(systemOf(vector), { secret: vector.secret });
      const answer = await post(connection, bodyOf(vector), vector.headers);
      expect(answer.body).toMatchObject({ status: expect.stringMatching(/^(accepted|ignored)$/) });
      const counts200 = ['greenhouse', 'recruitee', 'workable'].includes(systemOf(vector));
      const isPing = answer.body.reason === 'ping';
      expect(answer.status).toBe(counts200 || isPing ? 200 : 202);
    },
  );

  it('makes a person of an application, with the preferred address first', async () => {
    const [person] = await people('greenhouse:60304594');
    expect(person).toMatchObject({ name: 'Jane Smith', emails: ['person@example.com', 'person@work.com'] });
    expect(await applicationsOf(person.id)).toEqual([
      {
        external_id: '71980812',
        job_id: '274075',
        job_title: 'Data Scientist',
        status: 'active',
        stage: 'Preliminary Phone Screen',
      },
    ]);
  });

  it('keeps no birthday, photo, number or address of anybody', async () => {
    const kept = JSON.stringify(await rows(`SELECT event FROM hook_delivery`));
    for (const text of ['1970-01-01', '477233672', '555-555-5555', 'Test Street', 'Fake St.'])
      expect(kept).not.toContain(text);
  });

  it('teamtailor keeps nothing of what it is not asked for', async () => {
    const connection = await connect('teamtailor');
    const answer = await sendAs('teamtailor', connection, atsFile('teamtailor/partner_event.json').toString());
    expect(answer.body.status).toBe('accepted');
    const [person] = await people('teamtailor:54321');
    expect(person).toMatchObject({ name: 'Juston Becker', emails: ['applicant100@example.com'] });
    const everything = JSON.stringify([
      await rows(`SELECT event FROM hook_delivery`),
      await rows(`SELECT * FROM audit_event`),
    ]);
    for (const text of ['123456-7890', 'cloudinary', '+4670432121']) expect(everything).not.toContain(text);
  });
});

describe('setting a connection up', () => {
  it('makes a secret for systems that ask for one, and waits for that of others', async () => {
    const make = async (system: string) => (await app.call('POST', '/v1/connections', { body: { system } })).body;
    for (const system of ['greenhouse', 'ashby', 'huntflow'])
      expect((await make(system)).secret).toMatch(/^[\w-]{43}$/);
    for (const system of ['lever', 'workable', 'smartrecruiters', 'teamtailor', 'recruitee']) {
      expect(await make(system)).toMatchObject({ secret: null, secrets: [] });
    }
  });

  it('refuses everything until the secret is added', async () => {
    const { id } = (await app.call('POST', '/v1/connections', { body: { system: 'workable' } })).body;
    const event = { event_type: 'candidate_created', id: 'w', data: { id: 'c-1' } };
    expect((await sendAs('workable', id, event)).status).toBe(401);
    expect((await app.call('POST', `/v1/connections/${id}/secrets`, { body: {} })).body.code).toBe('secret-missing');
    await app.call('POST', `/v1/connections/${id}/secrets`, { body: { secret: SECRET } });
    expect((await sendAs('workable', id, event)).status).toBe(200);
  });

  it.each([
    ['a secret that is too short', { system: 'ashby', secret: 'short' }, 'invalid-secret'],
    ['an empty secret', { system: 'greenhouse', secret: '' }, 'invalid-secret'],
    ['old signatures of a system that has none', { system: 'ashby', legacySignatures: true }, 'setting-not-of-system'],
    [
      'a provider key of a system that sends none',
      { system: 'lever', providerKey: 'a-provider-key' },
      'setting-not-of-system',
    ],
  ])('refuses %s', async (_name, body, code) => {
    const answer = await app.call('POST', '/v1/connections', { body });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it.each<[string, string, Record<string, string>]>([
    ['greenhouse', '{"action":"ping","payload":{}}', {}],
    ['ashby', '{"action":"ping","data":{"webhookActionType":"ping"}}', {}],
    ['recruitee', '{"test":true}', {}],
    ['smartrecruiters', '', { 'x-hook-secret': 'echo-me-0123' }],
  ])('answers the test of %s before there is a secret, and creates nothing', async (system, body, headers) => {
    const { id } = (await app.call('POST', '/v1/connections', { body: { system } })).body;
    const before = [await countOf('candidate'), await countOf('hook_delivery')];
    const answer = await post(id, body, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-hook-secret')).toBe(headers['x-hook-secret'] ?? null);
    expect([await countOf('candidate'), await countOf('hook_delivery')]).toEqual(before);
  });

  it('judges the signature of a test that has one, and echoes to nobody else', async () => {
    const ashby = await connect('ashby');
    expect((await post(ashby, '{"action":"ping"}', { 'ashby-signature': `sha256=${'0'.repeat(64)}` })).status).toBe(
      401,
    );
    const other = await post(ashby, '', { 'x-hook-secret': 'echo-me-0123' });
    expect([other.status, other.headers.get('x-hook-secret')]).toEqual([401, null]);
    expect((await post('019388c2-7c5e-7b6e-9a5e-3f2d4c5b6a79', '{"test":true}')).status).toBe(404);
  });
});

describe('who may post', () => {
  const candidate = { id: 90_001, first_name: 'Never' };
  const event = greenhouse('update_candidate', { candidate });

  it('takes the original bytes and refuses the same JSON written anew under their signature', async () => {
    const connection = await connect('greenhouse');
    const original = '{"action":"x\\u003c","payload": {"path":"a\\/b"}}';
    const { headers } = signAs('greenhouse', original, { secret: SECRET });
    expect((await post(connection, original, headers)).status).toBe(200);
    const parsed = JSON.parse(original) as { action: string; payload: object };
    for (const again of [
      JSON.stringify(parsed),
      JSON.stringify({ payload: parsed.payload, action: parsed.action }),
      original.replace('\\/', '/'),
      original.replace('\\u003c', '<'),
    ])
      expect((await post(connection, again, headers)).status).toBe(401);
  });

  it('refuses the secret of one organization at the connection of another', async () => {
    const { anotherOrganization } = await import('../support/another-organization.js');
    const key = await anotherOrganization(app);
    const body = { system: 'greenhouse', secret: 'another-secret-of-b' };
    const theirs = (await app.call('POST', '/v1/connections', { body, key })).body.id;
    const before = await countOf('hook_delivery');
    expect((await sendAs('greenhouse', theirs, event)).status).toBe(401);
    expect(await countOf('hook_delivery')).toBe(before);
    expect((await app.call('GET', '/v1/candidates', { key })).body.data).toEqual([]);
  });

  it('takes the old secret for 24 hours after a change, and not longer', async () => {
    const connection = await connect('ashby');
    await app.call('POST', `/v1/connections/${connection}/secrets`, { body: { secret: 'the-newer-secret' } });
    const unknown = () => ({ action: 'x', webhookActionId: `a-${next()}` });
    expect((await sendAs('ashby', connection, unknown())).status).toBe(202);
    expect((await sendAs('ashby', connection, unknown(), { secret: 'the-newer-secret' })).status).toBe(202);
    await rows(
      `UPDATE connection SET secrets = jsonb_set(secrets, '{0,expiresAt}', '"2020-01-01T00:00:00Z"') WHERE id = '${connection}'`,
    );
    expect((await sendAs('ashby', connection, unknown())).status).toBe(401);
  });

  it.each(['smartrecruiters', 'lever', 'teamtailor'])(
    'refuses what %s signed 301 seconds ago or ahead',
    async (system) => {
      const connection = await connect(system);
      const bodies: Record<string, object> = {
        smartrecruiters: { candidate_id: 'late', job_id: 'j' },
        lever: { event: 'candidateDeleted', data: { contactId: 'late' } },
        teamtailor: { payload: { event_name: 'x', data: { id: '1' } } },
      };
      const body = bodies[system] ?? {};
      const now = Math.floor(Date.now() / 1000);
      for (const seconds of [now - 302, now + 303]) {
        const answer = await sendAs(system, connection, body, { seconds });
        expect([answer.status, answer.body.code]).toEqual([401, 'timestamp-out-of-tolerance']);
      }
      expect((await sendAs(system, connection, body, { seconds: now - 200 })).status).toBe(202);
    },
  );

  it.each<[string, string, object, (headers: Record<string, string>) => Record<string, string>]>([
    ['smartrecruiters', 'a negative time', {}, (sent) => ({ ...sent, 'smartrecruiters-timestamp': '-1' })],
    ['smartrecruiters', 'NaN', {}, (sent) => ({ ...sent, 'smartrecruiters-timestamp': 'NaN' })],
    [
      'smartrecruiters',
      'two times',
      {},
      (sent) => ({
        ...sent,
        'smartrecruiters-timestamp': `${sent['smartrecruiters-timestamp']}, ${sent['smartrecruiters-timestamp']}`,
      }),
    ],
    [
      'teamtailor',
      'a negative time',
      { payload: { event_name: 'x', data: { id: '1' } } },
      (sent) => ({
        ...sent,
        'tt-signature': Buffer.from(
          Buffer.from(sent['tt-signature'] ?? '', 'base64')
            .toString()
            .replace(/t=/, 't=-'),
        ).toString('base64'),
      }),
    ],
    ['greenhouse', 'an empty signature', { action: 'ping' }, (sent) => ({ ...sent, signature: '' })],
    [
      'greenhouse',
      'a signature of 10 kB',
      { action: 'x' },
      (sent) => ({ ...sent, signature: `sha256 ${'a'.repeat(10_000)}` }),
    ],
    [
      'greenhouse',
      'one that is not hex',
      { action: 'x' },
      (sent) => ({ ...sent, signature: `sha256 ${'z'.repeat(64)}` }),
    ],
    [
      'greenhouse',
      'one of 63 digits',
      { action: 'x' },
      (sent) => ({ ...sent, signature: sent.signature?.slice(0, -1) ?? '' }),
    ],
    [
      'greenhouse',
      'upper case',
      { action: 'x' },
      (sent) => ({ ...sent, signature: (sent.signature ?? '').replace(/\S+$/, (digest) => digest.toUpperCase()) }),
    ],
    [
      'ashby',
      'bare hex',
      { action: 'x' },
      (sent) => ({ ...sent, 'ashby-signature': (sent['ashby-signature'] ?? '').slice(7) }),
    ],
  ])('refuses from %s %s with 401', async (system, _what, body, change) => {
    const connection = await connect(system);
    const signed = signAs(system, body, { secret: SECRET });
    const sent = { key: null, body: signed.body };
    const answer = await app.call('POST', `/v1/hooks/${connection}`, { ...sent, headers: change(signed.headers) });
    expect([answer.status, answer.body.code]).toEqual([401, 'invalid-signature']);
  });

  it('refuses a header of 1 MB before it is looked at', async () => {
    const connection = await connect('greenhouse');
    const headers = { signature: `sha256 ${'a'.repeat(1_000_000)}` };
    const answer = await app
      .call('POST', `/v1/hooks/${connection}`, { key: null, body: '{}', headers })
      .catch(() => undefined);
    // The server may close the connection while the header is still being sent.
    expect([431, undefined]).toContain(answer?.status);
    expect((await app.call('GET', '/health/live', { key: null })).status).toBe(200);
  });

  it('asks for the provider key where one was agreed', async () => {
    const connection = await connect('teamtailor', { providerKey: 'a-provider-key' });
    const body = { 'partner-event': { id: `p-${next()}`, candidate: { id: 1 } } };
    expect((await sendAs('teamtailor', connection, body)).status).toBe(401);
    expect((await sendAs('teamtailor', connection, body, { headers: { authorization: 'Bearer other' } })).status).toBe(
      401,
    );
    expect(
      (await sendAs('teamtailor', connection, body, { headers: { authorization: 'Bearer a-provider-key' } })).status,
    ).toBe(202);
    const shown = JSON.stringify((await app.call('GET', `/v1/connections/${connection}`)).body);
    expect(shown).toContain('"hasProviderKey":true');
    expect(shown).not.toContain('a-provider-key');
  });
});

describe('deliveries that come again', () => {
  it('count once, 50 at the same time, with the same answer', async () => {
    const connection = await connect('greenhouse');
    const id = next();
    const event = greenhouse('new_candidate_application', {
      application: application(id, { id: 800_000 + id, first_name: 'Once' }),
    });
    const before = [await countOf('candidate'), await countOf('hook_delivery')];
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => sendAs('greenhouse', connection, event, { id: `e-${id}` })),
    );
    expect(new Set(answers.map((answer) => `${answer.status} ${JSON.stringify(answer.body)}`)).size).toBe(1);
    expect(answers.filter((answer) => answer.headers.get('idempotent-replay') === 'true')).toHaveLength(49);
    expect([await countOf('candidate'), await countOf('hook_delivery')]).toEqual(before.map((count) => count + 1));
  });

  it('with another body under the same id are refused and written down', async () => {
    const connection = await connect('greenhouse');
    const event = (name: string) => greenhouse('update_candidate', { candidate: { id: 810_000, first_name: name } });
    expect((await sendAs('greenhouse', connection, event('First'), { id: 'same' })).status).toBe(200);
    const second = await sendAs('greenhouse', connection, event('Second'), { id: 'same' });
    expect([second.status, second.body.code]).toEqual([409, 'delivery-id-reused']);
    expect((await people('greenhouse:810000'))[0].name).toBe('First');
    const { data } = (await app.call('GET', '/v1/audit-events?action=hook.delivery-id-reused')).body;
    expect(data.map((e: Answer['body']) => e.target.id)).toContain(connection);
  });

  it('under a new id that nobody signed are the same delivery', async () => {
    const connection = await connect('greenhouse');
    const event = greenhouse('update_candidate', { candidate: { id: 820_000, first_name: 'Replayed' } });
    const first = await sendAs('greenhouse', connection, event, { id: 'one' });
    const again = await sendAs('greenhouse', connection, event, { id: 'two' });
    expect([again.status, again.headers.get('idempotent-replay')]).toEqual([200, 'true']);
    expect(again.body.candidateId).toBe(first.body.candidateId);
  });

  it('of lever with a known token say something else only when they are forged', async () => {
    const connection = await connect('lever');
    const event = (contactId: string) => ({ event: 'applicationCreated', data: { contactId, opportunityId: 'o' } });
    const sent = signAs('lever', event('lever-1'), { secret: SECRET, id: 'token-1' });
    expect((await post(connection, sent.body)).status).toBe(202);
    expect((await post(connection, sent.body)).headers.get('idempotent-replay')).toBe('true');
    const forged = { ...(JSON.parse(sent.body) as object), ...event('lever-2') };
    expect((await post(connection, JSON.stringify(forged))).status).toBe(401);
    expect(await people('lever:lever-2')).toEqual([]);
  });

  it('of recruitee are known again although they count their tries', async () => {
    const connection = await connect('recruitee');
    const event = (attempt_count: number) => ({
      id: 77,
      attempt_count,
      created_at: '2026-01-01T00:00:00Z',
      event_type: 'candidate_created',
      payload: { candidate: { id: 88, name: 'Try' } },
    });
    expect((await sendAs('recruitee', connection, event(1))).status).toBe(200);
    const again = await sendAs('recruitee', connection, event(2));
    expect([again.status, again.headers.get('idempotent-replay')]).toEqual([200, 'true']);
  });
});

describe('what is posted', () => {
  it.each<[string, string, number, string]>([
    ['no JSON', '{"action":', 400, 'invalid-json'],
    ['a list', '[]', 400, 'validation-failed'],
    ['duplicate keys', '{"action":"ping","action":"ping"}', 400, 'duplicate-key'],
    ['10,000 levels', `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'json-too-deep'],
    ['a number beyond a double', '{"action":"x","n":1e400}', 400, 'number-out-of-range'],
    ['half a surrogate pair', '{"action":"\\ud800"}', 400, 'invalid-string'],
    ['NUL', '{"action":"\\u0000"}', 400, 'invalid-string'],
    ['a byte order mark', '\ufeff{"action":"ping"}', 400, 'invalid-json'],
    ['keys of prototypes', '{"action":"x","__proto__":{"a":1}}', 400, 'forbidden-key'],
    ['an event about nobody', '{"action":"update_candidate","payload":{}}', 400, 'validation-failed'],
  ])('is refused when it is %s, and leaves nothing', async (_name, body, status, code) => {
    const connection = await connect('greenhouse');
    const before = await countOf('hook_delivery');
    const answer = await sendAs('greenhouse', connection, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await countOf('hook_delivery')).toBe(before);
  });

  it('is read with 100,000 keys, and refused above 1 MiB', async () => {
    const connection = await connect('greenhouse');
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, 0]));
    const text = JSON.stringify({ action: 'unknown', ...keys });
    expect((await sendAs('greenhouse', connection, text.slice(0, 1024 * 1024))).status).toBeLessThan(500);
    expect((await sendAs('greenhouse', connection, `{"action":"${'x'.repeat(1024 * 1024)}"}`)).status).toBe(413);
  });

  it('is text and nothing more, whatever it looks like', async () => {
    const connection = await connect('greenhouse');
    const names = [
      "'; DROP TABLE candidate; --",
      '{{7*7}}',
      '<img onerror=alert(1)>',
      '=HYPERLINK("x")',
      'a\u202eb\u200bc',
      'two\r\nlines',
    ];
    for (const [i, name] of names.entries()) {
      const candidate = { id: 830_000 + i, first_name: name };
      expect((await sendAs('greenhouse', connection, greenhouse('update_candidate', { candidate }))).status).toBe(200);
      expect((await people(`greenhouse:${830_000 + i}`))[0].name).toBe(name.replace('\r\n', ' '));
    }
  });
});

describe('what events do', () => {
  let connection: string;
  const gh = (action: string, payload: object) => sendAs('greenhouse', connection, greenhouse(action, payload));
  const appEvent = (action: string, app: object) => gh(action, { application: app });

  beforeAll(async () => {
    connection = await connect('greenhouse');
  });

  it('application created, moved, hired: the application follows, also when they come in another order', async () => {
    const person = { id: 910_001, first_name: 'Order' };
    const at = (hour: number, more: object) =>
      application(910_101, person, { last_activity_at: `2026-01-02T0${hour}:00:00Z`, ...more });
    await appEvent('hire_candidate', at(3, { status: 'hired', current_stage: { name: 'Offer' } }));
    await appEvent('new_candidate_application', at(1, { current_stage: { name: 'Applied' } }));
    await appEvent('candidate_stage_change', at(2, { current_stage: { name: 'Interview' } }));
    const [found] = await people('greenhouse:910001');
    expect(await applicationsOf(found.id)).toEqual([
      { external_id: '910101', job_id: '7', job_title: 'Welder', status: 'hired', stage: 'Offer' },
    ]);
  });

  it('application rejected and taken back', async () => {
    const person = { id: 910_002 };
    await appEvent('reject_candidate', application(910_102, person, { status: 'rejected' }));
    const [found] = await people('greenhouse:910002');
    expect((await applicationsOf(found.id))[0]?.status).toBe('rejected');
    await appEvent('unreject_candidate', application(910_102, person, { last_activity_at: '2026-01-03T10:00:00Z' }));
    expect((await applicationsOf(found.id))[0]?.status).toBe('active');
  });

  it('application deleted: withdrawn, also when the deletion comes first, and nobody is made up', async () => {
    await gh('delete_application', { application: { id: 910_103, candidate_id: 910_003, job_id: 7 } });
    expect(await people('greenhouse:910003')).toEqual([]);
    await appEvent('new_candidate_application', application(910_103, { id: 910_003 }));
    const [found] = await people('greenhouse:910003');
    expect(await applicationsOf(found.id)).toEqual([]);
    await appEvent('new_candidate_application', application(910_104, { id: 910_003 }));
    await gh('delete_application', { application: { id: 910_104, candidate_id: 910_003, job_id: 7 } });
    expect((await applicationsOf(found.id)).map(({ status }) => status)).toEqual(['withdrawn']);
  });

  it.each(['both known', 'the merge first', 'the remaining record first'])(
    'candidates merged, %s: one person under both ids',
    async (order) => {
      const base = 920_000 + next() * 10;
      const [from, into] = [base, base + 1];
      const create = (id: number) =>
        gh('update_candidate', {
          candidate: { id, first_name: `P${id}`, email_addresses: [{ value: `p${id}@b.example` }] },
        });
      const merge = () => gh('merge_candidate', { person: { id: from, first_name: 'Jack', new_candidate_id: into } });
      const steps =
        order === 'both known'
          ? [() => create(from), () => create(into), merge]
          : order === 'the merge first'
            ? [merge, () => create(from), () => create(into)]
            : [() => create(into), merge, () => create(from)];
      for (const step of steps) expect((await step()).body.status).toBe('accepted');
      const [a, b] = [await people(`greenhouse:${from}`), await people(`greenhouse:${into}`)];
      expect([a.length, b.length, a[0].id]).toEqual([1, 1, b[0].id]);
    },
  );

  it('candidate anonymized: the fields named are cleared, and older events do not bring them back', async () => {
    const candidate = { id: 930_001, first_name: 'Known', email_addresses: [{ value: 'k@b.example' }] };
    await gh('update_candidate', { candidate });
    await gh('candidate_anonymized', { candidate_id: 930_001, anonymized_fields: ['full_name', 'current_title'] });
    const late = application(930_101, candidate, { last_activity_at: '2026-01-01T00:00:00Z' });
    await appEvent('new_candidate_application', late);
    const [found] = await people('greenhouse:930001');
    expect([found.name, found.emails]).toEqual([null, ['k@b.example']]);
    expect(
      JSON.stringify(
        await rows(
          `SELECT event FROM hook_delivery WHERE candidate_id = '${found.id}' AND received_at < now() - interval '0 s' AND event_type = 'candidate.updated'`,
        ),
      ),
    ).not.toContain('Known');
  });

  it('candidate anonymized in what cannot be told apart here, or deleted: erased, with what was said of them', async () => {
    for (const [id, erase] of [
      [
        930_002,
        () => gh('candidate_anonymized', { candidate_id: 930_002, anonymized_fields: ['full_name', 'a_new_field'] }),
      ],
      [930_003, () => gh('delete_candidate', { person: { id: 930_003 } })],
    ] as const) {
      const created = await gh('update_candidate', { candidate: { id, first_name: `Gone${id}` } });
      await erase();
      expect((await app.call('GET', `/v1/candidates/${created.body.candidateId}`)).status).toBe(410);
      expect(JSON.stringify(await rows(`SELECT event FROM hook_delivery`))).not.toContain(`Gone${id}`);
    }
  });

  it('job changed: applications show its new title, and nothing else happens to them', async () => {
    await appEvent(
      'new_candidate_application',
      application(940_101, { id: 940_001 }, { jobs: [{ id: 9_401, name: 'Old' }] }),
    );
    const job = await gh('job_updated', {
      job: { id: 9_401, name: 'New', status: 'closed', updated_at: '2026-02-01T00:00:00Z' },
    });
    expect(job.body).toMatchObject({ status: 'accepted', candidateId: null });
    const older = await gh('job_updated', { job: { id: 9_401, name: 'Older', updated_at: '2026-01-01T00:00:00Z' } });
    expect(older.body).toMatchObject({ status: 'ignored', reason: 'older-than-known' });
    const [found] = await people('greenhouse:940001');
    expect((await applicationsOf(found.id))[0]).toMatchObject({ job_title: 'New', status: 'active' });
  });

  it('credentials are found in files and fields, each once', async () => {
    const candidate = {
      id: 950_001,
      attachments: [
        { filename: 'badge.png', url: 'https://files.example.org/badge.png?sig=1', type: 'attachment' },
        { filename: 'cv.pdf', url: 'https://files.example.org/cv.pdf', type: 'resume' },
      ],
      custom_fields: { wallet: { name: 'Credence', type: 'url', value: 'https://wallet.example.org/vc/1' } },
    };
    const first = await gh('update_candidate', { candidate });
    expect(first.body.credentials).toHaveLength(2);
    const again = await gh('update_candidate', { candidate: { ...candidate, title: 'x' } });
    expect(again.body.credentials.map((c: Answer['body']) => c.duplicate)).toEqual([true, true]);
  });

  it('ashby: a hire, whose three events meet in one application', async () => {
    const ashby = await connect('ashby');
    const data = (stage: string, status: string) => ({
      application: {
        id: 'app-1',
        status,
        updatedAt: '2026-01-02T10:00:00Z',
        job: { id: 'j-1', title: 'Welder' },
        candidate: { id: 'cand-1', name: 'Three' },
        currentInterviewStage: { title: stage },
      },
    });
    for (const action of ['candidateHire', 'candidateStageChange', 'applicationUpdate']) {
      await sendAs('ashby', ashby, { action, data: data('Hired', 'Hired'), webhookActionId: `three-${action}` });
    }
    const [found] = await people('ashby:cand-1');
    expect(await applicationsOf(found.id)).toEqual([
      { external_id: 'app-1', job_id: 'j-1', job_title: 'Welder', status: 'hired', stage: 'Hired' },
    ]);
  });
});
