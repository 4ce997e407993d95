import { openBadge } from '../../demo/world/badge.js';
import { didKeyIssuer } from '../../demo/world/issuer.js';
import { askDatabase } from '../support/ask-database.js';
import { type AtsAnswer, type AtsStandIn, startAtsStandIn } from '../support/ats-stand-in.js';
import { atsFile, hasAtsFiles } from '../support/ats-vectors.js';
import { type Answer, startTestApp, type TestApp } from '../support/running-app.js';
import { signAs } from '../support/sign-as.js';
import { eventually } from '../support/eventually.js';

const KEY = '0d031d8227eafa61dc375a6c2e067e24';
const TOKEN = 'a-token-of-the-ats';
const EMAIL = 'hpotter@hogwarts.example';

let app: TestApp;
let ats: AtsStandIn;
/** What the stand-in answers at a path, one after the other; 200 when there is no more. */
const answers = new Map<string, AtsAnswer[]>();
let profileId: string;
let candidateId: string;

const basic = (user: string): string => `Basic ${Buffer.from(`${user}:`).toString('base64')}`;
const connect = async (system: string, more: object = {}): Promise<string> => {
  const body = { system, secret: KEY, apiToken: TOKEN, apiUrl: ats.url, ...more };
  const answer = await app.call('POST', '/v1/connections', { body });
  expect(answer.status).toBe(201);
  return answer.body.id;
};
const ask = (method: string, path: string, body?: unknown, authorization = basic(KEY)): Promise<Answer> =>
  app.call(method, path, {
    key: null,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body !== undefined && { body }),
  });

const DRAFT = {
  title: 'Forklift operator',
  requirements: [{ competencyUri: 'urn:credence:starter:forklift-operation', importance: 'must', weight: 10 }],
};

/** Assessed without evidence 85 percent proof, issuer known 70 percent trust: strength floor(85 x 70 / 100) = 59. */
const SCORE = 59;

beforeAll(async () => {
  app = await startTestApp({ allowLoopback: true });
  ats = await startAtsStandIn(({ path }) => answers.get(path)?.shift() ?? { status: 200 });
  await app.settle();
  const profile = await app.call('POST', '/v1/role-profiles', { body: DRAFT });
  profileId = profile.body.id;
  const published = await app.call('POST', `/v1/role-profiles/${profileId}/publish`, {
    headers: { 'if-match': profile.headers.get('etag') ?? '' },
  });
  expect(published.status).toBeLessThan(300);
  const person = { externalIds: [{ system: 'greenhouse', id: '17681532' }], name: 'Harry Potter', emails: [EMAIL] };
  candidateId = (await app.call('POST', '/v1/candidates', { body: person })).body.id;
  const at = new Date('2026-01-01T00:00:00Z');
  const issuer = await didKeyIssuer('Academy', 'eddsa-rdfc-2022');
  const badge = openBadge('urn:badge:1', issuer, {
    title: 'Forklift',
    skill: { name: 'Forklift operation', url: 'urn:credence:starter:forklift-operation' },
    type: 'Assessment',
    recipientEmail: EMAIL,
    validFrom: at,
  });
  const { body, contentType } = await issuer.sign(badge, at);
  await app.call('POST', `/v1/candidates/${candidateId}/credentials`, {
    body,
    headers: { 'content-type': contentType },
  });
  await app.settle();
});
afterAll(async () => {
  await app?.stop();
  await ats?.close();
});
beforeEach(() => {
  ats.requests.length = 0;
});

const ranked = async (id: string): Promise<Answer['body']> =>
  (await app.call('GET', `/v1/role-profiles/${profileId}/ranking/${id}`)).body;

