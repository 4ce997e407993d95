import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aBadge } from '../../src/verification/domain/testing/badge.js';
import { didKeyIssuer } from '../../src/verification/domain/testing/issuer-key.js';
import { signJwt } from '../../src/verification/domain/testing/sign-jwt.js';
import { anotherOrganization } from '../support/another-organization.js';
import { startTestApp, type Answer, type TestApp } from '../support/running-app.js';

const key = didKeyIssuer(7);
const token = (id: string): string => signJwt(aBadge(key.controller, { id: `urn:example:${id}` }), key);
/** With one letter of the signature changed. */
const broken = (jwt: string): string => jwt.slice(0, -20) + (jwt.at(-20) === 'A' ? 'B' : 'A') + jwt.slice(-19);

let app: TestApp;
let people = 0;

const aCandidate = async (): Promise<string> =>
  (await app.call('POST', '/v1/candidates', { body: { externalIds: [{ system: 'ats', id: `c-${(people += 1)}` }] } }))
    .body.id;
const handIn = async (candidateId: string, document: unknown): Promise<string> => {
  const { body } = await app.call('POST', `/v1/candidates/${candidateId}/credentials`, {
    body: typeof document === 'string' ? document : JSON.stringify(document),
    headers: { 'content-type': 'application/json' },
  });
  return body.id;
};
const credential = (id: string): Promise<Answer> => app.call('GET', `/v1/credentials/${id}`);
const allOf = async (candidateId: string): Promise<{ id: string; verdict: string }[]> =>
  (await app.call('GET', `/v1/credentials?candidateId=${candidateId}&limit=200`)).body.data;

const place = mkdtempSync(join(tmpdir(), 'credence-contained-'));
const REFRESH = 'https://school.example.org/refresh/1';

beforeAll(async () => {
  writeFileSync(join(place, 'newer.jwt'), token('renewed'));
  writeFileSync(join(place, 'pinned.json'), JSON.stringify({ [REFRESH]: 'newer.jwt' }));
  app = await startTestApp({
    environment: { CLOCK: '2026-06-01T12:00:00Z', PINNED_DOCUMENTS: join(place, 'pinned.json') },
  });
});
afterAll(async () => {
  await app?.stop();
  rmSync(place, { recursive: true, force: true });
});

describe('a file of several credentials', () => {
  it('becomes several credentials, each with a verdict of its own and a word on where it came from', async () => {
    const candidateId = await aCandidate();
    const outer = await handIn(candidateId, [token('good'), broken(token('bad'))]);
    await app.settle();
    const { body } = await credential(outer);
    expect(body).toMatchObject({
      format: 'credential-list',
      verdict: 'unsupported',
      containedIn: null,
      contained: [
        { path: '/0', url: null, format: 'openbadges-3', verdict: 'verified', reason: 'valid' },
        { path: '/1', url: null, format: 'openbadges-3', verdict: 'failed', reason: 'invalid_signature' },
      ],
    });
    const inner = await credential(body.contained[0].credentialId);
    expect(inner.body).toMatchObject({
      candidateId,
      source: 'contained',
      verdict: 'verified',
      contained: [],
      containedIn: { credentialId: outer, path: '/0', url: null },
    });
    const original = await app.call('GET', `/v1/credentials/${inner.body.id}/original`);
    expect(original.headers.get('content-length')).toBe(String(token('good').length));
  });

  it('adds nothing when it is checked again, and takes what is there already for what it is', async () => {
    const candidateId = await aCandidate();
    const alone = await handIn(candidateId, token('known'));
    const outer = await handIn(candidateId, [token('known'), token('new')]);
    await app.settle();
    const before = await allOf(candidateId);
    expect(before).toHaveLength(3);
    await app.call('POST', `/v1/credentials/${outer}/verifications`);
    await app.settle();
    expect((await allOf(candidateId)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const { body } = await credential(outer);
    expect(body.contained[0]).toMatchObject({ credentialId: alone, verdict: 'verified' });
  });

  it('is opened three deep and no deeper', async () => {
    const candidateId = await aCandidate();
    const depths = (inner: unknown, levels: number): unknown =>
      levels === 0 ? inner : { type: 'VerifiablePresentation', verifiableCredential: [depths(inner, levels - 1)] };
    await handIn(candidateId, depths(aBadge(key.controller), 5));
    await app.settle();
    // The file itself, and what is one, two and three deep in it.
    expect(await allOf(candidateId)).toHaveLength(4);
  });

  it('gives 50 credentials at most, however they are nested', async () => {
    const candidateId = await aCandidate();
    const group = (name: string): object => ({
      type: 'VerifiablePresentation',
      verifiableCredential: Array.from({ length: 30 }, (_, i) =>
        aBadge(key.controller, { id: `urn:example:${name}${i}` }),
      ),
    });
    await handIn(candidateId, [group('a'), group('b'), group('c')]);
    await app.settle();
    expect(await allOf(candidateId)).toHaveLength(51);
  });

  it('takes its credentials along when the person is erased', async () => {
    const candidateId = await aCandidate();
    const outer = await handIn(candidateId, [token('erased')]);
    await app.settle();
    const inner = (await credential(outer)).body.contained[0].credentialId;
    await app.call('DELETE', `/v1/candidates/${candidateId}`);
    expect((await credential(outer)).status).toBe(404);
    expect((await credential(inner)).status).toBe(404);
  });

  it('is hidden from other organizations with all that is in it', async () => {
    const outer = await handIn(await aCandidate(), [token('mine')]);
    await app.settle();
    const inner = (await credential(outer)).body.contained[0].credentialId;
    const stranger = await anotherOrganization(app);
    expect((await app.call('GET', `/v1/credentials/${inner}`, { key: stranger })).status).toBe(404);
  });
});

describe('a credential that ran out', () => {
  it('stays expired, and the newer one that its issuer publishes becomes a credential of its own', async () => {
    const candidateId = await aCandidate();
    const validUntil = '2026-03-01T00:00:00Z';
    const refreshService = { id: REFRESH, type: '1EdTechCredentialRefresh' };
    const badge = aBadge(key.controller, { id: 'urn:example:older', validUntil, refreshService });
    const older = await handIn(candidateId, signJwt(badge, key));
    await app.settle();
    const { body } = await credential(older);
    expect(body).toMatchObject({ verdict: 'failed', reason: 'expired' });
    expect(body.contained).toMatchObject([{ path: '/refreshService', url: REFRESH, verdict: 'verified' }]);
    const newer = (await credential(body.contained[0].credentialId)).body;
    expect(newer).toMatchObject({ verdict: 'verified', containedIn: { credentialId: older, url: REFRESH } });
    await app.call('POST', `/v1/credentials/${older}/verifications`);
    await app.settle();
    expect(await allOf(candidateId)).toHaveLength(2);
  });
});
