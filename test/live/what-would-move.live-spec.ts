import { CandidatesModule } from '../../src/candidates/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { RankingModule } from '../../src/ranking/index.js';
import { RolesModule } from '../../src/roles/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';
import { ownVectors, type ScoringVector } from '../support/scoring-vectors.js';
import { type StoredWorld, storeWorld } from '../support/stored-world.js';

/**
 * n nice 98, l learnable 1, m must 1; everything held has strength 100. poor holds m and l (qualified, 20,000), soon m and
 * n (ready soon, 990,000), rich n and l (not yet, 990,000).
 */
const vector = ownVectors().find(({ name }) => name === 'bands-before-scores') as ScoringVector;
let ground: GroundFloor;
let stored: StoredWorld;
let profileId: string;

const call = async (method: 'GET' | 'POST', path: string, payload?: object, key = ADMIN_KEY) => {
  const answer = await ground.app.inject({
    method,
    url: `/v1${path}`,
    ...(payload === undefined ? {} : { payload }),
    headers: { authorization: `Bearer ${key}` },
  });
  return { status: answer.statusCode, body: answer.json() };
};
const publish = async (profile: object) => {
  const { body } = await call('POST', '/role-profiles', profile);
  await call('POST', `/role-profiles/${body.id}/publish`);
  return body.id as string;
};

beforeAll(async () => {
  ground = await startGroundFloor({
    modules: [CandidatesModule, RolesModule, RankingModule],
    environment: { CLOCK: vector.clock.toISOString() },
  });
  stored = await storeWorld(ground.app.get(UnitOfWork), vector, ground.organizationId);
  profileId = await publish({ title: 'Of a vector', ...stored.profile });
});
afterAll(() => ground.stop());

describe('GET /v1/role-profiles/{id}/ranking/{candidateId}/advance', () => {
  const advance = async (name: string, query = '') =>
    (await call('GET', `/role-profiles/${profileId}/ranking/${stored.candidateIds.get(name)}/advance${query}`)).body;

  it('names the one must that keeps somebody from qualified, and where they would stand', async () => {
    expect(await advance('rich')).toMatchObject({
      goal: 'qualified',
      passing: null,
      now: { rank: 3, band: 'notYet', score: 990_000 },
      // 98 + 1 + 1 times 10,000.
      after: { rank: 1, band: 'qualified', score: 1_000_000 },
      steps: [
        {
          requirementId: 'm',
          competency: { label: 'm' },
          state: 'missing',
          step: 'prove',
          text: 'nothing held has to do with it',
        },
      ],
      smallest: true,
    });
  });

  it('asks nothing of who is qualified already', async () => {
    expect(await advance('poor')).toMatchObject({ steps: [], now: { rank: 1 }, after: { rank: 1 } });
  });

  it('names what passes a rank', async () => {
    // poor would stand first with nothing more; soon needs the learnable l to become qualified.
    expect(await advance('poor', '?passing=1')).toMatchObject({ steps: [] });
    expect(await advance('soon', '?passing=1')).toMatchObject({
      goal: 'rank',
      passing: 1,
      after: { rank: 1, band: 'qualified', score: 1_000_000 },
      steps: [{ requirementId: 'l', step: 'prove' }],
    });
    expect(await advance('soon', '?passing=3')).toMatchObject({ code: 'no-such-rank' });
    expect(await advance('soon', '?passing=0')).toMatchObject({ status: 400 });
  });

  it('says where somebody would stand who did not apply for the job', async () => {
    expect(await advance('rich', '?job=J-1')).toMatchObject({
      now: { rank: 1 },
      after: { rank: 1, band: 'qualified' },
    });
  });

  it('knows nobody of another organization', async () => {
    const other = await ground.addOrganization();
    const path = `/role-profiles/${profileId}/ranking/${stored.candidateIds.get('rich')}/advance`;
    expect((await call('GET', path, undefined, other.key)).status).toBe(404);
    expect((await call('GET', `/role-profiles/${profileId}/ranking/${newId()}/advance`)).body.code).toBe(
      'candidate-not-found',
    );
  });
});

describe('GET /v1/candidates/{id}/role-profiles', () => {
  it('puts the published profiles in order for one candidate, with what is lacking', async () => {
    const [n, l, m] = ['n', 'l', 'm'].map((name) => stored.competencyIds.get(name));
    const asking = (title: string, competencyIds: (string | undefined)[]) => ({
      title,
      requirements: competencyIds.map((competencyId) => ({ competencyId, importance: 'must', weight: 10 })),
    });
    const half = await publish(asking('Half', [n, m]));
    const whole = await publish(asking('Whole', [n, l]));
    await call('POST', '/role-profiles', asking('A draft', [n]));
    const { body } = await call('GET', `/candidates/${stored.candidateIds.get('rich')}/role-profiles`);
    expect(body.profiles).toBe(3);
    // rich holds n and l: all of Whole; 99 % of the vector's and 50 % of Half.
    expect(body.data).toMatchObject([
      { roleProfileId: whole, band: 'qualified', scorePercent: '100.00', lacking: [] },
      { roleProfileId: profileId, band: 'notYet', scorePercent: '99.00', lacking: [{ requirementId: 'm' }] },
      {
        roleProfileId: half,
        band: 'notYet',
        scorePercent: '50.00',
        lacking: [{ importance: 'must', state: 'missing' }],
      },
    ]);
    const ranked = await call('GET', `/role-profiles/${half}/ranking?limit=3`);
    const row = ranked.body.data.find(
      ({ candidateId }: { candidateId: string }) => candidateId === stored.candidateIds.get('rich'),
    );
    expect([row.band, row.score]).toEqual([body.data[2].band, body.data[2].score]);
    expect((await call('GET', `/candidates/${newId()}/role-profiles`)).status).toBe(404);
    const short = await call('GET', `/candidates/${stored.candidateIds.get('rich')}/role-profiles?limit=1`);
    expect(short.body.data).toHaveLength(1);
  });
});
