import fc from 'fast-check';
import { CandidatesModule } from '../../src/candidates/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { FilterPool } from '../../src/ranking/application/filter-pool.js';
import { compileProfile } from '../../src/ranking/domain/compiled-profile.js';
import { FILTER_NAMES, type FilterName, type PoolFilter } from '../../src/ranking/domain/pool-filter.js';
import { scoreCandidate } from '../../src/ranking/domain/score-candidate.js';
import { RankingModule } from '../../src/ranking/index.js';
import { RolesModule } from '../../src/roles/index.js';
import { DEFAULT_SCORING_POLICY } from '../../src/scoring/index.js';
import { anyFilter } from '../support/any-filter.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';
import { ownVectors, type ScoringVector, type ScoringWorld } from '../support/scoring-vectors.js';
import { anyWorld } from '../support/scoring-worlds.js';
import { type StoredWorld, storeWorld } from '../support/stored-world.js';

/** poor holds m and l, soon m and n, rich n and l; n nice, l learnable, m must; all at strength 100. */
const vector = ownVectors().find(({ name }) => name === 'bands-before-scores') as ScoringVector;
let ground: GroundFloor;
let stored: StoredWorld;

beforeAll(async () => {
  ground = await startGroundFloor({
    modules: [CandidatesModule, RolesModule, RankingModule],
    environment: { CLOCK: vector.clock.toISOString() },
  });
  stored = await storeWorld(ground.app.get(UnitOfWork), vector, ground.organizationId);
});
afterAll(() => ground.stop());

/** Whom each filter keeps, by scoring everyone one by one. */
function recount(world: ScoringWorld, filter: PoolFilter) {
  const { profile, relations, clock } = world;
  const compiled = compileProfile(profile, relations, DEFAULT_SCORING_POLICY, clock);
  const at = (id: string) => profile.requirements.findIndex((requirement) => requirement.id === id);
  const removes: Record<FilterName, number> = { q: 0, band: 0, state: 0, shortOnly: 0, tier: 0, proof: 0 };
  const ids: string[] = [];
  for (const { id, holdings } of world.candidates) {
    const { requirements, band } = scoreCandidate(compiled, holdings);
    const meeting = requirements
      .filter(({ state }) => state === 'met')
      .map(({ weighings }) => weighings.filter(({ supports }) => supports === 'met').map(({ holding }) => holding));
    const all = (passes: (holding: (typeof meeting)[number][number]) => boolean) =>
      meeting.length > 0 && meeting.every((by) => by.some(passes));
    const wouldQualify = (short: string) => {
      const open = (index: number) => requirements[index]?.state === 'met' || index === at(short);
      return profile.requirements.every(({ importance, group }, index) => {
        if (importance === 'nice') return true;
        if (group === null) return open(index);
        const met = profile.requirements.filter((one, place) => one.group === group && open(place)).length;
        return met >= (profile.groups.find((one) => one.id === group)?.atLeast ?? 1);
      });
    };
    const { states, shortOnly, tiers, leastProof, bands } = filter;
    const passes: Record<FilterName, boolean> = {
      q: true,
      band: bands?.includes(band) ?? true,
      state: states.every((one) => one.states.includes(requirements[at(one.requirementId)]?.state ?? 'missing')),
      shortOnly:
        shortOnly === undefined ||
        (band !== 'qualified' && requirements[at(shortOnly)]?.state === 'level_short' && wouldQualify(shortOnly)),
      tier: tiers === undefined || all(({ tier }) => tiers.includes(tier)),
      proof: leastProof === undefined || all(({ proof }) => proof >= leastProof),
    };
    const first = FILTER_NAMES.find((name) => !passes[name]);
    if (first !== undefined) removes[first] += 1;
    if (passes.state && passes.shortOnly && passes.tier && passes.proof) ids.push(id);
  }
  return { ids, removes };
}

describe('the filters of a ranking', () => {
  it('pass and remove whom scoring everyone one by one says, on random worlds', async () => {
    const filters = ground.app.get(FilterPool);
    const unitOfWork = ground.app.get(UnitOfWork);
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(
        anyWorld.chain((world) => fc.tuple(fc.constant(world), anyFilter(world))),
        async ([world, filter]) => {
          const inRows = await storeWorld(unitOfWork, world);
          const { organizationId, profile } = inRows;
          const request = { profile, policy: DEFAULT_SCORING_POLICY, asOf: world.clock };
          const found = await unitOfWork.run(organizationId, (tx) => filters.run(tx, request, filter));
          if (found === undefined) return;
          const expected = recount(world, filter);
          // Ordinals are in the order in which the world names its candidates, from 1.
          const ids = [...found.ordinals].map((ordinal) => world.candidates[ordinal - 1]?.id);
          expect({ ids, removes: found.removes }).toEqual(expected);
          passed += ids.length;
        },
      ),
      { numRuns: 80 },
    );
    expect(passed).toBeGreaterThan(0);
  }, 240_000);

  it('show whom they leave, at the ranks of the pool, and say how many each removes', async () => {
    const headers = { authorization: `Bearer ${ADMIN_KEY}` };
    const post = async (url: string, payload?: object) =>
      (await ground.app.inject({ method: 'POST', url, headers, ...(payload === undefined ? {} : { payload }) })).json();
    const { id } = await post('/v1/role-profiles', { title: 'Of a vector', ...stored.profile });
    await post(`/v1/role-profiles/${id}/publish`);
    const get = async (query: string) => {
      const answer = await ground.app.inject({
        method: 'GET',
        url: `/v1/role-profiles/${id}/ranking${query}`,
        headers,
      });
      return answer.json();
    };
    const names = (body: { data: { candidateId: string; rank: number }[] }) =>
      body.data.map(({ candidateId, rank }) => [stored.nameOf(candidateId), rank]);
    const met = await get('?state=n:met');
    expect(names(met)).toEqual([
      ['soon', 2],
      ['rich', 3],
    ]);
    expect([met.filters, met.totals.all]).toEqual([[{ name: 'state', removes: 1 }], 3]);
    const both = await get('?band=notYet&state=n:met&proof=assessed');
    expect(names(both)).toEqual([['rich', 3]]);
    expect(both.filters).toEqual([
      { name: 'band', removes: 2 },
      { name: 'state', removes: 0 },
      { name: 'proof', removes: 0 },
    ]);
    expect((await get('?band=qualified&q=o')).filters).toEqual([
      { name: 'q', removes: 1 },
      { name: 'band', removes: 1 },
    ]);
    expect((await get('')).filters).toEqual([]);
    const first = await get('?state=n:met&limit=1');
    expect(names(await get(`?state=n:met&limit=1&cursor=${first.nextCursor}`))).toEqual([['rich', 3]]);
    expect((await get(`?state=n:missing&limit=1&cursor=${first.nextCursor}`)).code).toBe('cursor-filter-changed');
    expect(await get('?state=z:met')).toMatchObject({ status: 422, code: 'filters-impossible' });
    expect(await get('?shortOnly=m')).toMatchObject({ errors: [{ pointer: '/shortOnly', code: 'no-level' }] });
    expect((await get('?state=n:brilliant')).status).toBe(400);
    expect((await get('?tier=famous')).status).toBe(400);
    expect((await get('?proof=hearsay')).status).toBe(400);
  });
});
