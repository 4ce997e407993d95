import fc from 'fast-check';
import { CandidatesModule } from '../../src/candidates/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { countedProfile } from '../../src/ranking/domain/preview/counted-gates.js';
import { type Preview, previewOf } from '../../src/ranking/domain/preview/preview.js';
import { CHANGE_KINDS, changeProfile, type ProfileChange } from '../../src/ranking/domain/preview/profile-change.js';
import { DEFAULT_SCORING_POLICY } from '../../src/ranking/domain/scoring-policy.js';
import { RankingEngine, RankingModule } from '../../src/ranking/index.js';
import { RolesModule } from '../../src/roles/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';
import { rankWorld } from '../support/rank-world.js';
import { ownVectors, type ScoringVector, type ScoringWorld } from '../support/scoring-vectors.js';
import { anyWorld } from '../support/scoring-worlds.js';
import { type StoredWorld, storeWorld } from '../support/stored-world.js';

let ground: GroundFloor;
/** The vector `any-two-of-three`: three candidates, one in each band. */
const vector = ownVectors().find(({ name }) => name === 'any-two-of-three') as ScoringVector;
let stored: StoredWorld;

beforeAll(async () => {
  ground = await startGroundFloor({
    modules: [CandidatesModule, RolesModule, RankingModule],
    environment: { CLOCK: vector.clock.toISOString() },
  });
  stored = await storeWorld(ground.app.get(UnitOfWork), vector, ground.organizationId);
});
afterAll(() => ground.stop());

type Profile = ScoringWorld['profile'];

/** Bands by scoring everyone one by one, after some changes; null where a change changes nothing. */
function recount(world: ScoringWorld, changes: readonly ProfileChange[]) {
  let profile: Profile | null = world.profile;
  for (const change of changes) profile = profile && (changeProfile(profile, change) as Profile | null);
  if (profile === null) return null;
  const rows = rankWorld({ ...world, profile });
  const of = (band: string) => rows.filter((row) => row.band === band).map(({ candidate }) => candidate);
  return { qualified: of('qualified'), readySoon: of('readySoon'), notYet: of('notYet'), profile };
}

function bandsAfter(world: ScoringWorld, changes: readonly ProfileChange[]) {
  const after = recount(world, changes);
  if (after === null) return null;
  const { qualified, readySoon, notYet } = after;
  return { qualified: qualified.length, readySoon: readySoon.length, notYet: notYet.length };
}

/** How many become qualified when they are taken to meet any single requirement more. */
function nearOf(world: ScoringWorld): number {
  const { requirements, groups } = world.profile;
  return rankWorld(world).filter(({ band, requirements: scores }) => {
    if (band === 'qualified') return false;
    const isMet = (index: number, also: number) => index === also || scores[index]?.state === 'met';
    return requirements.some((_, also) =>
      requirements.every(({ importance, group }, index) => {
        if (importance === 'nice') return true;
        if (group === null) return isMet(index, also);
        const met = requirements.filter((member, place) => member.group === group && isMet(place, also)).length;
        return met >= (groups.find(({ id }) => id === group)?.atLeast ?? 1);
      }),
    );
  }).length;
}

/** For each number of changes up to three the most that any set of so many qualifies. */
function mostQualified(world: ScoringWorld): number[] {
  const all = world.profile.requirements.flatMap(({ id }) =>
    CHANGE_KINDS.map((change) => ({ requirementId: id, change })),
  );
  const most = [0, 0, 0];
  const walk = (from: number, set: readonly ProfileChange[]) => {
    if (set.length > 0) {
      const after = recount(world, set);
      if (after !== null && after.profile.requirements.length > 0) {
        most[set.length - 1] = Math.max(most[set.length - 1] ?? 0, after.qualified.length);
      }
    }
    if (set.length === 3) return;
    for (let index = from; index < all.length; index += 1) {
      const next = all[index] as ProfileChange;
      if (set.every(({ requirementId }) => requirementId !== next.requirementId)) walk(index + 1, [...set, next]);
    }
  };
  walk(0, []);
  return most;
}

async function previewed(world: ScoringWorld): Promise<Preview> {
  const unitOfWork = ground.app.get(UnitOfWork);
  const { organizationId, profile } = await storeWorld(unitOfWork, world);
  const counted = countedProfile(profile);
  const request = { conditions: counted.conditions, policy: DEFAULT_SCORING_POLICY, asOf: world.clock };
  return previewOf(
    counted,
    await unitOfWork.run(organizationId, (tx) => ground.app.get(RankingEngine).tally(tx, request)),
  );
}

