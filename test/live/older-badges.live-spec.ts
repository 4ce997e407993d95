import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { aBadgeClass, anAssertion, aProfile, at } from '../../src/verification/domain/testing/open-badge.js';
import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type TestApp } from '../support/running-app.js';
import { storeFrameworkVersion } from '../support/stored-framework.js';

const EMAIL = 'ann@example.org';
const PAGE = 'https://badges.example.org/share/1';
const WELDING = { uri: 'https://skills.example.org/welding', label: 'welding' };

/** Badges of the generations before 3.0, whose parts lie at addresses of their issuer. */
describe('a hosted badge before Open Badges 3.0', () => {
  const place = mkdtempSync(join(tmpdir(), 'credence-badges-'));
  let service: TestApp;
  let serial = 0;

  const publish = (name: string, document: object): void => writeFileSync(join(place, name), JSON.stringify(document));

  beforeAll(async () => {
    publish('pinned.json', {
      [at.assertion]: 'assertion.json',
      [at.badge]: 'badge.json',
      [at.issuer]: 'issuer.json',
      [PAGE]: 'page.html',
    });
    const script = `<script type="application/ld+json">${JSON.stringify(anAssertion())}</script>`;
    writeFileSync(join(place, 'page.html'), `<!DOCTYPE html><html><head>${script}</head></html>`);
    publish('badge.json', aBadgeClass());
    publish('issuer.json', aProfile());
    publish('assertion.json', anAssertion());
    service = await startTestApp({
      environment: { CLOCK: '2026-06-01T12:00:00Z', PINNED_DOCUMENTS: join(place, 'pinned.json') },
    });
    const [organization] = await askDatabase(service.databaseUrl, 'SELECT organization_id AS id FROM organization');
    await service.app.get(UnitOfWork).run(String(organization?.id), async (tx) => {
      const frameworkVersionId = await storeFrameworkVersion(tx, newId(), [WELDING]);
      await service.app.get(Outbox).publish(tx, { topic: 'framework.imported', payload: { frameworkVersionId } });
    });
    await service.settle();
  });
  beforeEach(() => publish('assertion.json', anAssertion()));
  afterAll(async () => {
    await service?.stop();
    rmSync(place, { recursive: true, force: true });
  });

  const handIn = async (document: object): Promise<{ candidateId: string; path: string }> => {
    serial += 1;
    const person = { name: 'Ann', externalIds: [{ system: 'test', id: String(serial) }], emails: [EMAIL] };
    const candidateId = String((await service.call('POST', '/v1/candidates', { body: person })).body.id);
    const answer = await service.call('POST', `/v1/candidates/${candidateId}/credentials`, {
      body: JSON.stringify(document),
      headers: { 'content-type': 'application/json' },
    });
    await service.settle();
    return { candidateId, path: `/v1/credentials/${String(answer.body.id)}` };
  };
  const holdingsOf = async (candidateId: string): Promise<object[]> =>
    (await service.call('GET', `/v1/candidates/${candidateId}/competencies`)).body.data as object[];

  it('gives what its BadgeClass says, under the name that its issuer’s profile gives', async () => {
    const { candidateId, path } = await handIn(anAssertion());
    const { body } = await service.call('GET', path);
    expect(body).toMatchObject({
      format: 'openbadges-2',
      verdict: 'verified',
      recipient: 'match',
      issuer: { id: at.issuer, name: 'Example Welding School', nameSource: 'document' },
      achievement: { id: at.badge, name: 'Welding, level 3' },
    });
    expect(body.claims).toContainEqual(
      expect.objectContaining({ jsonPath: '/badge/alignment/0', text: 'welding', uri: WELDING.uri }),
    );
    expect(await holdingsOf(candidateId)).toEqual([expect.objectContaining({ uri: WELDING.uri })]);
    // A day at the latest, since a hosted badge may be taken back.
    expect(body.nextCheckAt).not.toBeNull();
  });

  it('counts as published, also where the copy that was handed in claims more', async () => {
    const badge = aBadgeClass({
      alignment: [{ targetName: 'brain surgery', targetUrl: 'https://skills.example.org/brain' }],
    });
    const { candidateId, path } = await handIn(anAssertion({ badge }));
    const { claims } = (await service.call('GET', path)).body as { claims: { text: string }[] };
    expect(claims.map(({ text }) => text)).not.toContain('brain surgery');
    expect(await holdingsOf(candidateId)).toEqual([expect.objectContaining({ uri: WELDING.uri })]);
  });

  it('is taken away with all that it gave when its issuer revokes it, and the history keeps what was found before', async () => {
    const { candidateId, path } = await handIn(anAssertion());
    await service.call('POST', `${path}/verifications`);
    await service.settle();
    const id = path.split('/').at(-1);
    const kept = `SELECT count(*)::int AS n FROM resolved_credential WHERE credential_id = '${id}'`;
    // Two checks found the same.
    expect(await askDatabase(service.databaseUrl, kept)).toEqual([{ n: 1 }]);

    publish('assertion.json', anAssertion({ revoked: true }));
    await service.call('POST', `${path}/verifications`);
    await service.settle();
    expect((await service.call('GET', path)).body).toMatchObject({ verdict: 'failed', reason: 'revoked' });
    expect(await holdingsOf(candidateId)).toEqual([]);
    expect(await askDatabase(service.databaseUrl, kept)).toEqual([{ n: 2 }]);

    await service.call('DELETE', `/v1/candidates/${candidateId}`);
    await service.settle();
    expect(await askDatabase(service.databaseUrl, kept)).toEqual([{ n: 0 }]);
  });

  it('gives nothing to somebody else', async () => {
    publish(
      'assertion.json',
      anAssertion({ recipient: { type: 'email', hashed: false, identity: 'bob@example.org' } }),
    );
    const { candidateId, path } = await handIn({ verify: { type: 'hosted', url: at.assertion } });
    expect((await service.call('GET', path)).body).toMatchObject({ verdict: 'verified', recipient: 'mismatch' });
    expect(await holdingsOf(candidateId)).toEqual([]);
  });

  it('is found by its share link, which gets the verdict while the copy gives claims and holdings', async () => {
    const { candidateId, path } = await handIn({ url: PAGE });
    const { body } = await service.call('GET', path);
    expect(body).toMatchObject({ format: 'openbadges-2', verdict: 'verified', recipient: 'match', claims: [] });
    expect(body.contained).toEqual([
      expect.objectContaining({ url: PAGE, verdict: 'verified', format: 'openbadges-2' }),
    ]);
    const [{ credentialId }] = body.contained as [{ credentialId: string }];
    expect(await holdingsOf(candidateId)).toEqual([expect.objectContaining({ uri: WELDING.uri, credentialId })]);
  });

  it('cannot be told while the page of its link is out of reach', async () => {
    const { path } = await handIn({ url: 'https://badges.example.org/share/2' });
    expect((await service.call('GET', path)).body).toMatchObject({ format: 'link', verdict: 'unverifiable' });
  });
});
