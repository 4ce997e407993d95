import { CandidatesModule } from '../../src/candidates/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { RankingModule } from '../../src/ranking/index.js';
import { RolesModule } from '../../src/roles/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';
import { ownVectors, type ScoringVector, sharedVectors } from '../support/scoring-vectors.js';
import { type StoredWorld, storeWorld } from '../support/stored-world.js';

let ground: GroundFloor;
/** The vector `any-two-of-three`: see its working for every number below. */
const vector = named('any-two-of-three');
let stored: StoredWorld;
let profileId: string;

beforeAll(async () => {
  // The clock of the vectors; `asOf` is only sent where a test is about it.
  ground = await startGroundFloor({
    modules: [CandidatesModule, RolesModule, RankingModule],
    environment: { CLOCK: vector.clock.toISOString() },
  });
  stored = await storeWorld(ground.app.get(UnitOfWork), vector, ground.organizationId);
  profileId = await publishedProfile(stored, ADMIN_KEY);
});
afterAll(() => ground.stop());

function named(name: string): ScoringVector {
  const found = ownVectors().find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no vector ${name}`);
  return found;
}

async function call(method: 'GET' | 'POST', url: string, payload?: object, key = ADMIN_KEY) {
  const answer = await ground.app.inject({
    method,
    url,
    ...(payload === undefined ? {} : { payload }),
    headers: { authorization: `Bearer ${key}` },
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json(), text: answer.body };
}
const get = (path: string, key = ADMIN_KEY) => call('GET', `/v1/role-profiles/${path}`, undefined, key);

/** The profile of a world as a hiring manager sends it, published. */
async function publishedProfile({ profile }: StoredWorld, key: string): Promise<string> {
  const made = await call('POST', '/v1/role-profiles', { title: 'Of a vector', ...profile }, key);
  expect([made.status, made.body.errors]).toEqual([201, undefined]);
  expect((await call('POST', `/v1/role-profiles/${made.body.id}/publish`, undefined, key)).status).toBe(201);
  return made.body.id as string;
}

const id = (name: string) => stored.candidateIds.get(name) as string;
const names = (body: { data: { candidateId: string }[] }) =>
  body.data.map(({ candidateId }) => stored.nameOf(candidateId));

describe('GET /v1/role-profiles/{id}/ranking', () => {
  it('answers the page, exact totals and all that fixes it', async () => {
    const { status, body } = await get(`${profileId}/ranking`);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual([
      'data',
      'totals',
      'filters',
      'formula',
      'profileVersion',
      'policyVersion',
      'frameworkVersions',
      'levelMapsVersion',
      'asOf',
      'sequence',
      'nextCursor',
    ]);
    expect(body).toMatchObject({
      totals: { all: 3, qualified: 1, readySoon: 1, notYet: 1 },
      formula: 'credence-1',
      profileVersion: 1,
      policyVersion: 1,
      frameworkVersions: [{ framework: 'World', version: '1' }],
      asOf: '2026-06-30T12:00:00.000Z',
      sequence: 1,
      nextCursor: null,
    });
    expect(body.data[2]).toEqual({
      candidateId: id('one'),
      rank: 3,
      band: 'notYet',
      score: 75000,
      maxScore: 90000,
      scorePercent: '83.33',
      scoreLow: 60000,
      scoreHigh: 90000,
      requirements: [
        { requirementId: 'ra', state: 'met', points: 50000, credentialId: expect.any(String) },
        { requirementId: 'rb', state: 'level_unknown', points: 15000, credentialId: expect.any(String) },
        { requirementId: 'rc', state: 'unproven', points: 0, credentialId: null },
        { requirementId: 'rd', state: 'met', points: 10000, credentialId: expect.any(String) },
      ],
    });
  });

  const shared = sharedVectors();
  (shared === null ? it.skip : it)(
    'answers every vector of the contract from profiles sent to the API',
    async () => {
      for (const world of shared ?? []) {
        const { organizationId, key } = await ground.addOrganization();
        const own = await storeWorld(ground.app.get(UnitOfWork), world, organizationId);
        const profile = await publishedProfile(own, key);
        const { body } = await get(`${profile}/ranking?limit=200&asOf=${world.clock.toISOString()}`, key);
        const rows = body.data.map(({ candidateId, rank: _rank, ...row }: Record<string, unknown>) => ({
          candidate: own.nameOf(candidateId as string),
          ...row,
          requirements: (row.requirements as { requirementId: string; credentialId: string | null }[]).map(
            ({ requirementId, credentialId, ...rest }) => ({
              id: requirementId,
              ...rest,
              credentialId: credentialId === null ? null : own.nameOf(credentialId),
            }),
          ),
        }));
        expect({ name: world.name, rows }).toEqual({ name: world.name, rows: world.expected });
      }
    },
    120_000,
  );

  it('gives the same bytes for the same question', async () => {
    const first = await get(`${profileId}/ranking`);
    expect((await get(`${profileId}/ranking`)).text).toBe(first.text);
  });

  it('walks by cursor, which is bound to the filters', async () => {
    const first = await get(`${profileId}/ranking?limit=1`);
    expect(names(first.body)).toEqual(['three']);
    expect(first.headers.link).toContain(`cursor=${first.body.nextCursor}`);
    const second = await get(`${profileId}/ranking?limit=1&cursor=${first.body.nextCursor}`);
    const third = await get(`${profileId}/ranking?limit=1&cursor=${second.body.nextCursor}`);
    expect([...names(second.body), ...names(third.body)]).toEqual(['swap', 'one']);
    expect(third.body).toMatchObject({ nextCursor: null, totals: { all: 3 }, asOf: first.body.asOf });

    const changed = await get(`${profileId}/ranking?limit=1&band=notYet&cursor=${first.body.nextCursor}`);
    expect([changed.status, changed.body.code]).toEqual([400, 'cursor-filter-changed']);
    const forged = await get(`${profileId}/ranking?cursor=${first.body.nextCursor.slice(0, -2)}AA`);
    expect([forged.status, forged.body.code]).toEqual([400, 'invalid-cursor']);
  });

  it('keeps clock and profile version of the first page on the next ones', async () => {
    const own = await publishedProfile(stored, ADMIN_KEY);
    const first = await get(`${own}/ranking?limit=1`);
    const edit = await ground.app.inject({
      method: 'PUT',
      url: `/v1/role-profiles/${own}`,
      headers: { authorization: `Bearer ${ADMIN_KEY}`, 'if-match': '*' },
      payload: { title: 'Other', requirements: [{ competencyUri: 'urn:world:a', importance: 'must', weight: 1 }] },
    });
    expect(edit.statusCode).toBe(200);
    await call('POST', `/v1/role-profiles/${own}/publish`);
    expect((await get(`${own}/ranking`)).body.profileVersion).toBe(2);
    const next = await get(`${own}/ranking?limit=1&cursor=${first.body.nextCursor}`);
    expect(next.body).toMatchObject({
      profileVersion: 1,
      data: [{ candidateId: id('swap'), rank: 2, maxScore: 90000 }],
    });
  });

  it('filters by band and name with the ranks of the pool', async () => {
    const bands = await get(`${profileId}/ranking?band=readySoon,notYet`);
    expect(bands.body.data.map(({ rank }: { rank: number }) => rank)).toEqual([2, 3]);
    expect(bands.body.totals.all).toBe(3);
    expect(names((await get(`${profileId}/ranking?band=notYet&band=qualified`)).body)).toEqual(['three', 'one']);
    const found = await get(`${profileId}/ranking?q=SWA`);
    expect(found.body).toMatchObject({ totals: { all: 1, readySoon: 1 }, data: [{ rank: 2 }] });
  });

  it('turns the clock with asOf', async () => {
    const world = named('dates-and-ages');
    const { organizationId, key } = await ground.addOrganization();
    const own = await storeWorld(ground.app.get(UnitOfWork), world, organizationId);
    const profile = await publishedProfile(own, key);
    const qualifiedAt = async (asOf: string) =>
      (await get(`${profile}/ranking?asOf=${encodeURIComponent(asOf)}`, key)).body.totals.qualified as number;
    // until-later ends one millisecond after the clock of the vector; the same instant in another zone is the same.
    expect(await qualifiedAt('2026-03-31T12:00:00.000Z')).toBe(2);
    expect(await qualifiedAt('2026-03-31T14:00:00.000+02:00')).toBe(2);
    expect(await qualifiedAt('2026-03-31T12:00:00.001Z')).toBe(0);
  });

  it.each([
    ['a band it does not know', 'band=best'],
    ['an instant without a zone', 'asOf=2026-11-23T09:00:00'],
    ['a day that is not', 'asOf=2026-02-31T09:00:00Z'],
    ['too large a page', 'limit=201'],
    ['an empty search', 'q='],
    ['a control character', 'q=%00'],
    ['a filter it does not know', 'school=x'],
  ])('refuses %s', async (_, query) => {
    const { status, body } = await get(`${profileId}/ranking?${query}`);
    expect([status, body.code]).toEqual([400, 'validation-failed']);
  });

  it('says so when nothing was published', async () => {
    const { requirements, groups } = stored.profile;
    const draft = await call('POST', '/v1/role-profiles', { title: 'Draft', requirements, groups });
    for (const path of ['ranking', `ranking/${id('one')}`, `compare?a=${id('one')}&b=${id('swap')}`]) {
      const { status, body } = await get(`${draft.body.id}/${path}`);
      expect([status, body.code]).toEqual([409, 'not-published']);
    }
  });

  it('is nothing to another organization', async () => {
    const { key } = await ground.addOrganization();
    for (const path of ['ranking', `ranking/${id('one')}`, `compare?a=${id('one')}&b=${id('swap')}`]) {
      expect((await get(`${profileId}/${path}`, key)).status).toBe(404);
    }
  });
});

describe('GET /v1/role-profiles/{id}/ranking/{candidateId}', () => {
  it('explains what held the candidate back, with points that sum to the score', async () => {
    const { status, body } = await get(`${profileId}/ranking/${id('one')}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      candidateId: id('one'),
      rank: 3,
      poolSize: 3,
      band: 'notYet',
      score: 75000,
      heldBackBy: { importance: 'must', group: 'g', requirementIds: ['ra', 'rb', 'rc'], needed: 2, met: 1 },
      formula: 'credence-1',
      policyVersion: 1,
      profileVersion: 1,
      asOf: '2026-06-30T12:00:00.000Z',
      sequence: 1,
    });
    const points = body.requirements.map((requirement: { points: number }) => requirement.points);
    // a 50000 and b 15000 are the best two of the group, c has none, d stands alone with 10000.
    expect(points).toEqual([50000, 15000, 0, 10000]);
    expect(body.requirements[0]).toMatchObject({
      competency: { label: 'a' },
      best: {
        jsonPath: '/credentialSubject/achievement/alignment/0',
        level: 4,
        strength: 100,
        relation: { kind: 'same', percent: 100, path: [{ label: 'a' }] },
        fit: 10000,
      },
    });
    expect(body.sentences[0]).toBe(
      'The candidate stands at rank 3 of 3 in the band "not yet" with 75,000 of 90,000 points (83.33 %).',
    );
  });

  it('names the path of a relation in the words of the framework', async () => {
    const world = named('relation-steps');
    const { organizationId, key } = await ground.addOrganization();
    const own = await storeWorld(ground.app.get(UnitOfWork), world, organizationId);
    const profile = await publishedProfile(own, key);
    const path = async (name: string) => {
      const { body } = await get(`${profile}/ranking/${own.candidateIds.get(name)}`, key);
      return body.requirements[0].best?.relation.path.map(({ label }: { label: string }) => label);
    };
    expect(await path('d3')).toEqual(['d3', 'd2', 'd1', 'need']);
    expect(await path('up1')).toEqual(['up1', 'need']);
    expect(await path('side')).toEqual(['side', 'need']);
    expect(await path('d4')).toBeUndefined();
  });

  it('agrees with the list on every candidate of every world of ours', async () => {
    for (const world of ownVectors()) {
      const { organizationId, key } = await ground.addOrganization();
      const own = await storeWorld(ground.app.get(UnitOfWork), world, organizationId);
      const profile = await publishedProfile(own, key);
      const asOf = `asOf=${world.clock.toISOString()}`;
      for (const row of (await get(`${profile}/ranking?${asOf}`, key)).body.data) {
        const { requirements, ...rest } = row;
        const { body } = await get(`${profile}/ranking/${row.candidateId}?${asOf}`, key);
        expect(body).toMatchObject(rest);
        const lines = body.requirements.map(
          (line: { requirementId: string; state: string; earned: number; best: { credentialId: string } | null }) => ({
            requirementId: line.requirementId,
            state: line.state,
            points: line.earned,
            credentialId: line.best?.credentialId ?? null,
          }),
        );
        expect(lines).toEqual(requirements);
      }
    }
  });

  it('tells someone who did not apply where they would stand', async () => {
    await ground.app.get(UnitOfWork).run(stored.organizationId, (tx) =>
      tx.query(
        `INSERT INTO application (organization_id, id, candidate_id, system, external_id, job_id)
         VALUES ($1, gen_random_uuid(), $2, 'ats', 'a-1', 'JOB-1')`,
        [tx.organizationId, id('swap')],
      ),
    );
    expect(names((await get(`${profileId}/ranking?job=JOB-1`)).body)).toEqual(['swap']);
    expect((await get(`${profileId}/ranking/${id('one')}?job=JOB-1`)).body).toMatchObject({ rank: 2, poolSize: 2 });
    expect((await get(`${profileId}/ranking/${id('three')}?job=JOB-1`)).body).toMatchObject({ rank: 1, poolSize: 2 });
  });

  it('knows nobody of another id, and says when someone was erased', async () => {
    expect((await get(`${profileId}/ranking/0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001`)).status).toBe(404);
    expect((await get(`${profileId}/ranking/someone`)).status).toBe(404);
    const { organizationId, key } = await ground.addOrganization();
    const own = await storeWorld(ground.app.get(UnitOfWork), vector, organizationId);
    const profile = await publishedProfile(own, key);
    const erased = own.candidateIds.get('one') as string;
    await ground.app.inject({
      method: 'DELETE',
      url: `/v1/candidates/${erased}`,
      headers: { authorization: `Bearer ${key}` },
    });
    expect((await get(`${profile}/ranking/${erased}`, key)).status).toBe(410);
    expect((await get(`${profile}/ranking`, key)).body.totals.all).toBe(2);
  });
});