describe('the numbers of a preview', () => {
  it('are those of scoring everyone again by the changed profile, on random worlds', async () => {
    const seen = { best: 0, pairs: 0, near: 0 };
    await fc.assert(
      fc.asyncProperty(anyWorld, async (world) => {
        const preview = await previewed(world);
        const base = recount(world, []);
        const rows = rankWorld(world);
        expect(preview.pool).toEqual({ all: rows.length, ...bandsAfter(world, []), near: nearOf(world) });
        world.profile.requirements.forEach(({ id: requirementId }, index) => {
          const freed = recount(world, [{ requirementId, change: 'dropped' }])?.qualified ?? [];
          expect(preview.requirements[index]).toEqual({
            requirementId,
            holding: rows.filter(({ requirements }) => requirements[index]?.state === 'met').length,
            excludesAlone: freed.filter((name) => !base?.qualified.includes(name)).length,
            ifDropped: bandsAfter(world, [{ requirementId, change: 'dropped' }]),
            ifLearnable: bandsAfter(world, [{ requirementId, change: 'learnable' }]),
            ifOneLevelLower: bandsAfter(world, [{ requirementId, change: 'oneLevelLower' }]),
          });
        });
        const qualified = preview.pool.qualified;
        const undominated: number[][] = [];
        let most = qualified;
        mostQualified(world).forEach((count, index) => {
          if (count > most) undominated.push([index + 1, count, count - qualified]);
          most = Math.max(most, count);
        });
        expect(preview.tradeOffs.map((one) => [one.changes.length, one.qualified, one.addsQualified])).toEqual(
          undominated,
        );
        for (const one of preview.tradeOffs) {
          expect(bandsAfter(world, one.changes)?.qualified).toBe(one.qualified);
        }
        const best = preview.bestSingleChange;
        expect(best === null).toBe(undominated[0]?.[0] !== 1);
        if (best !== null) {
          expect(best.pool).toEqual(bandsAfter(world, [best]));
          expect(best.pool.qualified).toBe(undominated[0]?.[1]);
        }
        expect(preview.tradeOffsExhaustive).toBe(true);
        seen.best += best === null ? 0 : 1;
        seen.pairs += preview.tradeOffs.some(({ changes }) => changes.length > 1) ? 1 : 0;
        seen.near += preview.pool.near > 0 ? 1 : 0;
      }),
      { numRuns: 60 },
    );
    // Worlds in which nothing can be gained would show nothing.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});

describe('POST /v1/role-profiles/{id}/preview', () => {
  const post = async (url: string, payload?: object, key = ADMIN_KEY) => {
    const answer = await ground.app.inject({
      method: 'POST',
      url: `/v1/role-profiles${url}`,
      ...(payload === undefined ? {} : { payload }),
      headers: { authorization: `Bearer ${key}` },
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const sent = () => ({ title: 'Of a vector', ...stored.profile });
  let id: string;

  beforeAll(async () => {
    id = (await post('', sent())).body.id as string;
  });

  it('answers the draft as it stands to an empty body, and the same to the unsaved profile', async () => {
    const { status, body } = await post(`/${id}/preview`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      pool: { all: 3, qualified: 1, readySoon: 1, notYet: 1 },
      formula: 'credence-1',
      policyVersion: 1,
      asOf: '2026-06-30T12:00:00.000Z',
      sequence: 1,
      tradeOffsExhaustive: true,
    });
    expect(body.requirements.map((row: { requirementId: string }) => row.requirementId)).toEqual([
      'ra',
      'rb',
      'rc',
      'rd',
    ]);
    expect((await post(`/${id}/preview`, {})).body).toEqual(body);
    expect((await post(`/${id}/preview`, { title: 'Another' })).body).toEqual(body);
    expect((await post('/preview', sent())).body).toEqual(body);
  });

  it('answers an edit and keeps nothing of it', async () => {
    const requirements = stored.profile.requirements.map((one) => ({ ...one, importance: 'nice' as const }));
    const edited = await post(`/${id}/preview`, { ...sent(), requirements });
    expect(edited.body.pool).toEqual({ all: 3, qualified: 3, readySoon: 0, notYet: 0, near: 0 });
    expect(edited.body.bestSingleChange).toBeNull();
    expect(edited.body.tradeOffs).toEqual([]);
    expect((await post(`/${id}/preview`)).body.pool.qualified).toBe(1);
    const rows = await ground.owner.query('SELECT row_version FROM role_profile WHERE id = $1', [id]);
    expect(rows.rows).toEqual([{ row_version: 1 }]);
  });

  it('counts the pool of a job alone', async () => {
    const nobody = await post(`/${id}/preview?job=J-0`);
    expect(nobody.body.pool).toEqual({ all: 0, qualified: 0, readySoon: 0, notYet: 0, near: 0 });
    expect(nobody.body.tradeOffs).toEqual([]);
  });

  it('refuses what could not be kept, and more than a profile may ask', async () => {
    const impossible = await post(`/${id}/preview`, { ...sent(), groups: [] });
    expect([impossible.status, impossible.body.code]).toEqual([422, 'profile-impossible']);
    const [first] = stored.profile.requirements;
    const many = { title: 'Many', requirements: Array.from({ length: 101 }, () => ({ ...first, id: undefined })) };
    for (const path of ['/preview', `/${id}/preview`]) {
      const tooMany = await post(path, many);
      expect([path, tooMany.status, tooMany.body.code]).toEqual([path, 400, 'validation-failed']);
      expect((await post(path, { ...sent(), salary: 1 })).status).toBe(400);
    }
    expect((await post('/preview', {})).status).toBe(400);
    expect((await post(`/${id}/preview?asOf=today`)).status).toBe(400);
  });

  it('knows no profile of another organization, and answers only who writes profiles', async () => {
    const other = await ground.addOrganization();
    expect((await post(`/${id}/preview`, undefined, other.key)).status).toBe(404);
    expect((await post('/0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001/preview')).status).toBe(404);
    const { key } = await ground.addKey(['auditor']);
    expect((await post(`/${id}/preview`, undefined, key)).status).toBe(403);
  });

  it('previews the largest profile there may be', async () => {
    const [first] = stored.profile.requirements;
    const requirements = Array.from({ length: 100 }, (_, index) => ({
      ...first,
      id: `q${index}`,
      group: null,
      level: (index % 5) + 1,
      weight: index + 1,
    }));
    const { status, body } = await post('/preview', { title: 'Large', requirements, groups: [] });
    expect([status, body.requirements.length, body.pool.all]).toEqual([200, 100, 3]);
  });
});
