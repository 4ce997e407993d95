import { CandidatesModule } from '../../src/candidates/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { CheckWatches } from '../../src/ranking/application/check-watches.js';
import { RankingModule } from '../../src/ranking/index.js';
import { RolesModule } from '../../src/roles/index.js';
import { WebhooksModule } from '../../src/webhooks/index.js';
import { ADMIN_KEY, type GroundFloor, startGroundFloor } from '../support/ground-floor.js';
import { ownVectors } from '../support/scoring-vectors.js';
import { type StoredWorld, storeWorld } from '../support/stored-world.js';

let ground: GroundFloor;
let stored: StoredWorld;
let profileId: string;
/** Candidates in the order of the ranking: one qualified, one ready soon, one not yet. */
let ranked: string[];

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, key = ADMIN_KEY) {
  const answer = await ground.app.inject({
    method,
    url,
    ...(payload === undefined ? {} : { payload }),
    headers: { authorization: `Bearer ${key}` },
  });
  const body = answer.body === '' ? undefined : answer.json();
  return { status: answer.statusCode, body, etag: String(answer.headers.etag) };
}
const watchUrl = (): string => `/v1/role-profiles/${profileId}/watch`;
const look = async (): Promise<void> => {
  await ground.owner.query(`UPDATE ranking_watch SET checked_at = checked_at - interval '1 minute'`);
  await ground.app.get(CheckWatches).run();
};
const told = async (): Promise<object[]> => {
  const rows = await ground.owner.query<{ payload: object }>(
    `SELECT payload FROM outbox WHERE topic = 'ranking.changed' ORDER BY id`,
  );
  return rows.rows.map(({ payload }) => payload);
};

beforeAll(async () => {
  const vector = ownVectors().find(({ name }) => name === 'any-two-of-three');
  if (vector === undefined) throw new Error('no such vector');
  ground = await startGroundFloor({
    modules: [CandidatesModule, RolesModule, RankingModule, WebhooksModule],
    environment: { CLOCK: vector.clock.toISOString() },
  });
  stored = await storeWorld(ground.app.get(UnitOfWork), vector, ground.organizationId);
  profileId = (await call('POST', '/v1/role-profiles', { title: 'Watched', ...stored.profile })).body.id;
  await call('POST', `/v1/role-profiles/${profileId}/publish`);
  await call('POST', '/v1/webhook-endpoints', { url: 'https://hooks.hr.edu/in' });
  const { body } = await call('GET', `/v1/role-profiles/${profileId}/ranking`);
  ranked = body.data.map(({ candidateId }: { candidateId: string }) => candidateId);
});
afterAll(() => ground.stop());

describe('a watched ranking', () => {
  it('begins with what it finds, and tells nothing of it', async () => {
    expect((await call('GET', watchUrl())).status).toBe(404);
    const set = await call('PUT', watchUrl(), { first: 2 });
    expect([set.status, set.body]).toEqual([200, { roleProfileId: profileId, first: 2, checkedAt: null }]);
    await look();
    await look();
    expect(await told()).toEqual([]);
    expect((await call('GET', watchUrl())).body.checkedAt).not.toBeNull();
  });

  it('tells once who entered and left, and who is qualified no longer, however many look at it', async () => {
    const [best, second, third] = ranked;
    await call('DELETE', `/v1/candidates/${best}`);
    await Promise.all([look(), look(), look()]);
    await look();
    expect(await told()).toEqual([
      {
        roleProfileId: profileId,
        profileVersion: 1,
        first: 2,
        sequence: expect.any(Number),
        entered: [third],
        left: [best],
        qualified: [],
        noLongerQualified: [best],
        complete: true,
      },
    ]);
    expect(second).not.toBe(third);
  });

  it('tells who became qualified, by a version that asks less', async () => {
    const [, second, third] = ranked;
    const { etag } = await call('GET', `/v1/role-profiles/${profileId}`);
    const wanted = stored.profile.requirements[0];
    const answer = await ground.app.inject({
      method: 'PUT',
      url: `/v1/role-profiles/${profileId}`,
      payload: {
        title: 'Asks nothing that gates',
        requirements: [{ ...wanted, importance: 'nice', group: undefined }],
      },
      headers: { authorization: `Bearer ${ADMIN_KEY}`, 'if-match': etag },
    });
    expect(answer.statusCode).toBe(200);
    expect((await call('POST', `/v1/role-profiles/${profileId}/publish`)).status).toBe(201);
    await look();
    const events = (await told()) as { profileVersion: number; qualified: string[] }[];
    // With nothing that gates, both who remain are qualified.
    expect(events.at(-1)?.profileVersion).toBe(2);
    expect(events.at(-1)?.qualified.toSorted()).toEqual([second, third].sort());
  });

  it('is watched no more when that is asked for', async () => {
    expect((await call('DELETE', watchUrl())).status).toBe(204);
    const before = await told();
    await call('DELETE', `/v1/candidates/${ranked[1]}`);
    await look();
    expect(await told()).toEqual(before);
  });

  it.each([[0], [101], [1.5], ['10']])('cannot be watched for the first %p', async (first) => {
    expect((await call('PUT', watchUrl(), { first })).status).toBe(400);
  });

  it('belongs to its organization', async () => {
    const { key } = await ground.addOrganization();
    expect((await call('PUT', watchUrl(), { first: 1 }, key)).status).toBe(404);
    expect((await call('GET', watchUrl(), undefined, key)).status).toBe(404);
  });
});
