import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type TestApp } from '../support/running-app.js';
import { signAs } from '../support/sign-as.js';
import { eventually } from '../support/eventually.js';

const SECRET = 'a-signing-secret-of-the-test';
const TOKEN = 'an-api-token-of-the-ats';
const PROVIDER = 'a-provider-key-of-the-ats';
const KEY = Buffer.alloc(32, 9).toString('base64');

describe('secrets that are needed again', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ environment: { SECRETS_KEY: KEY } });
  });
  afterAll(() => app.stop());

  const stored = async (): Promise<string> =>
    JSON.stringify([
      await askDatabase(app.databaseUrl, 'SELECT secrets, settings FROM connection'),
      await askDatabase(app.databaseUrl, 'SELECT secrets FROM webhook_endpoint'),
    ]);

  it('are nowhere in the database, and work', async () => {
    const given = { system: 'teamtailor', secret: SECRET, apiToken: TOKEN, providerKey: PROVIDER };
    const connection = (await app.call('POST', '/v1/connections', { body: given })).body.id;
    const greenhouse = (await app.call('POST', '/v1/connections', { body: { system: 'greenhouse', secret: SECRET } }))
      .body;
    const url = 'https://hooks.credence-test.org/';
    const endpoint = (await app.call('POST', '/v1/webhook-endpoints', { body: { url } })).body;
    await app.call('PATCH', `/v1/connections/${connection}`, { body: { apiToken: `${TOKEN}-2` } });
    const added = (await app.call('POST', `/v1/connections/${greenhouse.id}/secrets`, { body: {} })).body.secret;
    const kept = await stored();
    for (const secret of [SECRET, TOKEN, PROVIDER, endpoint.secret, added]) expect(kept).not.toContain(secret);
    // Two secrets, a token and a provider key; two of the second connection; one of the endpoint.
    expect(kept.match(/sealed:v1:/g)).toHaveLength(6);

    for (const secret of [SECRET, added]) {
      const { body, headers } = signAs(
        'greenhouse',
        { action: 'job_created', payload: { job: { id: 1 } } },
        { secret },
      );
      expect((await app.call('POST', `/v1/hooks/${greenhouse.id}`, { key: null, body, headers })).status).toBe(200);
    }
    const shown = (await app.call('GET', `/v1/connections/${connection}`)).body;
    expect(shown).toMatchObject({ hasApiToken: true, hasProviderKey: true, secrets: [{ lastFour: 'test' }] });
  });

  it('are read as they are where they were stored before there was a key', async () => {
    const { id } = (await app.call('POST', '/v1/connections', { body: { system: 'greenhouse', secret: SECRET } })).body;
    const open = JSON.stringify([{ secret: 'an-open-secret', createdAt: '2026-01-01T00:00:00Z', expiresAt: null }]);
    await askDatabase(app.databaseUrl, `UPDATE connection SET secrets = '${open}' WHERE id = '${id}' RETURNING id`);
    const { body, headers } = signAs(
      'greenhouse',
      { action: 'job_created', payload: { job: { id: 2 } } },
      { secret: 'an-open-secret' },
    );
    expect((await app.call('POST', `/v1/hooks/${id}`, { key: null, body, headers })).status).toBe(200);
  });

  it('open nothing at another connection', async () => {
    const make = async () => (await app.call('POST', '/v1/connections', { body: { system: 'greenhouse' } })).body.id;
    const [one, two] = [await make(), await make()];
    await askDatabase(
      app.databaseUrl,
      `UPDATE connection SET secrets = (SELECT secrets FROM connection WHERE id = '${one}') WHERE id = '${two}' RETURNING id`,
    );
    expect((await app.call('GET', `/v1/connections/${one}`)).status).toBe(200);
    expect((await app.call('GET', `/v1/connections/${two}`)).status).toBe(500);
  });
});

describe('links in what a system is told', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ environment: { PUBLIC_URL: 'https://credence.example/base/' } });
  });
  afterAll(() => app.stop());

  it('begin with the public address', async () => {
    const draft = {
      title: 'Operator',
      requirements: [{ competencyUri: 'urn:credence:starter:forklift-operation', importance: 'must', weight: 10 }],
    };
    await app.settle();
    const profile = await app.call('POST', '/v1/role-profiles', { body: draft });
    await app.call('POST', `/v1/role-profiles/${profile.body.id}/publish`, {
      headers: { 'if-match': profile.headers.get('etag') ?? '' },
    });
    const { id } = (await app.call('POST', '/v1/connections', { body: { system: 'greenhouse', secret: SECRET } })).body;
    const headers = {
      authorization: `Basic ${Buffer.from(`${SECRET}:`).toString('base64')}`,
      'content-type': 'application/json',
    };
    const candidate = {
      first_name: 'Harry',
      last_name: 'Potter',
      email: 'h@b.example',
      greenhouse_profile_url: 'https://app.greenhouse.io/people/17681532?application_id=26234709',
    };
    const body = { partner_test_id: profile.body.id, candidate, url: 'https://app.greenhouse.io/take_home_tests/1' };
    const base = `/v1/partners/greenhouse/${id}`;
    const sent = await app.call('POST', `${base}/send_test`, { key: null, headers, body });
    const path = `${base}/test_status?partner_interview_id=${sent.body.partner_interview_id}`;
    let status: Record<string, string> = {};
    await eventually(async () => {
      status = (await app.call('GET', path, { key: null, headers })).body;
      return status.partner_profile_url !== undefined;
    });
    expect(status.partner_profile_url).toMatch(
      new RegExp(`^https://credence\\.example/base/v1/role-profiles/${profile.body.id}/`),
    );
  });
});