describe('GET /v1/role-profiles/{id}/compare', () => {
  it('says why a stands above b although b has more points', async () => {
    const { status, body } = await get(`${profileId}/compare?a=${id('three')}&b=${id('one')}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      a: { candidateId: id('three'), rank: 1, band: 'qualified', score: 60000 },
      b: { candidateId: id('one'), rank: 3, band: 'notYet', score: 75000 },
      above: 'a',
      decidedBy: 'band',
      scoreDifference: -15000,
    });
    const differences = body.requirements.map(({ difference }: { difference: number }) => difference);
    // As they count: ra 0 - 50000, rb 30000 - 15000, rc 20000 - 0, rd 10000 - 10000.
    expect(differences).toEqual([-50000, 15000, 20000, 0]);
    expect(body.sentences[0]).toBe('The first candidate (rank 1) stands above the second (rank 3).');
  });

  it('needs two candidates that there are', async () => {
    expect((await get(`${profileId}/compare?a=${id('one')}`)).status).toBe(400);
    const nobody = '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001';
    expect((await get(`${profileId}/compare?a=${id('one')}&b=${nobody}`)).status).toBe(404);
  });
});

describe('GET /v1/scoring-policy', () => {
  it('publishes how scores are made and all that may enter them', async () => {
    const { body, headers } = await call('GET', '/v1/scoring-policy');
    expect(headers.etag).toBe('"1"');
    expect(body).toMatchObject({
      formula: 'credence-1',
      version: 1,
      ladder: { 'assessed-with-evidence': 100, assessed: 85, completed: 60, attended: 30, 'self-asserted': 0 },
      tiers: { trusted: 100, recognized: 90, known: 70, self_issued: 0, blocked: 0 },
      relations: { same: 100, narrower: [90, 80, 80], related: 50, broader: [40] },
      thresholds: { fullRelation: 80, metStrength: 50 },
      unknownLevelPercent: 50,
    });
    const inputs = body.inputs.map(({ of, name }: { of: string; name: string }) => `${of}.${name}`);
    expect(inputs).toContain('holding.level');
    expect(inputs.join()).not.toMatch(/candidate|person|name\b|school|age\b/);
  });
});
