import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBadge } from '../../demo/world/badge.js';
import { didKeyIssuer } from '../../demo/world/issuer.js';
import { type Answer, type CallService, callerOf } from '../support/call-service.js';
import { freshDatabase } from '../support/fresh-database.js';
import { type ServiceProcess, startProcess } from '../support/service-process.js';
import { signAs } from '../support/sign-as.js';
import { eventually } from '../support/eventually.js';

const BOOTSTRAP = 'scan-key-0123456789-abcdefghijklmnopq';
const SECRET = 'scan-signing-secret';
const TOKEN = 'scan-api-token-of-the-ats';
const PROVIDER = 'scan-provider-key-of-the-ats';
const EMAIL = 'scan.person@mail.example';
const NAME = 'Scanilda Personova';

/** From the first key to verdicts, refusals and failing calls to others, with every line of the log. */
describe('the log of a whole life', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'credence-scan-'));
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let service: ServiceProcess;
  let call: CallService;
  const hidden = new Map<string, string>();

  beforeAll(async () => {
    database = await freshDatabase();
    service = await startProcess({
      PORT: '0',
      DATABASE_URL: database.url,
      REDIS_URL: process.env.TEST_REDIS_URL ?? '',
      DATA_DIR: dataDir,
      BOOTSTRAP_API_KEY: BOOTSTRAP,
      SECRETS_KEY: Buffer.alloc(32, 5).toString('base64'),
      EGRESS: 'off',
      LOG_LEVEL: 'trace',
    });
    call = callerOf(service.url, BOOTSTRAP);
    await life();
  });
  afterAll(async () => {
    await service?.kill('SIGTERM');
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const expectStatus = async (
    expected: number,
    ...[method, path, options]: Parameters<CallService>
  ): Promise<Answer['body']> => {
    const { status, body } = await call(method, path, options);
    expect([method, path, status]).toEqual([method, path, expected]);
    return body;
  };

  async function life(): Promise<void> {
    const key = await expectStatus(201, 'POST', '/v1/api-keys', { body: { name: 'scan', roles: ['integration'] } });
    const endpoint = await expectStatus(201, 'POST', '/v1/webhook-endpoints', {
      body: { url: 'https://hooks.credence-scan.org/with-a-token?token=scan-url-token' },
    });
    const settings = { secret: SECRET, apiToken: TOKEN };
    const lever = await expectStatus(201, 'POST', '/v1/connections', { body: { system: 'lever', ...settings } });
    const greenhouse = await expectStatus(201, 'POST', '/v1/connections', {
      body: { system: 'greenhouse', secret: SECRET },
    });
    await expectStatus(201, 'POST', '/v1/connections', {
      body: { system: 'teamtailor', ...settings, providerKey: PROVIDER },
    });

    const at = new Date('2026-01-01T00:00:00Z');
    const issuer = await didKeyIssuer('Scan Academy', 'eddsa-rdfc-2022');
    const badge = openBadge('urn:scan:1', issuer, {
      title: 'Forklift',
      skill: { name: 'Forklift operation', url: 'urn:credence:starter:forklift-operation' },
      type: 'Assessment',
      recipientEmail: EMAIL,
      validFrom: at,
    });
    const { body: document, contentType } = await issuer.sign(badge, at);
    const person = { externalIds: [{ system: 'scan', id: '1' }], name: NAME, emails: [EMAIL] };
    const { id } = await expectStatus(201, 'POST', '/v1/candidates', { body: person, key: key.key });
    const as = { body: document, headers: { 'content-type': contentType } };
    await expectStatus(202, 'POST', `/v1/candidates/${id}/credentials`, as);
    const imported = await expectStatus(202, 'POST', '/v1/imports', {
      body: `${JSON.stringify({ ...person, credentials: [document] })}\n{"name": "${NAME}`,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    const hook = async (to: string, system: string, event: object, secret: string, expected: number): Promise<void> => {
      const { body, headers } = signAs(system, event, { secret });
      await expectStatus(expected, 'POST', `/v1/hooks/${to}`, { key: null, body, headers });
    };
    const candidate = { id: 7, first_name: NAME, email_addresses: [{ value: EMAIL }] };
    const application = { id: 8, status: 'active', jobs: [{ id: 9, name: 'Operator' }], candidate };
    const applied = { action: 'new_candidate_application', payload: { application } };
    await hook(greenhouse.id, 'greenhouse', applied, SECRET, 200);
    await hook(greenhouse.id, 'greenhouse', applied, 'scan-wrong-secret', 401);
    await hook(greenhouse.id, 'greenhouse', { action: 'new_candidate_application', payload: {} }, SECRET, 400);
    // Asks Lever, which cannot be reached: the failure is logged.
    await hook(
      lever.id,
      'lever',
      { event: 'applicationCreated', data: { contactId: 'c', opportunityId: 'o' } },
      SECRET,
      202,
    );
    await expectStatus(202, 'POST', `/v1/connections/${lever.id}/reconciliations`, { body: {} });
    await expectStatus(401, 'GET', '/v1/candidates', { key: 'scan-wrong-key-0123456789-abcdefghijk' });
    await expectStatus(400, 'POST', '/v1/candidates', { body: { name: NAME, emails: [`${EMAIL} no`], score: 1 } });
    await expectStatus(200, 'GET', `/v1/candidates?q=${encodeURIComponent(NAME)}`);
    await eventually(
      async () => (await expectStatus(200, 'GET', `/v1/operations/${imported.id}`)).state === 'succeeded',
    );
    await expectStatus(204, 'DELETE', `/v1/candidates/${id}`);

    const parts = { BOOTSTRAP, SECRET, TOKEN, PROVIDER, EMAIL, NAME, apiKey: key.key, endpointSecret: endpoint.secret };
    for (const [name, value] of Object.entries(parts)) hidden.set(name, value);
    hidden.set('the token as Basic', Buffer.from(`${TOKEN}:`).toString('base64'));
    hidden.set('the encoded name', encodeURIComponent(NAME));
    hidden.set('a wrong key', 'scan-wrong-key');
    hidden.set('a token in the address of an endpoint', 'scan-url-token');
    hidden.set('the proof of a credential', String(JSON.parse(document).proof.proofValue));
    hidden.set('the password of the database', new URL(database.url).password || 'no-password');
    await eventually(() => /message\.failed/.test(service.output()));
  }

  it('was written at all, with the requests, the refusals and the failures', () => {
    const lines = service.output().split('\n');
    expect(lines.length).toBeGreaterThan(20);
    for (const said of ['/v1/hooks/', '/v1/imports', '"status":401', 'message.failed']) {
      expect([said, lines.some((line) => line.includes(said))]).toEqual([said, true]);
    }
  });

  it('holds no key, secret, token, e-mail address, name or credential', () => {
    const log = service.output();
    const found = [...hidden].filter(([, value]) => log.includes(value)).map(([name]) => name);
    expect(found).toEqual([]);
  });

  it('is one JSON text on each line, whatever stands in a name', () => {
    const logged = service
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(logged.length).toBeGreaterThan(10);
    for (const line of logged) expect(() => JSON.parse(line)).not.toThrow();
  });
});
