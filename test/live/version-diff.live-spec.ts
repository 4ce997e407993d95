import { CandidatesModule } from '../../src/candidates/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { RankingModule } from '../../src/ranking/index.js';
import { RolesModule } from '../../src/roles/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';
import { ownVectors, type ScoringVector } from '../support/scoring-vectors.js';
import { type StoredWorld, storeWorld } from '../support/stored-world.js';

/** poor holds m and l, soon m and n, rich n and l; n nice, l learnable, m must. */
const vector = ownVectors().find(({ name }) => name === 'bands-before-scores') as ScoringVector;
let ground: GroundFloor;
let stored: StoredWorld;
let id: string;

const call = async (method: 'GET' | 'PUT' | 'POST', path: string, payload?: object, headers: object = {}) => {
  const answer = await ground.app.inject({
    method,
    url: `/v1/role-profiles${path}`,
    ...(payload === undefined ? {} : { payload }),
    headers: { authorization: `Bearer ${ADMIN_KEY}`, ...headers },
  });
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
};

beforeAll(async () => {
  ground = await startGroundFloor({
    modules: [CandidatesModule, RolesModule, RankingModule],
    environment: { CLOCK: vector.clock.toISOString() },
  });
  stored = await storeWorld(ground.app.get(UnitOfWork), vector, ground.organizationId);
  id = (await call('POST', '', { title: 'First', ...stored.profile })).body.id as string;
  await call('POST', `/${id}/publish`);
  const requirements = stored.profile.requirements.map((one) =>
    one.id === 'm' ? { ...one, importance: 'nice' } : one,
  );
  await call('PUT', `/${id}`, { title: 'Second', requirements }, { 'if-match': '*' });
});
afterAll(() => ground.stop());

describe('GET /v1/role-profiles/{id}/diff', () => {
  it('says in words and in people what the draft would change', async () => {
    const { status, body } = await call('GET', `/${id}/diff?from=1`);
    expect(status).toBe(200);
    expect(body.sentences).toEqual(['The title was "First" and is "Second".', '"m": importance from must to nice.']);
    // Before poor, soon, rich; without the must rich and poor are qualified, with 990,000 and 20,000 points.
    expect(body.people).toMatchObject({
      all: 3,
      before: { qualified: 1, readySoon: 1, notYet: 1 },
      after: { qualified: 2, readySoon: 1, notYet: 0 },
      bandChanges: [{ from: 'notYet', to: 'qualified', people: 1 }],
      ranks: { up: 1, down: 2, unchanged: 0 },
    });
    expect(body.people.movers[0]).toMatchObject({
      candidateId: stored.candidateIds.get('rich'),
      before: { rank: 3, band: 'notYet' },
      after: { rank: 1, band: 'qualified' },
    });
  });

  it('compares two versions, the same with itself to nothing, and turned round', async () => {
    await call('POST', `/${id}/publish`);
    expect((await call('GET', `/${id}/diff?from=1&to=2`)).body.people.bandChanges).toHaveLength(1);
    expect((await call('GET', `/${id}/diff?from=2&to=1`)).body.people.bandChanges).toEqual([
      { from: 'qualified', to: 'notYet', people: 1 },
    ]);
    expect((await call('GET', `/${id}/diff?from=2`)).body).toMatchObject({ sentences: [], people: { movers: [] } });
  });

  it('needs versions that there are', async () => {
    expect((await call('GET', `/${id}/diff?from=7`)).body.code).toBe('role-profile-version-not-found');
    expect((await call('GET', `/${id}/diff?from=latest`)).status).toBe(400);
    expect((await call('GET', `/${id}/diff`)).status).toBe(400);
  });
});

describe('POST /v1/role-profiles/{id}/clone', () => {
  it('makes a draft of its own from the draft or from a version', async () => {
    const clone = await call('POST', `/${id}/clone`, { title: 'Third', version: 1 });
    expect(clone.status).toBe(201);
    expect(clone.body).toMatchObject({ title: 'Third', publishedVersion: null });
    expect(clone.body.requirements[2]).toMatchObject({ id: 'm', importance: 'must' });
    const of = await call('POST', `/${id}/clone`);
    expect(of.body).toMatchObject({ title: 'Second' });
    expect(of.body.requirements[2]).toMatchObject({ importance: 'nice' });
    await call(
      'PUT',
      `/${of.body.id}`,
      { title: 'Fourth', requirements: clone.body.requirements },
      { 'if-match': '*' },
    );
    expect((await call('GET', `/${id}`)).body.title).toBe('Second');
    expect((await call('POST', `/${id}/clone`, { version: 9 })).status).toBe(404);
  });
});

describe('a must that nobody could prove', () => {
  it('is refused with the reason: a heading without skills, but not one that has some', async () => {
    const [n, l] = ['n', 'l'].map((name) => stored.competencyIds.get(name));
    await ground.owner.query(`UPDATE competency_entry SET assignable = false WHERE competency_id = $1`, [n]);
    const asking = (importance: string) => ({ title: 'X', requirements: [{ competencyId: n, importance, weight: 1 }] });
    const refused = await call('POST', '', asking('must'));
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ pointer: '/requirements/0/competencyId', code: 'cannot-be-proven', message: expect.stringContaining('"n"') }],
    ]);
    expect((await call('POST', '', asking('nice'))).status).toBe(201);
    await ground.owner.query(
      `INSERT INTO competency_edge (organization_id, framework_version_id, from_id, to_id, type)
       SELECT organization_id, active_version_id, $2, $3, 'broader' FROM framework
       WHERE organization_id = $1 AND slug = 'world'`,
      [ground.organizationId, l, n],
    );
    expect((await call('POST', '', asking('must'))).status).toBe(201);
  });
});
