import fc from 'fast-check';
import { openBadge } from '../../demo/world/badge.js';
import { didKeyIssuer } from '../../demo/world/issuer.js';
import { CandidatesModule } from '../../src/candidates/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { movesBetween } from '../../src/ranking/domain/moves.js';
import { PreviewPolicy } from '../../src/ranking/application/preview-policy.js';
import { RankingModule } from '../../src/ranking/index.js';
import { RolesModule } from '../../src/roles/index.js';
import { DEFAULT_SCORING_POLICY, type ScoringPolicyContent } from '../../src/scoring/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';
import { rankWorld } from '../support/rank-world.js';
import { startTestApp, type TestApp } from '../support/running-app.js';
import type { ExpectedRow, ScoringWorld } from '../support/scoring-vectors.js';
import { anyWorld } from '../support/scoring-worlds.js';
import { storeWorld } from '../support/stored-world.js';

const { version: _one, ...DEFAULT } = DEFAULT_SCORING_POLICY;
const CLOCK = '2026-03-31T12:00:00.000Z';
/** The default ladder backwards: how the holdings of a random world were shown. */
const GRADE_OF: Readonly<Record<number, keyof ScoringPolicyContent['ladder']>> = {
  100: 'assessed-with-evidence',
  85: 'assessed',
  60: 'completed',
  30: 'attended',
  0: 'self-asserted',
};

const falling = (least: number) =>
  fc
    .array(fc.integer({ min: 1, max: 100 }), { minLength: least, maxLength: 3 })
    .map((list) => list.sort((a, b) => b - a));
const anyPolicy: fc.Arbitrary<ScoringPolicyContent> = fc.record({
  ladder: fc.tuple(falling(3), fc.constant(0)).map(([[a = 0, b = 0, c = 0]]) => ({
    'assessed-with-evidence': 100,
    assessed: a,
    completed: b,
    attended: c,
    'self-asserted': 0,
  })),
  tiers: falling(2).map(([a = 0, b = 0]) => ({ trusted: 100, recognized: a, known: b, self_issued: 0, blocked: 0 })),
  relations: fc.record({ same: fc.constant(100), narrower: falling(0), related: fc.nat(100), broader: falling(0) }),
  thresholds: fc.record({
    fullRelation: fc.integer({ min: 1, max: 100 }),
    metStrength: fc.integer({ min: 1, max: 100 }),
  }),
  unknownLevelPercent: fc.nat(100),
});

let ground: GroundFloor;
beforeAll(async () => {
  ground = await startGroundFloor({
    modules: [CandidatesModule, RolesModule, RankingModule],
    environment: { CLOCK },
  });
});
afterAll(() => ground.stop());

const call = async (method: 'GET' | 'PUT' | 'POST', url: string, payload?: object, headers: object = {}) => {
  const answer = await ground.app.inject({
    method,
    url: `/v1${url}`,
    ...(payload === undefined ? {} : { payload }),
    headers: { authorization: `Bearer ${ADMIN_KEY}`, ...headers },
  });
  return { status: answer.statusCode, body: answer.json(), etag: answer.headers.etag };
};

/** Everyone's strength as the policy makes it of their proof and tier. */
function under(world: ScoringWorld, policy: ScoringPolicyContent): ScoringWorld {
  const candidates = world.candidates.map(({ id, holdings }) => ({
    id,
    holdings: holdings.map((holding) => ({
      ...holding,
      proof: policy.ladder[GRADE_OF[holding.proof] as keyof ScoringPolicyContent['ladder']],
      trust: policy.tiers[holding.tier as keyof ScoringPolicyContent['tiers']],
    })),
  }));
  return { ...world, candidates };
}