describe('the contract of Greenhouse', () => {
  let base: string;
  const sendTest = (n: number, more: object = {}) => ({
    partner_test_id: profileId,
    candidate: {
      first_name: 'Harry',
      last_name: 'Potter',
      email: EMAIL,
      phone_number: '123-456-7890',
      greenhouse_profile_url: 'https://app.greenhouse.io/people/17681532?application_id=26234709',
    },
    url: `${ats.url}/take_home_tests/${n}`,
    ...more,
  });

  beforeAll(async () => {
    base = `/v1/partners/greenhouse/${await connect('greenhouse')}`;
  });

  it('lists the published role profiles as tests', async () => {
    const draft = await app.call('POST', '/v1/role-profiles', { body: { ...DRAFT, title: 'A draft' } });
    expect(draft.status).toBe(201);
    const { status, body } = await ask('GET', `${base}/list_tests`);
    expect([status, body]).toEqual([200, [{ partner_test_id: profileId, partner_test_name: 'Forklift operator' }]]);
  });

  it('goes from send_test to the score of the ranking, with the link to the explanation', async () => {
    const sent = await ask('POST', `${base}/send_test`, sendTest(1));
    expect(sent.status).toBe(200);
    const id = sent.body.partner_interview_id;
    expect((await ask('GET', `${base}/test_status?partner_interview_id=${id}`)).body.partner_status).toBe('pending');
    await eventually(() => ats.requests.length > 0);
    expect(ats.requests[0]).toMatchObject({ method: 'PATCH', path: '/take_home_tests/1', body: '' });
    expect(ats.requests[0]?.headers.authorization).toBe(basic(KEY));
    const { body } = await ask('GET', `${base}/test_status?partner_interview_id=${id}`);
    expect(body).toMatchObject({ partner_status: 'complete', partner_score: SCORE });
    expect(body.partner_score).toBe(Number((await ranked(candidateId)).scorePercent));
    expect(body.partner_profile_url).toBe(`${app.baseUrl}/v1/role-profiles/${profileId}/ranking/${candidateId}`);
    for (const value of Object.values(body.metadata)) expect(typeof value).toBe('string');
  });

  it('starts nothing new when the same is sent again', async () => {
    const [first, again] = [
      await ask('POST', `${base}/send_test`, sendTest(2)),
      await ask('POST', `${base}/send_test`, sendTest(2)),
    ];
    expect(again.body).toEqual(first.body);
  });

  it('tells again when the HR system asks to wait or fails, and gives up when it refuses', async () => {
    answers.set('/take_home_tests/3', [{ status: 429, headers: { 'retry-after': '0' } }, { status: 503 }]);
    answers.set('/take_home_tests/4', [{ status: 410 }]);
    await ask('POST', `${base}/send_test`, sendTest(3));
    await eventually(() => ats.requests.filter(({ path }) => path.endsWith('/3')).length === 3);
    const { body } = await ask('POST', `${base}/send_test`, sendTest(4));
    await eventually(
      async () =>
        (
          await askDatabase(app.databaseUrl, `SELECT problem FROM assessment WHERE id = '${body.partner_interview_id}'`)
        )[0]?.problem === 'refused-with-410',
    );
  });

  it('makes a person of a candidate that was not known', async () => {
    const candidate = {
      first_name: 'Luna',
      last_name: 'L',
      email: 'luna@hogwarts.example',
      greenhouse_profile_url: 'https://app.greenhouse.io/people/9?application_id=1',
    };
    const sent = await ask('POST', `${base}/send_test`, sendTest(5, { candidate }));
    await eventually(() => ats.requests.some(({ path }) => path.endsWith('/5')));
    const { body } = await ask('GET', `${base}/test_status?partner_interview_id=${sent.body.partner_interview_id}`);
    expect(body).toMatchObject({ partner_status: 'complete', partner_score: 0 });
    const [person] = (await app.call('GET', '/v1/candidates?externalId=greenhouse:9')).body.data;
    expect(person).toMatchObject({ name: 'Luna L', emails: ['luna@hogwarts.example'] });
  });

  it('ends also for a person who was erased meanwhile', async () => {
    const candidate = { email: 'gone@hogwarts.example' };
    const sent = await ask('POST', `${base}/send_test`, sendTest(6, { candidate }));
    const [person] = (await app.call('GET', '/v1/candidates?externalId=email:gone@hogwarts.example')).body.data;
    await app.call('DELETE', `/v1/candidates/${person.id}`);
    await eventually(() => ats.requests.some(({ path }) => path.endsWith('/6')));
    const { body } = await ask('GET', `${base}/test_status?partner_interview_id=${sent.body.partner_interview_id}`);
    expect(body).toMatchObject({ partner_status: 'complete', metadata: { Notes: 'No score: candidate-erased' } });
    expect(body.partner_score).toBeUndefined();
  });

  it('accepts what Greenhouse finds wrong', async () => {
    const sent = await ask('POST', `${base}/send_test`, sendTest(7));
    const report = {
      api_call: 'test_status',
      errors: ['url is missing'],
      partner_interview_id: sent.body.partner_interview_id,
    };
    expect((await ask('POST', `${base}/response_error`, report)).status).toBe(200);
    expect((await ask('POST', `${base}/response_error`, { ...report, partner_interview_id: 'unknown' })).status).toBe(
      200,
    );
    if (hasAtsFiles()) {
      expect(
        (await ask('POST', `${base}/response_error`, atsFile('greenhouse-assessment/response_error.request.json')))
          .status,
      ).toBe(200);
    }
  });

  it.each<[string, object, number, string]>([
    ['an unknown test', { partner_test_id: '12345' }, 404, 'role-profile-not-found'],
    ['an address that is not of Greenhouse', { url: 'https://attacker.example/x' }, 422, 'callback-not-of-vendor'],
    ['an address that is none', { url: 'x' }, 400, 'validation-failed'],
    ['nobody', { candidate: {} }, 400, 'validation-failed'],
  ])('refuses %s', async (_name, change, status, code) => {
    const answer = await ask('POST', `${base}/send_test`, sendTest(8, change));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('opens with a live secret of this connection and with nothing else', async () => {
    const other = await connect('greenhouse', { secret: 'another-secret' });
    for (const authorization of [basic('wrong-key'), `Bearer ${KEY}`, 'Basic', `Basic ${'A'.repeat(5000)}`, '']) {
      expect((await ask('GET', `${base}/list_tests`, undefined, authorization)).status).toBe(401);
    }
    expect((await ask('GET', `/v1/partners/greenhouse/${other}/list_tests`)).status).toBe(401);
    expect((await ask('GET', `/v1/partners/greenhouse/x/list_tests`)).status).toBe(401);
    expect((await ask('POST', base.replace('greenhouse', 'ashby') + '/assessment.list', {})).status).toBe(401);
  });
});

describe('the contract of Ashby', () => {
  let base: string;
  const start = (n: number) => ({
    assessment_type_id: profileId,
    candidate: { ashby_id: `ashby-${n}`, first_name: 'Ada', last_name: 'Li', email: `ada${n}@b.example` },
    application: { ashby_id: `app-${n}` },
  });

  beforeAll(async () => {
    base = `/v1/partners/ashby/${await connect('ashby')}`;
  });

  it('goes from list and start to an update with the score', async () => {
    expect((await ask('POST', `${base}/assessment.list`, {})).body).toEqual({
      success: true,
      results: [{ assessment_type_id: profileId, name: 'Forklift operator' }],
    });
    const started = await ask('POST', `${base}/assessment.start`, start(1));
    expect(started.body.success).toBe(true);
    const isUpdate = ({ path }: { path: string }): boolean => path === '/assessment.update';
    await eventually(() => ats.requests.some(isUpdate));
    const update = ats.requests.find(isUpdate);
    expect([update?.method, update?.path, update?.headers.authorization]).toEqual([
      'POST',
      '/assessment.update',
      basic(TOKEN),
    ]);
    const [person] = (await app.call('GET', '/v1/candidates?externalId=ashby:ashby-1')).body.data;
    expect(JSON.parse(update?.body ?? '')).toMatchObject({
      assessment_id: started.body.results.assessment_id,
      timestamp: expect.any(Number),
      assessment_profile_url: {
        type: 'url',
        value: `${app.baseUrl}/v1/role-profiles/${profileId}/ranking/${person.id}`,
      },
      assessment_status: { type: 'string', value: 'Completed' },
      assessment_result: { type: 'numeric_score', value: 0 },
      metadata: [{ type: 'numeric_score', value: 100 }],
    });
  });

  it('tells the recruiter why one cannot be started', async () => {
    const unknown = { ...start(9), assessment_type_id: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001' };
    const { status, body } = await ask('POST', `${base}/assessment.start`, unknown);
    expect([status, body.code]).toEqual([422, 'cannot-start-assessment']);
    expect(body.message).toBe(body.detail);
    expect(body.message).toMatch(/role profile/);
  });

  it('gives up what is cancelled, and tells nothing of it', async () => {
    const { body } = await ask('POST', `${base}/assessment.start`, start(2));
    const id = body.results.assessment_id;
    expect((await ask('POST', `${base}/assessment.cancel`, { assessment_id: id })).body.success).toBe(true);
    const other = (await ask('POST', `${base}/assessment.start`, start(3))).body.results.assessment_id;
    await eventually(() => ats.requests.some((request) => request.body.includes(other)));
    expect(ats.requests.some((request) => request.body.includes(id))).toBe(false);
    expect((await ask('POST', `${base}/assessment.cancel`, { assessment_id: 'unknown' })).status).toBe(404);
  });
});

describe('the contract of Teamtailor', () => {
  it('goes from the event to the result, told at its own address', async () => {
    const connection = await connect('teamtailor', { providerKey: 'a-provider-key' });
    const event = {
      'partner-event': {
        id: 'tt-1',
        'webhook-data': { test: profileId },
        'partner-result': {
          id: 'result-1',
          status: 'sending',
          'update-url': `${ats.url}/partner/v1/partner-results/result-1`,
        },
        candidate: {
          id: 54321,
          'first-name': 'Juston',
          'last-name': 'Becker',
          email: 'applicant100@b.example',
          job: { id: 1 },
        },
      },
    };
    const signed = signAs('teamtailor', event, { secret: KEY, headers: { authorization: 'Bearer a-provider-key' } });
    const answer = await app.call('POST', `/v1/hooks/${connection}`, {
      key: null,
      body: signed.body,
      headers: signed.headers,
    });
    expect([answer.status, answer.body.status]).toEqual([202, 'accepted']);
    const isResult = ({ path }: { path: string }): boolean => path === '/partner/v1/partner-results/result-1';
    await eventually(() => ats.requests.some(isResult));
    const update = ats.requests.find(isResult);
    expect(update?.method).toBe('PUT');
    expect(update?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/vnd.api+json',
    });
    expect(JSON.parse(update?.body ?? '').data).toMatchObject({
      type: 'partner-results',
      id: 'result-1',
      attributes: {
        status: 'completed',
        assessment: { score: 0 },
        url: expect.stringContaining(`/ranking/${answer.body.candidateId}`),
      },
    });
  });

  it('refuses an event whose result would go to somebody else', async () => {
    const connection = await connect('teamtailor');
    const event = {
      'partner-event': {
        id: 'tt-2',
        'webhook-data': { test: profileId },
        'partner-result': { id: 'result-2', 'update-url': 'https://attacker.example/partner-results/2' },
        candidate: { id: 54322 },
      },
    };
    const signed = signAs('teamtailor', event, { secret: KEY });
    const answer = await app.call('POST', `/v1/hooks/${connection}`, {
      key: null,
      body: signed.body,
      headers: signed.headers,
    });
    expect(answer.body).toMatchObject({ status: 'rejected', problem: { code: 'callback-not-of-vendor' } });
    expect((await app.call('GET', '/v1/candidates?externalId=teamtailor:54322')).body.data).toEqual([]);
  });
});

describe('deliveries', () => {
  it('are listed with what was read of them, and run again one by one and by time', async () => {
    const connection = await connect('greenhouse');
    const send = (n: number, first_name: string) => {
      const signed = signAs(
        'greenhouse',
        { action: 'update_candidate', payload: { candidate: { id: n, first_name } } },
        { secret: KEY, id: `d-${n}` },
      );
      return app.call('POST', `/v1/hooks/${connection}`, { key: null, body: signed.body, headers: signed.headers });
    };
    const start = new Date(Date.now() - 60_000).toISOString();
    const taken = await send(990_001, 'Run');
    await send(990_002, 'Again');
    const path = `/v1/connections/${connection}/deliveries`;
    const { body } = await app.call('GET', path);
    expect(body.data.map((d: Answer['body']) => d.deliveryId)).toEqual(['d-990002', 'd-990001']);
    expect(body.data[1]).toMatchObject({
      state: 'accepted',
      attempts: 1,
      eventType: 'candidate.updated',
      result: { candidateId: taken.body.candidateId },
      event: { candidate: { externalIds: [{ system: 'greenhouse', id: '990001' }], name: 'Run' } },
    });
    expect((await app.call('GET', `${path}?state=rejected`)).body.data).toEqual([]);
    expect((await app.call('GET', `${path}?limit=1`)).body.nextCursor).toEqual(expect.any(String));
    const again = await app.call('POST', `${path}/${body.data[1].id}/rerun`);
    expect([again.status, again.body.attempts]).toEqual([200, 2]);
    const range = { from: start, to: new Date(Date.now() + 60_000).toISOString() };
    const both = await app.call('POST', `${path}/rerun`, { body: range });
    expect(both.body).toMatchObject({ data: [{ status: 'accepted' }, { status: 'accepted' }], nextAfter: null });
    expect((await app.call('GET', '/v1/candidates?externalId=greenhouse:990001')).body.data).toHaveLength(1);
    await app.call('DELETE', `/v1/candidates/${taken.body.candidateId}`);
    const gone = await app.call('POST', `${path}/${body.data[1].id}/rerun`);
    expect([gone.status, gone.body.code]).toEqual([409, 'nothing-to-run']);
  });

  it('belong to their organization and its admins', async () => {
    const { anotherOrganization } = await import('../support/another-organization.js');
    const key = await anotherOrganization(app);
    const connection = await connect('greenhouse');
    expect((await app.call('GET', `/v1/connections/${connection}/deliveries`, { key })).status).toBe(404);
    expect((await app.call('PATCH', `/v1/connections/${connection}`, { key, body: { apiToken: null } })).status).toBe(
      404,
    );
  });
});

describe('settings', () => {
  it('are changed one by one, and tokens are never shown', async () => {
    const id = await connect('lever');
    const path = `/v1/connections/${id}`;
    const cleared = await app.call('PATCH', path, { body: { apiUrl: null } });
    expect(cleared.body).toMatchObject({ hasApiToken: true, apiUrl: null });
    expect(JSON.stringify([cleared.body, (await app.call('GET', path)).body])).not.toContain(TOKEN);
    const refused = await app.call('PATCH', path, { body: { apiUrl: 'https://169.254.169.254/latest' } });
    expect([refused.status, refused.body.code]).toEqual([422, 'api-url-refused']);
  });
});
