import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBadge } from '../../demo/world/badge.js';
import { type DemoIssuer, didKeyIssuer, didWebIssuer } from '../../demo/world/issuer.js';
import { statusListCredential } from '../../demo/signing/status-list.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type TestApp } from '../support/running-app.js';
import { eventually } from '../support/eventually.js';

const AT = new Date('2026-01-05T00:00:00Z');
const LIST = 'https://school.example/status/1';
const HOUR_MS = 3_600_000;

describe('the life of a verification', () => {
  const place = mkdtempSync(join(tmpdir(), 'credence-life-'));
  let app: TestApp;
  let issuer: DemoIssuer;
  let webIssuer: DemoIssuer;
  let serial = 0;
  const told: { topic: string; payload: object }[] = [];

  beforeAll(async () => {
    issuer = await didKeyIssuer('Harbour school', 'eddsa-rdfc-2022');
    await publishList([]);
    webIssuer = await didWebIssuer('Best School Ever', 'harbour.example.org');
    const { url, body } = webIssuer.document ?? { url: '', body: {} };
    writeFileSync(join(place, 'did.json'), JSON.stringify(body));
    writeFileSync(join(place, 'pinned.json'), JSON.stringify({ [LIST]: 'list.json', [url]: 'did.json' }));
    app = await startTestApp({
      environment: { CLOCK: '2026-06-01T00:00:00Z', PINNED_DOCUMENTS: join(place, 'pinned.json') },
    });
    const outbox = app.app.get(Outbox);
    const publishAll = outbox.publishAll.bind(outbox);
    jest.spyOn(outbox, 'publishAll').mockImplementation((tx, events) => {
      told.push(...events);
      return publishAll(tx, events);
    });
  });
  afterAll(async () => {
    await app?.stop();
    rmSync(place, { recursive: true, force: true });
  });

  const publishList = async (revoked: number[]): Promise<void> => {
    const list = statusListCredential(LIST, issuer.id, revoked, AT) as Record<string, unknown>;
    writeFileSync(join(place, 'list.json'), (await issuer.sign(list, AT)).body);
  };

  const submit = async (index: number, applications: object[] = [], by = issuer): Promise<string> => {
    const number = String((serial += 1));
    const candidate = await app.call('POST', '/v1/candidates', {
      body: { externalIds: [{ system: 't', id: number }], emails: [`c${number}@example.org`], applications },
    });
    const badge = openBadge(`urn:uuid:5c0e2d7e-0d05-4be2-8d1f-8a8c8f3f0b${10 + serial}`, by, {
      title: 'Forklift <b>driving</b>',
      skill: { name: 'Forklift driving' },
      type: 'Certificate',
      recipientEmail: `c${number}@example.org`,
      validFrom: AT,
      ...(by === issuer && { status: { list: LIST, index } }),
    });
    const { body, contentType } = await by.sign(badge, AT);
    const answer = await app.call('POST', `/v1/candidates/${candidate.body.id}/credentials`, {
      body,
      headers: { 'content-type': contentType },
    });
    await app.settle();
    return answer.body.id;
  };

  it('is shown as JSON and as a page, to whoever asks for which', async () => {
    const id = await submit(3);
    const path = `/v1/credentials/${id}/report`;
    const json = await app.call('GET', path);
    expect(json.body).toMatchObject({ credentialId: id, verdict: 'verified', recipient: { outcome: 'match' } });
    expect(json.body.checks.find((check: { id: string }) => check.id === 'status')).toMatchObject({
      asks: 'Did the issuer take it back?',
      outcome: 'pass',
      durationMs: expect.any(Number),
    });
    const page = await app.call('GET', path, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.body).toContain('It is genuine');
    const chosen = await app.call('GET', `${path}?format=html`);
    expect(chosen.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const none = await app.call('GET', '/v1/credentials/0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001/report');
    expect([none.status, none.body.code]).toEqual([404, 'credential-not-found']);
  });

  it('looks again within a day, and within six hours while an application is active', async () => {
    const waitOf = async (id: string): Promise<number> =>
      Date.parse((await app.call('GET', `/v1/credentials/${id}`)).body.nextCheckAt) - Date.now();
    const quiet = await waitOf(await submit(4));
    const application = { externalId: 'a-1', jobId: 'job-1', status: 'active' };
    const open = await waitOf(await submit(5, [application]));
    expect(Math.round(quiet / HOUR_MS)).toBe(24);
    expect(Math.round(open / HOUR_MS)).toBe(6);
  });

  it('changes when the issuer takes the credential back: found by itself, told, kept beside what was before', async () => {
    const id = await submit(7);
    told.length = 0;
    await publishList([7]);
    await askDatabase(
      app.databaseUrl,
      `UPDATE credential_verdict SET next_check_at = now() WHERE credential_id = '${id}'`,
    );
    // The look for due checks comes round by itself.
    await eventually(async () => {
      await app.settle();
      return (await app.call('GET', `/v1/credentials/${id}`)).body.verdict === 'failed';
    });
    expect(told.find(({ topic }) => topic === 'credential.revoked')?.payload).toMatchObject({
      credentialId: id,
      verdict: 'failed',
      reason: 'revoked',
      verdictBefore: 'verified',
      reasonBefore: 'valid',
    });
    const history = (await app.call('GET', `/v1/credentials/${id}/verifications`)).body.data;
    expect(history.map((it: { reason: string }) => it.reason)).toEqual(['revoked', 'valid']);
  });

  it('says nothing more when a new check finds the same', async () => {
    const id = await submit(8);
    told.length = 0;
    await app.call('POST', `/v1/credentials/${id}/verifications`);
    await app.settle();
    expect(told.map(({ topic }) => topic).filter((topic) => topic === 'credential.verified')).toEqual([]);
    expect((await app.call('GET', `/v1/credentials/${id}/verifications`)).body.data).toHaveLength(2);
  });

  it('calls an issuer what its own document does, once it does, and says where the name is from', async () => {
    const issuerOf = async (id: string): Promise<object> =>
      (await app.call('GET', `/v1/credentials/${id}`)).body.issuer;
    const first = await submit(0, [], webIssuer);
    expect(await issuerOf(first)).toMatchObject({ name: 'Best School Ever', nameSource: 'self-asserted' });
    const named = { ...webIssuer.document?.body, name: 'Harbour School' };
    writeFileSync(join(place, 'did.json'), JSON.stringify(named));
    const second = await submit(0, [], webIssuer);
    expect(await issuerOf(second)).toMatchObject({ name: 'Harbour School', nameSource: 'document' });
    expect(await issuerOf(first)).toMatchObject({ name: 'Harbour School', nameSource: 'document' });
  });
});