describe('the preview of a scoring policy', () => {
  it('names who moves as ranking everyone again by the new policy does, on random worlds', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(anyWorld, anyPolicy, async (random, policy) => {
        // A tier is worth what the policy in force says, so that before is before.
        const world = under(random, DEFAULT);
        const { organizationId, profile, candidateIds } = await storeWorld(ground.app.get(UnitOfWork), world);
        for (const [proof, grade] of Object.entries(GRADE_OF)) {
          await ground.owner.query(
            `UPDATE holding SET proof_source = jsonb_build_object('grade', $3::text) WHERE organization_id = $1 AND proof = $2`,
            [organizationId, proof, grade],
          );
        }
        await publish(organizationId, profile);
        const { moves } = await ground.app.get(PreviewPolicy).run(organizationId, policy, null, 1);
        const order = (rows: ExpectedRow[]) =>
          rows.map(({ candidate, band, score }) => ({
            candidateId: candidateIds.get(candidate) as string,
            ordinal: 0,
            band,
            score,
          }));
        const after = rankWorld(under(world, policy), { version: 2, ...policy });
        expect([...moves.values()]).toEqual([movesBetween(order(rankWorld(world)), order(after), 20)]);
        moved += [...moves.values()][0]?.movers.length ?? 0;
      }),
      { numRuns: 60 },
    );
    expect(moved).toBeGreaterThan(0);
  });
});

async function publish(organizationId: string, profile: { requirements: object; groups: object }): Promise<void> {
  const values = [organizationId, JSON.stringify(profile.requirements), JSON.stringify(profile.groups)];
  const { rows } = await ground.owner.query<{ id: string }>(
    `INSERT INTO role_profile (organization_id, id, title, requirements, groups, created_by, published_version)
     VALUES ($1, gen_random_uuid(), 'Of a world', $2, $3, 'test', 1) RETURNING id`,
    values,
  );
  await ground.owner.query(
    `INSERT INTO role_profile_version (organization_id, role_profile_id, version, title, requirements, groups,
       published_by, published_at) VALUES ($1, $4, 1, 'Of a world', $2, $3, 'test', now())`,
    [...values, rows[0]?.id],
  );
}

