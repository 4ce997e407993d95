import fc from 'fast-check';
import { CandidatesModule } from '../../src/candidates/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { RankingModule } from '../../src/ranking/index.js';
import { PoolDetails } from '../../src/ranking/persistence/pool-details.js';
import { DEFAULT_SCORING_POLICY } from '../../src/scoring/index.js';
import { RolesModule } from '../../src/roles/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';
import { rankWorld } from '../support/rank-world.js';
import { ownVectors, type ScoringVector } from '../support/scoring-vectors.js';
import { anyWorld } from '../support/scoring-worlds.js';
import { type StoredWorld, storeWorld } from '../support/stored-world.js';

/** Strength 100 throughout: `poor` m and l, `soon` m and n, `rich` n and l; in this order. */
const vector = ownVectors().find(({ name }) => name === 'bands-before-scores') as ScoringVector;
let ground: GroundFloor;
let stored: StoredWorld;
let profileId: string;

const call = async (method: 'GET' | 'PUT' | 'POST', path: string, payload?: object, key = ADMIN_KEY, headers = {}) => {
  const answer = await ground.app.inject({
    method,
    url: `/v1${path}`,
    ...(payload === undefined ? {} : { payload }),
    headers: { authorization: `Bearer ${key}`, ...headers },
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
};
const seal = async (body?: object) => (await call('POST', `/role-profiles/${profileId}/receipts`, body)).body;
const replay = async (receipt: { id: string }) => (await call('POST', `/receipts/${receipt.id}/replay`)).body;

beforeAll(async () => {
  ground = await startGroundFloor({
    modules: [CandidatesModule, RolesModule, RankingModule],
    environment: { CLOCK: vector.clock.toISOString() },
  });
  stored = await storeWorld(ground.app.get(UnitOfWork), vector, ground.organizationId);
  profileId = (await call('POST', '/role-profiles', { title: 'Of a vector', ...stored.profile })).body.id as string;
  await call('POST', `/role-profiles/${profileId}/publish`);
});
afterAll(() => ground.stop());

describe('a sealed ranking', () => {
  it('holds who stands where with which states and points, as scoring everyone does, on random worlds', async () => {
    const pools = ground.app.get(PoolDetails);
    await fc.assert(
      fc.asyncProperty(anyWorld, async (world) => {
        const unitOfWork = ground.app.get(UnitOfWork);
        const { organizationId, profile, candidateIds } = await storeWorld(unitOfWork, world);
        const request = { profile, policy: DEFAULT_SCORING_POLICY, asOf: world.clock };
        const rows = await unitOfWork.run(organizationId, (tx) => pools.of(tx, request));
        const size = world.candidates.length;
        const larger = await unitOfWork.run(organizationId, async (tx) => [
          await pools.isLargerThan(tx, size - 1, undefined),
          await pools.isLargerThan(tx, size, undefined),
          await pools.isLargerThan(tx, 0, 'a job that nobody applied for'),
        ]);
        expect(larger).toEqual([true, false, false]);
        expect(rows.map(({ ordinal: _ordinal, holdings: _hash, ...row }) => row)).toEqual(
          rankWorld(world).map(({ candidate, band, score, scoreLow, scoreHigh, requirements }) => ({
            candidateId: candidateIds.get(candidate),
            band,
            score,
            scoreLow,
            scoreHigh,
            requirements: requirements.map(({ state, points }) => ({ state, points })),
          })),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('is kept with the hashes of its inputs, and found again', async () => {
    const made = await call('POST', `/role-profiles/${profileId}/receipts`);
    const receipt = made.body;
    expect([made.status, made.headers.location]).toEqual([201, `/v1/receipts/${receipt.id}`]);
    expect(receipt).toMatchObject({
      roleProfileId: profileId,
      job: null,
      candidates: 3,
      profileVersion: 1,
      policyVersion: 1,
    });
    expect(Object.keys(receipt.inputs).sort()).toEqual([
      'clock',
      'formula',
      'frameworks',
      'holdings',
      'policy',
      'profile',
    ]);
    expect((await call('GET', `/receipts/${receipt.id}`)).body).toEqual(receipt);
    expect((await call('GET', `/role-profiles/${profileId}/receipts`)).body.data[0]).toEqual(receipt);
    const first = await call('GET', `/receipts/${receipt.id}/list?limit=2`);
    const rest = await call('GET', `/receipts/${receipt.id}/list?limit=2&cursor=${first.body.nextCursor}`);
    expect(
      [...first.body.data, ...rest.body.data].map(({ rank, candidateId }) => [rank, stored.nameOf(candidateId)]),
    ).toEqual([
      [1, 'poor'],
      [2, 'soon'],
      [3, 'rich'],
    ]);
    const events = await call('GET', `/audit-events?action=ranking.sealed&targetId=${profileId}`);
    expect(events.body.data[0].detail).toMatchObject({ receiptId: receipt.id, seal: receipt.seal });
  });

  it('is the same to the byte when it is sealed or worked out again', async () => {
    const [one, two] = [await seal(), await seal()];
    expect(one.seal).toBe(two.seal);
    expect(await replay(one)).toMatchObject({ identical: true, firstDifferentInput: null, firstDifference: null });
  });

  it('stays what it is when the profile and the policy become other versions', async () => {
    const receipt = await seal();
    const etag = (await call('GET', `/role-profiles/${profileId}`)).headers.etag as string;
    const requirements = stored.profile.requirements.map((one) => ({ ...one, weight: 1 }));
    const draft = { title: 'Of a vector', requirements, groups: [] };
    await call('PUT', `/role-profiles/${profileId}`, draft, ADMIN_KEY, { 'if-match': etag });
    await call('POST', `/role-profiles/${profileId}/publish`);
    const { version: _version, ...policy } = DEFAULT_SCORING_POLICY;
    const set = { ...policy, unknownLevelPercent: 10 };
    expect((await call('PUT', '/scoring-policy', set, ADMIN_KEY, { 'if-match': '"1"' })).status).toBe(200);
    expect((await replay(receipt)).identical).toBe(true);
    expect(await seal()).toMatchObject({ profileVersion: 2, policyVersion: 2 });
  });

  it('names the candidate and the requirement when a holding is another, not those who were only moved', async () => {
    const receipt = await seal();
    const held = (level: number, proof: number) =>
      ground.owner.query(
        `UPDATE holding SET proof = $1, strength = $1, level = $2 WHERE candidate_id = $3 AND competency_id = $4`,
        [proof, level, stored.candidateIds.get('soon'), stored.competencyIds.get('m')],
      );
    await held(1, 40);
    // Without its must soon is not yet: 40 x 100 = 4000 of weight 1, below the 50 that are needed.
    expect(await replay(receipt)).toMatchObject({
      identical: false,
      sealIntact: true,
      sameList: false,
      firstDifferentInput: 'holdings',
      firstDifference: {
        candidateId: stored.candidateIds.get('soon'),
        requirementId: 'm',
        holdingsDiffer: true,
        sealed: { rank: 2, band: 'readySoon', requirement: { state: 'met', points: 10_000 } },
        now: { band: 'notYet', requirement: { state: 'weak_proof', points: 4_000 } },
      },
    });
    await held(1, 100);
    expect((await replay(receipt)).identical).toBe(true);
    // A document with other bytes under the same holding is another input.
    const before = await ground.owner.query(`SELECT id, sha256 FROM credential WHERE candidate_id = $1 LIMIT 1`, [
      stored.candidateIds.get('poor'),
    ]);
    await ground.owner.query(`UPDATE credential SET sha256 = $1 WHERE id = $2`, [
      Buffer.alloc(32, 7),
      before.rows[0].id,
    ]);
    expect(await replay(receipt)).toMatchObject({
      identical: false,
      firstDifferentInput: 'holdings',
      firstDifference: { candidateId: stored.candidateIds.get('poor'), requirementId: null, holdingsDiffer: true },
    });
    await ground.owner.query(`UPDATE credential SET sha256 = $1 WHERE id = $2`, [
      before.rows[0].sha256,
      before.rows[0].id,
    ]);
  });

  it('names who came', async () => {
    const receipt = await seal();
    const id = newId();
    await ground.owner.query(`INSERT INTO candidate (organization_id, id) VALUES ($1, $2)`, [
      ground.organizationId,
      id,
    ]);
    expect(await replay(receipt)).toMatchObject({
      firstDifferentInput: 'holdings',
      firstDifference: { candidateId: id, sealed: null, now: { rank: 4 } },
    });
  });

  it('names the frameworks when their relations are others', async () => {
    const receipt = await seal();
    const [from, to] = ['m', 'n'].map((name) => stored.competencyIds.get(name));
    await ground.owner.query(
      `INSERT INTO competency_edge (organization_id, framework_version_id, from_id, to_id, type)
       SELECT organization_id, active_version_id, $2, $3, 'related' FROM framework WHERE organization_id = $1
         AND slug = 'world'`,
      [ground.organizationId, from, to],
    );
    expect(await replay(receipt)).toMatchObject({ identical: false, firstDifferentInput: 'frameworks' });
  });

  it('shows that it was tampered with', async () => {
    const receipt = await seal();
    const earlier = (await call('GET', `/role-profiles/${profileId}/receipts?limit=200`)).body.data.at(-1);
    await ground.owner.query(
      `UPDATE ranking_receipt SET rows = (SELECT rows FROM ranking_receipt WHERE id = $1) WHERE id = $2`,
      [earlier.id, receipt.id],
    );
    expect(await replay(receipt)).toMatchObject({ identical: false, sealIntact: false });
  });

  it('seals the pool of a job, at a moment that is given', async () => {
    const receipt = await seal({ job: 'J-1', asOf: '2026-01-01T00:00:00Z' });
    expect(receipt).toMatchObject({ job: 'J-1', candidates: 0, asOf: '2026-01-01T00:00:00.000Z' });
    expect((await replay(receipt)).identical).toBe(true);
  });

  it('is nobody else’s, and of published profiles only', async () => {
    const receipt = await seal();
    const other = await ground.addOrganization();
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/list'],
      ['POST', '/replay'],
    ] as const) {
      expect((await call(method, `/receipts/${receipt.id}${path}`, undefined, other.key)).status).toBe(404);
    }
    const draft = (await call('POST', '/role-profiles', { title: 'A draft', ...stored.profile })).body.id as string;
    expect((await call('POST', `/role-profiles/${draft}/receipts`)).body.code).toBe('not-published');
    expect((await call('POST', `/role-profiles/${profileId}/receipts`, { asOf: 'today' })).status).toBe(400);
  });
});
