import pg from 'pg';
import { type BadgeStory, openBadge } from '../../demo/world/badge.js';
import { type DemoIssuer, didKeyIssuer } from '../../demo/world/issuer.js';
import { type Transaction, UnitOfWork } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { anotherOrganization } from '../support/another-organization.js';
import { startTestApp, type TestApp } from '../support/running-app.js';
import { type SmallCompetency, storeFrameworkVersion } from '../support/stored-framework.js';

const EMAIL = 'mia@example.org';
const MOORING = { uri: 'urn:airfield:zeppelin-mooring', label: 'Zeppelin mooring' };
const REPAIR = { uri: 'urn:airfield:balloon-repair', label: 'Balloon repair' };
const FROM = new Date('2026-01-05T00:00:00Z');

interface Listed {
  id: string;
  state: string;
  claim: { kind: string };
  competency: object | null;
}

describe('mapping', () => {
  let service: TestApp;
  let owner: pg.Pool;
  let issuer: DemoIssuer;
  let organizationId: string;
  let frameworkId: string;
  let serial = 0;

  beforeAll(async () => {
    service = await startTestApp();
    owner = new pg.Pool({ connectionString: service.databaseUrl, max: 2 });
    owner.on('error', () => undefined);
    issuer = await didKeyIssuer('Airfield academy', 'eddsa-rdfc-2022');
    organizationId = String((await rows(`SELECT organization_id AS id FROM organization`))[0]?.id);
    frameworkId = newId();
    await importFramework([MOORING]);
  });
  afterAll(async () => {
    await owner?.end();
    await service?.stop();
  });

  const within = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    service.app.get(UnitOfWork).run(organizationId, work);
  // Past every policy, to look into tables and to do what people will decide.
  const rows = async (sql: string, params: unknown[] = []): Promise<Record<string, unknown>[]> =>
    (await owner.query<Record<string, unknown>>(sql, params)).rows;
  const publish = (topic: string, payload: Record<string, string>): Promise<void> =>
    within((tx) => service.app.get(Outbox).publish(tx, { topic, payload }));
  const importFramework = async (competencies: SmallCompetency[]): Promise<void> => {
    await within(async (tx) => {
      const frameworkVersionId = await storeFrameworkVersion(tx, frameworkId, competencies);
      await service.app.get(Outbox).publish(tx, { topic: 'framework.imported', payload: { frameworkVersionId } });
    });
    await service.settle();
  };
  const recompute = async (credentialId: string): Promise<void> => {
    await publish('mapping.recompute-due', { credentialId });
    await service.settle();
  };

  async function handIn(
    story: Partial<BadgeStory> = {},
    more: object = {},
  ): Promise<{ candidateId: string; credentialId: string }> {
    const number = String((serial += 1));
    const person = { name: 'Mia', externalIds: [{ system: 'test', id: number }], emails: [EMAIL], ...more };
    const candidate = await service.call('POST', '/v1/candidates', { body: person });
    expect(candidate.status).toBe(201);
    const badge = openBadge(`urn:airfield:badge:${number}`, issuer, {
      title: 'Ground crew exam',
      skill: { name: MOORING.label, url: MOORING.uri },
      type: 'Assessment',
      level: 3,
      evidence: 'Moored two airships in a storm.',
      recipientEmail: EMAIL,
      validFrom: FROM,
      ...story,
    });
    const signed = await issuer.sign(badge, FROM);
    const candidateId = String(candidate.body.id);
    const submitted = await service.call('POST', `/v1/candidates/${candidateId}/credentials`, {
      body: signed.body,
      headers: { 'content-type': signed.contentType },
    });
    expect(submitted.status).toBe(202);
    await service.settle();
    return { candidateId, credentialId: String(submitted.body.id) };
  }

  const holdings = async (candidateId: string): Promise<Record<string, unknown>[]> =>
    (await service.call('GET', `/v1/candidates/${candidateId}/competencies`)).body.data;
  const unproven = async (candidateId: string): Promise<Record<string, unknown>[]> =>
    (await service.call('GET', `/v1/candidates/${candidateId}/competencies`)).body.unproven;
  const listed = async (credentialId: string): Promise<Listed[]> =>
    (await service.call('GET', `/v1/mappings?credentialId=${credentialId}`)).body.data;
  const traces = (credentialId: string): Promise<Record<string, unknown>[]> =>
    rows(
      `SELECT 'claim' AS what, position::text AS id, xmin::text FROM claim WHERE credential_id = $1
       UNION ALL SELECT 'mapping', id::text, xmin::text FROM mapping WHERE credential_id = $1
       UNION ALL SELECT 'holding', competency_id::text, xmin::text FROM holding WHERE credential_id = $1
       UNION ALL SELECT 'sequence', value::text, xmin::text FROM holding_sequence ORDER BY 1, 2`,
      [credentialId],
    );

  it('gives the candidate what a verified badge shows, with where it stands and how it was found', async () => {
    const { candidateId, credentialId } = await handIn();
    const path = '/credentialSubject/achievement/alignment/0';
    const mappings = await listed(credentialId);
    expect(mappings.filter(({ state }) => state === 'mapped_auto')).toEqual([
      {
        id: expect.any(String),
        credentialId,
        candidateId,
        state: 'mapped_auto',
        method: 'identifier',
        score: 10_000,
        claim: {
          position: 0,
          jsonPath: path,
          kind: 'alignment',
          text: MOORING.label,
          uri: MOORING.uri,
          origin: 'issuer',
        },
        competency: {
          id: expect.any(String),
          uri: MOORING.uri,
          label: MOORING.label,
          frameworkName: 'Airfield',
          frameworkVersion: expect.any(String),
        },
        evidence: { jsonPath: path, text: MOORING.label, matched: expect.stringContaining('zeppelin-mooring') },
        madeAt: expect.any(String),
      },
    ]);
    // Level 3 of the five of the rubric; assessed with evidence 100 x known issuer 70 / 100 = 70.
    expect(await holdings(candidateId)).toEqual([
      expect.objectContaining({
        uri: MOORING.uri,
        credentialId,
        verdict: 'verified',
        level: 3,
        levelSource: expect.objectContaining({ status: 'stated', source: 'rubric' }),
        proof: 100,
        trust: 70,
        tier: 'known',
        strength: 70,
        jsonPath: path,
        validFrom: FROM.toISOString(),
        validUntil: null,
      }),
    ]);
    const [kept] = await rows(`SELECT mapping_id FROM holding WHERE credential_id = $1`, [credentialId]);
    expect(mappings.map(({ id }) => id)).toContain(kept?.mapping_id);
  });

  it('changes nothing when it is repeated', async () => {
    const { credentialId } = await handIn();
    const before = await traces(credentialId);
    expect(new Set(before.map(({ what }) => what))).toEqual(new Set(['claim', 'mapping', 'holding', 'sequence']));
    await service.call('POST', `/v1/credentials/${credentialId}/verifications`);
    await service.settle();
    await recompute(credentialId);
    expect(await traces(credentialId)).toEqual(before);
  });

  it('maps once when the same work is done by several at the same time', async () => {
    const { credentialId } = await handIn();
    const before = await rows(`SELECT 1 FROM mapping WHERE credential_id = $1`, [credentialId]);
    await rows(`DELETE FROM mapping WHERE credential_id = $1`, [credentialId]);
    await Promise.all(Array.from({ length: 12 }, () => publish('mapping.recompute-due', { credentialId })));
    await service.settle();
    expect(await rows(`SELECT 1 FROM mapping WHERE credential_id = $1`, [credentialId])).toEqual(before);
  });

  it('follows what the organization thinks of the issuer', async () => {
    const { candidateId } = await handIn();
    const found = await service.call('GET', `/v1/issuers?q=${encodeURIComponent(issuer.id)}`);
    const decide = async (tier: string): Promise<void> => {
      const body = { tier, reason: 'Looked at by the test.' };
      expect((await service.call('PUT', `/v1/issuers/${found.body.data[0].id}/trust`, { body })).status).toBe(200);
      await service.settle();
    };
    await decide('trusted');
    expect(await holdings(candidateId)).toEqual([
      expect.objectContaining({ tier: 'trusted', trust: 100, strength: 100 }),
    ]);
    await decide('blocked');
    expect(await holdings(candidateId)).toEqual([expect.objectContaining({ tier: 'blocked', trust: 0, strength: 0 })]);
    await decide('known');
  });

  it('understands more when a framework learns more, and keeps what it had said before', async () => {
    const { candidateId, credentialId } = await handIn({ skill: { name: REPAIR.label } });
    const about = (all: Listed[]) => all.filter(({ claim }) => claim.kind === 'tag');
    const [unmapped] = about(await listed(credentialId));
    expect(unmapped).toMatchObject({ state: 'unmapped', competency: null, claim: { text: REPAIR.label } });
    expect(await holdings(candidateId)).toEqual([]);

    await importFramework([MOORING, REPAIR]);
    expect(about(await listed(credentialId))).toEqual([
      expect.objectContaining({ state: 'mapped_auto', method: 'preferred-label', score: 9_800 }),
    ]);
    expect(await holdings(candidateId)).toEqual([expect.objectContaining({ uri: REPAIR.uri, level: 3 })]);
    const history = await rows(`SELECT state, superseded_at FROM mapping WHERE id = $1`, [unmapped?.id]);
    expect(history).toEqual([{ state: 'unmapped', superseded_at: expect.any(Date) }]);
  });

  it('suggests what a claim in other words may mean, and maps nothing by it', async () => {
    await importFramework([MOORING, REPAIR]);
    const { candidateId, credentialId } = await handIn({ skill: { name: 'Repairing balloons' } });
    const ofTag = (await listed(credentialId)).filter(({ claim }) => claim.kind === 'tag');
    expect(ofTag).toEqual([
      expect.objectContaining({ state: 'unmapped', competency: null }),
      expect.objectContaining({
        state: 'suggested',
        method: 'similar-wording',
        competency: expect.objectContaining({ uri: REPAIR.uri }),
        evidence: expect.objectContaining({
          matched: 'Repairing balloons',
          signals: expect.objectContaining({ cosine: 1 }),
        }),
      }),
    ]);
    expect(await holdings(candidateId)).toEqual([]);

    await recompute(credentialId);
    expect((await listed(credentialId)).filter(({ claim }) => claim.kind === 'tag')).toEqual(ofTag);
  });

  it('keeps what somebody else’s badge says, and gives the candidate nothing for it', async () => {
    const { candidateId, credentialId } = await handIn({ recipientEmail: 'somebody-else@example.org' });
    expect((await listed(credentialId)).filter(({ state }) => state === 'mapped_auto')).toHaveLength(1);
    expect(await holdings(candidateId)).toEqual([]);
  });

  it('believes nothing of what people say of themselves', async () => {
    const { candidateId } = await handIn({}, { dids: [issuer.id] });
    expect(await holdings(candidateId)).toEqual([
      expect.objectContaining({ verdict: 'verified', tier: 'self_issued', proof: 0, trust: 0, strength: 0 }),
    ]);
  });

  it('gives no competency for a result that failed', async () => {
    const { candidateId } = await handIn({ result: 'Failed' });
    expect(await holdings(candidateId)).toEqual([]);
  });

  it('keeps what was proven once and has ended, as no longer proven', async () => {
    const { candidateId } = await handIn({ validUntil: new Date('2026-02-01T00:00:00Z') });
    expect(await holdings(candidateId)).toEqual([]);
    expect(await unproven(candidateId)).toEqual([
      expect.objectContaining({ verdict: 'failed', validUntil: '2026-02-01T00:00:00.000Z' }),
    ]);
  });

  it.each([
    ['is of no known format', `verdict = 'unsupported', reason = 'unsupported', reasons = '{unsupported}'`],
    ['is malformed', `verdict = 'failed', reason = 'malformed', reasons = '{malformed}'`],
  ])('takes claims and holdings away when it turns out that the document %s', async (_, finding) => {
    const { candidateId, credentialId } = await handIn();
    expect(await holdings(candidateId)).toHaveLength(1);
    await rows(`UPDATE verification SET ${finding} WHERE credential_id = $1`, [credentialId]);
    await rows(
      `UPDATE credential_verdict c SET verdict = v.verdict, reason = v.reason FROM verification v
       WHERE v.credential_id = c.credential_id AND c.credential_id = $1`,
      [credentialId],
    );
    await recompute(credentialId);
    expect(await holdings(candidateId)).toEqual([]);
    expect(await rows(`SELECT 1 FROM claim WHERE credential_id = $1`, [credentialId])).toEqual([]);
    expect(await listed(credentialId)).toEqual([]);
    expect(await rows(`SELECT 1 FROM mapping WHERE credential_id = $1`, [credentialId])).not.toEqual([]);
  });

  it('leaves what a person decided', async () => {
    const { candidateId, credentialId } = await handIn();
    const decide = (state: string): Promise<unknown> =>
      rows(`UPDATE mapping SET state = $2 WHERE credential_id = $1 AND competency_id IS NOT NULL`, [
        credentialId,
        state,
      ]);
    await decide('rejected');
    await recompute(credentialId);
    expect((await listed(credentialId)).filter(({ competency }) => competency)).toEqual([
      expect.objectContaining({ state: 'rejected' }),
    ]);
    expect(await holdings(candidateId)).toEqual([]);
    await decide('mapped_reviewed');
    await recompute(credentialId);
    expect(await holdings(candidateId)).toHaveLength(1);
  });

  it('ends quietly for a credential that is gone', async () => {
    await recompute(newId());
    expect(await rows(`SELECT topic, last_error FROM outbox WHERE attempts > 0`)).toEqual([]);
  });

  describe('GET /v1/mappings', () => {
    it('gives all pages in the order of making, each mapping once', async () => {
      await handIn();
      const seen: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const cursor: string = next === '' ? '' : `&cursor=${next}`;
        const page = await service.call('GET', `/v1/mappings?state=mapped_auto&limit=2${cursor}`);
        expect(page.status).toBe(200);
        seen.push(...page.body.data.map((row: { id: string }) => row.id));
        next = page.body.nextCursor;
      }
      const all = await rows(
        `SELECT id FROM mapping WHERE state = 'mapped_auto' AND superseded_at IS NULL ORDER BY id`,
      );
      expect(seen.length).toBeGreaterThan(2);
      expect(seen).toEqual(all.map(({ id }) => id));
    });

    it.each(['state=perhaps', 'credentialId=1', 'limit=0'])('refuses %s', async (query) => {
      expect((await service.call('GET', `/v1/mappings?${query}`)).status).toBe(400);
    });

    it('shows another organization nothing of it', async () => {
      const key = await anotherOrganization(service);
      expect((await service.call('GET', '/v1/mappings', { key })).body).toEqual({ data: [], nextCursor: null });
    });

    it('is for people who hire', async () => {
      const body = { name: 'a key of the test', roles: ['integration'] };
      const made = await service.call('POST', '/v1/api-keys', { body });
      expect((await service.call('GET', '/v1/mappings', { key: made.body.key })).status).toBe(403);
    });
  });
});