describe('PUT /v1/scoring-policy', () => {
  const stricter = { ...DEFAULT, thresholds: { ...DEFAULT.thresholds, metStrength: 60 } };

  it('needs to know the version it changes', async () => {
    expect((await call('PUT', '/scoring-policy', stricter)).status).toBe(428);
    expect((await call('PUT', '/scoring-policy', stricter, { 'if-match': '"2"' })).status).toBe(412);
  });

  it('makes a version, keeps it, and makes none for the same', async () => {
    const set = await call('PUT', '/scoring-policy', stricter, { 'if-match': '"1"' });
    expect([set.status, set.etag]).toEqual([200, '"2"']);
    expect(set.body).toMatchObject({ version: 2, thresholds: { metStrength: 60 }, formula: 'credence-1' });
    expect((await call('GET', '/scoring-policy')).body).toEqual(set.body);
    expect((await call('PUT', '/scoring-policy', stricter, { 'if-match': '"2"' })).body.version).toBe(2);
    const { body } = await call('GET', '/scoring-policy/versions');
    expect(body.data).toEqual([{ version: 2, ...stricter, changedBy: expect.any(String), changedAt: CLOCK }]);
    const events = await call('GET', '/audit-events?action=scoring-policy.changed');
    expect(events.body.data).toHaveLength(1);
  });

  it('lets one of two who change it at once win', async () => {
    const softer = (metStrength: number) => ({ ...stricter, thresholds: { ...DEFAULT.thresholds, metStrength } });
    const answers = await Promise.all(
      [40, 41].map((percent) => call('PUT', '/scoring-policy', softer(percent), { 'if-match': '"2"' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('refuses what cannot be, naming each fault', async () => {
    const odd = { ...DEFAULT, tiers: { ...DEFAULT.tiers, known: 95 }, relations: { ...DEFAULT.relations, same: 90 } };
    for (const [method, url] of [
      ['PUT', '/scoring-policy'],
      ['POST', '/scoring-policy/preview'],
    ] as const) {
      const { status, body } = await call(method, url, odd, { 'if-match': '*' });
      expect([status, body.code]).toEqual([422, 'policy-impossible']);
      expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
        '/tiers/known',
        '/relations/same',
      ]);
    }
  });

  it.each([
    ['a part that is missing', { ...DEFAULT, tiers: undefined }],
    ['half a percent', { ...DEFAULT, unknownLevelPercent: 0.5 }],
    ['more than all', { ...DEFAULT, ladder: { ...DEFAULT.ladder, assessed: 101 } }],
    ['more steps than are walked', { ...DEFAULT, relations: { ...DEFAULT.relations, narrower: [90, 80, 70, 60] } }],
    ['an input that is not on the list', { ...DEFAULT, schoolPrestige: 10 }],
  ])('refuses %s', async (_name, body) => {
    expect((await call('PUT', '/scoring-policy', body, { 'if-match': '*' })).status).toBe(400);
  });
});

describe('holdings', () => {
  let service: TestApp;
  beforeAll(async () => {
    service = await startTestApp();
  });
  afterAll(() => service?.stop());

  it('are worked out again when the ladder changes, and so are rankings', async () => {
    const issuer = await didKeyIssuer('Forklift school', 'eddsa-rdfc-2022');
    const from = new Date('2026-01-05T00:00:00Z');
    const competencyUri = 'urn:credence:starter:forklift-operation';
    const person = { name: 'Mia', externalIds: [{ system: 'test', id: '1' }], emails: ['mia@example.org'] };
    await service.settle();
    const candidateId = (await service.call('POST', '/v1/candidates', { body: person })).body.id as string;
    const badge = openBadge('urn:test:badge', issuer, {
      title: 'Forklift course',
      skill: { name: 'Forklift operation', url: competencyUri },
      type: 'Certificate',
      recipientEmail: 'mia@example.org',
      validFrom: from,
    });
    const signed = await issuer.sign(badge, from);
    const headers = { 'content-type': signed.contentType };
    await service.call('POST', `/v1/candidates/${candidateId}/credentials`, { body: signed.body, headers });
    await service.settle();
    const strength = async () =>
      (await service.call('GET', `/v1/candidates/${candidateId}/competencies`)).body.data[0].strength;
    // A completed course by an issuer that is merely known: 60 x 70 / 100 = 42, and 50 is needed.
    expect(await strength()).toBe(42);
    const profile = { title: 'Driver', requirements: [{ competencyUri, importance: 'must', weight: 10 }] };
    const profileId = (await service.call('POST', '/v1/role-profiles', { body: profile })).body.id as string;
    await service.call('POST', `/v1/role-profiles/${profileId}/publish`);
    const ranked = async () => (await service.call('GET', `/v1/role-profiles/${profileId}/ranking`)).body;
    expect((await ranked()).data[0]).toMatchObject({ band: 'notYet', requirements: [{ state: 'weak_proof' }] });

    const kinder = { ...DEFAULT, ladder: { ...DEFAULT.ladder, completed: 80 } };
    const preview = await service.call('POST', '/v1/scoring-policy/preview', { body: kinder });
    expect(preview.body.data).toMatchObject([
      { roleProfileId: profileId, bandChanges: [{ from: 'notYet', to: 'qualified', people: 1 }] },
    ]);
    expect(preview.body.nextCursor).toBeNull();
    expect(
      (await service.call('PUT', '/v1/scoring-policy', { body: kinder, headers: { 'if-match': '"1"' } })).status,
    ).toBe(200);
    await service.settle();
    // 80 x 70 / 100 = 56.
    expect(await strength()).toBe(56);
    const after = await ranked();
    expect([after.policyVersion, after.data[0].band, after.data[0].score]).toEqual([2, 'qualified', 56_000]);
  });
});
