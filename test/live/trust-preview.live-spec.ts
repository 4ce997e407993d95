import { openBadge } from '../../demo/world/badge.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { movesBetween } from '../../src/ranking/domain/moves.js';
import type { PoolStanding } from '../../src/ranking/domain/pool-standing.js';
import { type DemoIssuer, didKeyIssuer } from '../../demo/world/issuer.js';
import { Random } from '../../src/verification/domain/testing/fuzz/random.js';
import { askDatabase } from '../support/ask-database.js';
import { startTestApp, type TestApp } from '../support/running-app.js';
import { storeFrameworkVersion } from '../support/stored-framework.js';

const AT = new Date('2026-01-05T00:00:00Z');
const SKILLS = ['welding', 'rigging', 'diving'].map((label) => ({
  uri: `https://skills.example.org/${label}`,
  label,
}));
const TIERS = ['trusted', 'recognized', 'known', 'self_issued', 'blocked'];

describe('the preview of a decision about an issuer', () => {
  let app: TestApp;
  let issuers: DemoIssuer[];
  let issuerIds: string[];
  let competencyIds: string[];
  let profileIds: string[];
  const random = new Random(7);
  const pick = <T>(from: readonly T[]): T => from[random.below(from.length)] as T;

  beforeAll(async () => {
    app = await startTestApp({ environment: { CLOCK: '2026-06-01T00:00:00Z' } });
    const [organization] = await askDatabase(app.databaseUrl, 'SELECT organization_id AS id FROM organization');
    await app.app.get(UnitOfWork).run(String(organization?.id), async (tx) => {
      const frameworkVersionId = await storeFrameworkVersion(tx, newId(), SKILLS);
      await app.app.get(Outbox).publish(tx, { topic: 'framework.imported', payload: { frameworkVersionId } });
    });
    const rows = await askDatabase(
      app.databaseUrl,
      `SELECT id, uri FROM competency WHERE uri LIKE 'https://skills.example.org/%'`,
    );
    competencyIds = SKILLS.map(({ uri }) => String(rows.find((row) => row.uri === uri)?.id));
    issuers = await Promise.all(['Guild', 'School', 'Club'].map((name) => didKeyIssuer(name, 'eddsa-rdfc-2022')));
    for (let number = 0; number < 12; number += 1) await addCandidate(number);
    await app.settle();
    const { data } = (await app.call('GET', '/v1/issuers?limit=100')).body;
    issuerIds = issuers.map(({ id }) => data.find((it: { identifier: string }) => it.identifier === id).id);
    profileIds = [await publish(['must', 'nice', 'learnable']), await publish(['learnable', 'must', 'must'])];
  });
  afterAll(() => app?.stop());

  /** Some badges by anybody; of every fourth candidate the last issuer is the candidate. */
  const addCandidate = async (number: number): Promise<void> => {
    const dids = number % 4 === 0 ? [String(issuers[2]?.id)] : [];
    const email = `p${number}@example.org`;
    const person = { externalIds: [{ system: 't', id: String(number) }], emails: [email], dids };
    const candidate = (await app.call('POST', '/v1/candidates', { body: person })).body.id;
    for (const [at, skill] of SKILLS.entries()) {
      if (random.chance(4)) continue;
      const issuer = pick(issuers);
      const story = { title: skill.label, skill: { name: skill.label, url: skill.uri }, recipientEmail: email };
      const id = `urn:uuid:5c0e2d7e-0d05-4be2-8d1f-8a8c8f3f${String(1000 + number * 10 + at)}`;
      const type = pick(['Assessment', 'Certificate', 'Membership'] as const);
      const badge = openBadge(id, issuer, {
        ...story,
        type,
        validFrom: AT,
        ...(random.chance(2) && { evidence: 'Seen.' }),
      });
      const headers = { 'content-type': 'application/json' };
      const body = (await issuer.sign(badge, AT)).body;
      await app.call('POST', `/v1/candidates/${candidate}/credentials`, { body, headers });
    }
  };
  const publish = async (importances: string[]): Promise<string> => {
    const requirements = competencyIds.map((competencyId, at) => ({
      ...{ id: SKILLS[at]?.label, competencyId, importance: importances[at], weight: 10 + at },
    }));
    const { id } = (await app.call('POST', '/v1/role-profiles', { body: { title: 'Dock', requirements } })).body;
    expect((await app.call('POST', `/v1/role-profiles/${id}/publish`)).status).toBeLessThan(300);
    return id;
  };
  const standings = async (profile: string): Promise<PoolStanding[]> =>
    (await app.call('GET', `/v1/role-profiles/${profile}/ranking?limit=100`)).body.data.map(
      ({ candidateId, band, score }: PoolStanding) => ({ candidateId, band, score, ordinal: 0 }),
    );
  const strengths = async (): Promise<Map<string, { candidate: string; strength: number }>> => {
    const rows = await askDatabase(
      app.databaseUrl,
      `SELECT credential_id || ' ' || competency_id AS key, candidate_id AS candidate, strength FROM holding`,
    );
    return new Map(
      rows.map(({ key, candidate, strength }) => [
        String(key),
        { candidate: String(candidate), strength: Number(strength) },
      ]),
    );
  };
  const preview = (issuer: string, body: object, query = '') =>
    app.call('POST', `/v1/issuers/${issuer}/trust/preview${query}`, { body });

  it('says what deciding it does, decision after decision', async () => {
    let moved = 0;
    for (let round = 0; round < 14; round += 1) {
      const issuer = pick(issuerIds);
      const scope = random.chance(2) ? {} : { competencyIds: competencyIds.filter(() => random.chance(2)) };
      const isScoped = scope.competencyIds !== undefined && scope.competencyIds.length > 0;
      const decision = { tier: pick(TIERS), ...(isScoped && scope) };
      const foreseen = (await preview(issuer, decision)).body;
      const [before, ordersBefore] = [await strengths(), await Promise.all(profileIds.map(standings))];
      expect(
        (await app.call('PUT', `/v1/issuers/${issuer}/trust`, { body: { ...decision, reason: 'A round.' } })).status,
      ).toBe(200);
      await app.settle();
      const [after, ordersAfter] = [await strengths(), await Promise.all(profileIds.map(standings))];

      const changed = [...after].filter(([key, { strength }]) => before.get(key)?.strength !== strength);
      const people = (of: typeof changed): number => new Set(of.map(([, { candidate }]) => candidate)).size;
      expect([round, decision, foreseen.strengths]).toEqual([
        round,
        decision,
        {
          holdings: changed.length,
          candidates: people(changed),
          gaining: people(changed.filter(([key, { strength }]) => strength > (before.get(key)?.strength ?? 0))),
          losing: people(changed.filter(([key, { strength }]) => strength < (before.get(key)?.strength ?? 0))),
        },
      ]);
      const expected = profileIds.map((id, at) => ({
        roleProfileId: id,
        ...movesBetween(ordersBefore[at] as PoolStanding[], ordersAfter[at] as PoolStanding[], 20),
      }));
      expect(foreseen.data).toMatchObject(expected.toReversed());
      moved += changed.length;
    }
    expect(moved).toBeGreaterThan(10);
  }, 180_000);

  it('is about holdings, which follow registries too', async () => {
    await askDatabase(app.databaseUrl, `UPDATE issuer_trust SET ended_at = now() WHERE ended_at IS NULL`);
    const tiers = async (): Promise<unknown[]> =>
      askDatabase(
        app.databaseUrl,
        `SELECT DISTINCT h.tier, h.trust FROM holding h JOIN credential_verdict v ON v.credential_id = h.credential_id
         WHERE v.issuer_id = '${issuerIds[0]}' ORDER BY 1`,
      );
    const body = { kind: 'list', name: 'Own', reason: 'A list.', issuers: [{ id: issuers[0]?.id }] };
    const { id } = (await app.call('POST', '/v1/trust-registries', { body })).body;
    await app.settle();
    expect(await tiers()).toEqual([{ tier: 'recognized', trust: 90 }]);
    await app.call('DELETE', `/v1/trust-registries/${id}`);
    await app.settle();
    expect(await tiers()).toEqual([{ tier: 'known', trust: 70 }]);
  });

  it('counts those who are endorsed too, since they rise and fall with their endorser', async () => {
    const [guild, school] = issuers as [DemoIssuer, DemoIssuer];
    await askDatabase(app.databaseUrl, `UPDATE issuer_trust SET ended_at = now()`);
    const [row] = await askDatabase(
      app.databaseUrl,
      `INSERT INTO issuer_endorsement (organization_id, credential_id, place, endorsed, endorser_id, verified_at)
       SELECT i.organization_id, gen_random_uuid(), '', '${school.id}', i.id, now() FROM issuer i
       WHERE i.identifier = '${guild.id}' RETURNING endorser_id AS id`,
    );
    const { issuerIds: reached } = (await preview(String(row?.id), { tier: 'trusted' })).body;
    expect(reached).toEqual([issuerIds[0], issuerIds[1]]);
    const { issuerIds: alone } = (await preview(String(row?.id), { tier: 'trusted', competencyIds })).body;
    expect(alone).toEqual([issuerIds[0]]);
  });

  it('keeps nothing, comes in pages and refuses what the decision itself would be refused', async () => {
    const issuer = String(issuerIds[0]);
    const [trust] = await askDatabase(app.databaseUrl, 'SELECT count(*)::int AS n FROM issuer_trust');
    const first = (await preview(issuer, { tier: 'blocked' }, '?limit=1')).body;
    expect(first.data).toMatchObject([{ roleProfileId: profileIds[1] }]);
    const second = (await preview(issuer, { tier: 'blocked' }, `?limit=1&cursor=${first.nextCursor}`)).body;
    expect([second.data[0].roleProfileId, second.nextCursor]).toEqual([profileIds[0], null]);
    expect(await askDatabase(app.databaseUrl, 'SELECT count(*)::int AS n FROM issuer_trust')).toEqual([trust]);
    expect((await preview(newId(), { tier: 'known' })).status).toBe(404);
    expect((await preview(issuer, { tier: 'known', competencyIds: [newId()] })).status).toBe(422);
    expect((await preview(issuer, { tier: 'best' })).status).toBe(400);
  });
});
