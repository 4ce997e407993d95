import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoIssuer, didKeyIssuer } from '../../demo/world/issuer.js';
import { openBadge } from '../../demo/world/badge.js';
import { DueRegistries } from '../../src/trust/queue/due-registries.js';
import { anotherOrganization } from '../support/another-organization.js';
import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type TestApp } from '../support/running-app.js';

const AT = new Date('2026-01-05T00:00:00Z');
const COMMUNITY = 'https://registries.example.org/registry.json';
const KNOWN = 'https://registries.example.org/known.json';
const reason = 'Our university is a member.';

describe('registries of issuers', () => {
  const place = mkdtempSync(join(tmpdir(), 'credence-registries-'));
  let app: TestApp;
  let college: DemoIssuer;
  let stranger: DemoIssuer;
  let [ofCollege, ofStranger] = ['', ''];
  let serial = 0;

  const publish = (file: string, document: unknown): void => writeFileSync(join(place, file), JSON.stringify(document));
  const community = (registry: object): void => publish('registry.json', { registry });

  beforeAll(async () => {
    college = await didKeyIssuer('Self-made College', 'eddsa-rdfc-2022');
    stranger = await didKeyIssuer('Stranger', 'eddsa-rdfc-2022');
    community({ [college.id]: { name: 'Example College', location: 'Porto' } });
    publish('known.json', [{ name: 'Community', type: 'dcc-legacy', url: COMMUNITY }]);
    publish('pinned.json', { [COMMUNITY]: 'registry.json', [KNOWN]: 'known.json' });
    app = await startTestApp({
      environment: { CLOCK: '2026-06-01T00:00:00Z', PINNED_DOCUMENTS: join(place, 'pinned.json') },
    });
    ofCollege = await submit(college);
    ofStranger = await submit(stranger);
    await app.settle();
  });
  afterAll(async () => {
    await app?.stop();
    rmSync(place, { recursive: true, force: true });
  });

  const submit = async (issuer: DemoIssuer, as: { key?: string } = {}): Promise<string> => {
    serial += 1;
    const body = { externalIds: [{ system: 't', id: String(serial) }], emails: ['x@example.org'] };
    const candidate = (await app.call('POST', '/v1/candidates', { body, ...as })).body.id;
    const story = { title: 'Welding', skill: { name: 'Welding' }, type: 'Certificate' } as const;
    const id = `urn:uuid:5c0e2d7e-0d05-4be2-8d1f-8a8c8f3f0c${10 + serial}`;
    const badge = openBadge(id, issuer, {
      ...story,
      recipientEmail: 'x@example.org',
      validFrom: AT,
      evidence: 'Seen.',
    });
    const headers = { 'content-type': 'application/json' };
    const signed = (await issuer.sign(badge, AT)).body;
    return (await app.call('POST', `/v1/candidates/${candidate}/credentials`, { body: signed, headers, ...as })).body
      .id;
  };
  const credential = async (id: string) => (await app.call('GET', `/v1/credentials/${id}`)).body;
  const register = async (body: object) => {
    const answer = await app.call('POST', '/v1/trust-registries', { body: { reason, ...body } });
    await app.settle();
    return answer;
  };
  const remove = async (id: string): Promise<number> => {
    const { status } = await app.call('DELETE', `/v1/trust-registries/${id}`);
    await app.settle();
    return status;
  };
  const readAgain = async (id: string): Promise<void> => {
    expect((await app.call('POST', `/v1/trust-registries/${id}/readings`)).status).toBe(202);
    await app.settle();
  };

  it('make the issuers that they list recognized, with the name and place of the list, as long as they are asked', async () => {
    expect((await credential(ofCollege)).issuer).toMatchObject({ tier: 'known', name: 'Self-made College' });
    const { status, headers, body } = await register({ kind: 'dcc', name: 'Community', url: COMMUNITY });
    expect([status, headers.get('location')]).toEqual([201, `/v1/trust-registries/${body.id}`]);
    expect((await app.call('GET', `/v1/trust-registries/${body.id}`)).body).toMatchObject({
      ...{ listed: 1, failure: null, fetchedAt: '2026-06-01T00:00:00.000Z', ageSeconds: 0, lapsed: false, reason },
    });

    const listed = await credential(ofCollege);
    expect(listed.issuer).toMatchObject({
      ...{ tier: 'recognized', name: 'Example College', nameSource: 'registry', selfAssertedName: 'Self-made College' },
    });
    expect(listed.issuerTrust).toMatchObject({
      registries: [{ outcome: 'listed', source: COMMUNITY, listedName: 'Example College', ageSeconds: 0 }],
      disagreements: [],
    });
    expect((await credential(ofStranger)).issuerTrust.registries).toMatchObject([{ outcome: 'not_listed' }]);
    expect((await credential(ofStranger)).issuer.tier).toBe('known');
    const page = await app.call('GET', `/v1/issuers/${listed.issuer.issuerId}`);
    expect(page.body).toMatchObject({
      ...{ tier: null, tierInForce: 'recognized', registries: [{ outcome: 'listed' }] },
      ...{
        name: 'Example College',
        nameSource: 'registry',
        ownName: 'Self-made College',
        ownNameSource: 'self-asserted',
      },
      selfAsserted: [{ name: 'Self-made College', credentials: 1 }],
    });

    expect(await remove(body.id)).toBe(204);
    expect(await credential(ofCollege)).toMatchObject({ issuer: { tier: 'known' }, issuerTrust: { registries: [] } });
    expect(await remove(body.id)).toBe(404);
  });

  it('are never taken to list nobody when they cannot be reached, and what was read counts for a week', async () => {
    const { body } = await register({ kind: 'dcc', name: 'Community', url: COMMUNITY });
    renameSync(join(place, 'registry.json'), join(place, 'gone.json'));
    await readAgain(body.id);
    const [kept, unlisted] = [await credential(ofCollege), await credential(ofStranger)];
    expect(kept.issuer.tier).toBe('recognized');
    expect(kept.issuerTrust.registries).toMatchObject([{ outcome: 'listed', failure: { code: 'unreachable' } }]);
    expect(unlisted.issuerTrust.registries).toMatchObject([{ outcome: 'unknown', failure: { code: 'unreachable' } }]);

    await askDatabase(app.databaseUrl, `UPDATE trust_registry SET counts_until = now() - interval '1 second'`);
    await readAgain(body.id);
    expect(await credential(ofCollege)).toMatchObject({
      issuer: { tier: 'known', nameSource: 'self-asserted' },
      issuerTrust: { registries: [{ outcome: 'unknown' }] },
    });
    renameSync(join(place, 'gone.json'), join(place, 'registry.json'));
    await readAgain(body.id);
    expect((await credential(ofCollege)).issuer.tier).toBe('recognized');

    community({});
    await readAgain(body.id);
    expect(await credential(ofCollege)).toMatchObject({
      issuer: { tier: 'known' },
      issuerTrust: { registries: [{ outcome: 'not_listed', failure: null }] },
    });
    community({ [college.id]: { name: 'Example College' } });
    await remove(body.id);
  });

  it('follow a list of known registries, which goes with all that it names', async () => {
    const { body } = await register({ kind: 'dcc', name: 'Known', url: KNOWN });
    const { data } = (await app.call('GET', '/v1/trust-registries')).body;
    expect(data).toMatchObject([{ name: 'Known' }, { name: 'Community', parentId: body.id, listed: 1 }]);
    expect((await credential(ofCollege)).issuerTrust.registries).toMatchObject([
      { registryName: 'Community', outcome: 'listed' },
    ]);
    expect(await remove(data[1].id)).toBe(409);
    await remove(body.id);
    expect((await app.call('GET', '/v1/trust-registries')).body.data).toEqual([]);
    expect((await credential(ofCollege)).issuer.tier).toBe('known');
  });

  it('may be lists that the organization uploads, and where they disagree it is shown', async () => {
    const { body: dcc } = await register({ kind: 'dcc', name: 'Community', url: COMMUNITY });
    const { body: own } = await register({ kind: 'list', name: 'Own', csv: `id,name\n${college.id},Sample School\n` });
    expect((await credential(ofCollege)).issuerTrust.disagreements).toMatchObject([{ code: 'other-name' }]);
    const issuers = [{ id: college.id, name: 'Example College', revoked: true }];
    const replaced = await app.call('PUT', `/v1/trust-registries/${own.id}/issuers`, { body: { issuers } });
    expect([replaced.status, replaced.body.listed]).toEqual([200, 0]);
    await app.settle();
    expect(await credential(ofCollege)).toMatchObject({
      issuer: { tier: 'known' },
      issuerTrust: { disagreements: [{ code: 'revoked-elsewhere' }] },
    });
    expect((await app.call('PUT', `/v1/trust-registries/${dcc.id}/issuers`, { body: { issuers } })).status).toBe(409);
    expect((await app.call('POST', `/v1/trust-registries/${own.id}/readings`)).status).toBe(409);
    await remove(own.id);
    await remove(dcc.id);
  });

  it('are read again when their time has come, and one that is too large is not read', async () => {
    const { body } = await register({ kind: 'dcc', name: 'Community', url: COMMUNITY });
    const listed = async (): Promise<unknown> => (await app.call('GET', `/v1/trust-registries/${body.id}`)).body;
    const dueNow = async (): Promise<void> => {
      await askDatabase(app.databaseUrl, `UPDATE trust_registry SET next_fetch_at = now() - interval '1 second'`);
      await app.app.get(DueRegistries).run();
      await app.settle();
    };
    expect(await listed()).toMatchObject({ listed: 1 });
    community({ [college.id]: { name: 'Example College' }, [stranger.id]: { name: 'Stranger' } });
    await app.app.get(DueRegistries).run();
    await app.settle();
    expect(await listed()).toMatchObject({ listed: 1 });
    await dueNow();
    expect(await listed()).toMatchObject({ listed: 2 });

    // More than 4 MiB.
    community({ [college.id]: { name: 'x'.repeat(4 * 1024 * 1024) } });
    await dueNow();
    expect(await listed()).toMatchObject({ listed: 2, failure: { code: 'too-large' } });
    const [next] = await askDatabase(
      app.databaseUrl,
      `SELECT round(extract(epoch FROM next_fetch_at - now()) / 60)::int AS minutes FROM trust_registry`,
    );
    expect(next).toEqual({ minutes: 5 });
    community({ [college.id]: { name: 'Example College', location: 'Porto' } });
    await remove(body.id);
  });

  it('weigh less than what the organization decided', async () => {
    const { body } = await register({ kind: 'dcc', name: 'Community', url: COMMUNITY });
    const { issuerId } = (await credential(ofCollege)).issuer;
    for (const tier of ['blocked', 'known', 'trusted']) {
      await app.call('PUT', `/v1/issuers/${issuerId}/trust`, { body: { tier, reason } });
      expect((await credential(ofCollege)).issuer.tier).toBe(tier);
    }
    await remove(body.id);
  });

  it('are those of one organization, each once, with addresses that may be called', async () => {
    const other = await anotherOrganization(app);
    const { body } = await register({ kind: 'dcc', name: 'Community', url: COMMUNITY });
    const theirs = await submit(college, { key: other });
    await app.settle();
    expect((await app.call('GET', '/v1/trust-registries', { key: other })).body.data).toEqual([]);
    expect((await app.call('GET', `/v1/trust-registries/${body.id}`, { key: other })).status).toBe(404);
    expect((await app.call('DELETE', `/v1/trust-registries/${body.id}`, { key: other })).status).toBe(404);
    expect((await app.call('GET', `/v1/credentials/${theirs}`, { key: other })).body.issuer.tier).toBe('known');
    expect((await register({ kind: 'dcc', name: 'Again', url: COMMUNITY })).body).toMatchObject({
      ...{ status: 409, code: 'already-registered' },
    });
    expect((await register({ kind: 'dcc', name: 'Inside', url: 'https://127.0.0.1/' })).body).toMatchObject({
      ...{ status: 422, errors: [{ pointer: '/url', code: 'refused' }] },
    });
    expect((await register({ kind: 'ebsi', name: 'Other', url: COMMUNITY })).status).toBe(400);
    await askDatabase(
      app.databaseUrl,
      `INSERT INTO trust_registry (organization_id, id, kind, name, settings, reason, registered_by, registered_at)
       SELECT organization_id, gen_random_uuid(), 'list', n::text, '{}', 'x', 'x', now()
       FROM trust_registry, generate_series(2, 50) n`,
    );
    expect((await register({ kind: 'list', name: 'The 51st', issuers: [] })).body).toMatchObject({
      ...{ status: 409, code: 'too-many-registries' },
    });
    const { data } = (await app.call('GET', '/v1/audit-events?limit=50')).body;
    expect(data.map(({ action }: { action: string }) => action)).toContain('trust-registry.registered');
  });
});
