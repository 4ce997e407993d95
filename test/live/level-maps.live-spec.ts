import { BadgeWorld, type Holder } from '../support/badge-world.js';

const OWN = 'uri,label\nurn:own:code,Programming\n';
const STRICT = { scale: 'SFIA', top: 5, levels: [1, 1, 1, 2, 3, 4, 5] };

describe('/v1/level-maps', () => {
  let world: BadgeWorld;
  let holder: Holder;
  let profileId: string;

  beforeAll(async () => {
    world = await BadgeWorld.start();
    await world.importCsv('Own', '1', OWN);
    const code = (await world.service.call('GET', '/v1/competencies?framework=own&q=programming')).body.data[0].id;
    const skill = { name: 'Programming', url: 'urn:own:code', framework: 'SFIA 9', code: 'PROG-4' };
    holder = await world.handIn(skill, { level: undefined });
    const requirements = [{ competencyId: code, importance: 'must', weight: 10, level: 3 }];
    const made = await world.service.call('POST', '/v1/role-profiles', { body: { title: 'Coder', requirements } });
    profileId = made.body.id;
    await world.service.call('POST', `/v1/role-profiles/${profileId}/publish`);
  });
  afterAll(() => world?.stop());

  const get = () => world.service.call('GET', '/v1/level-maps');
  const put = async (maps: object[], etag?: string) => {
    const headers = { 'if-match': etag ?? (await get()).headers.get('etag') ?? '' };
    const answer = await world.service.call('PUT', '/v1/level-maps', { body: { maps }, headers });
    await world.service.settle();
    return answer;
  };
  const held = async (): Promise<{ level: number; levelSource: { raw: string; scale: string; mapsVersion: number } }> =>
    (await world.service.call('GET', `/v1/candidates/${holder.candidateId}/competencies`)).body.data[0];
  const seal = async () => (await world.service.call('POST', `/v1/role-profiles/${profileId}/receipts`)).body;

  it('read the scales of others by the table of the standard until something is set', async () => {
    const { version, maps } = (await get()).body;
    expect(version).toBe(1);
    expect(maps.find(({ scale }: { scale: string }) => scale === 'SFIA')).toEqual({
      scale: 'SFIA',
      top: 5,
      levels: [1, 2, 3, 4, 5, 5, 5],
      steps: [['1'], ['2'], ['3'], ['4'], ['5'], ['6'], ['7']],
      isDefault: true,
    });
    expect(await held()).toMatchObject({ level: 4, levelSource: { raw: '4', scale: 'SFIA', mapsVersion: 1 } });
  });

  it('re-read every level when they change, while rankings of before keep the version that they used', async () => {
    const before = await seal();
    expect(before.levelMapsVersion).toBe(1);
    expect((await put([STRICT], '"9"')).status).toBe(412);
    const changed = await put([STRICT]);
    expect([changed.status, changed.body.version, changed.headers.get('etag')]).toEqual([200, 2, '"2"']);
    expect(await held()).toMatchObject({ level: 2, levelSource: { raw: '4', mapsVersion: 2 } });

    const after = await seal();
    const listOf = async (id: string): Promise<{ band: string }[]> =>
      (await world.service.call('GET', `/v1/receipts/${id}/list`)).body.data;
    expect([after.levelMapsVersion, (await listOf(after.id))[0]?.band]).toEqual([2, 'notYet']);
    const kept = await world.service.call('GET', `/v1/receipts/${before.id}`);
    expect([kept.body.levelMapsVersion, (await listOf(before.id))[0]?.band]).toEqual([1, 'qualified']);
    const ranking = await world.service.call('GET', `/v1/role-profiles/${profileId}/ranking`);
    expect(ranking.body.levelMapsVersion).toBe(2);
    const path = `/v1/role-profiles/${profileId}/ranking/${holder.candidateId}`;
    expect((await world.service.call('GET', path)).body).toMatchObject({ levelMapsVersion: 2 });
  });

  it('are kept as versions, and changing nothing makes none', async () => {
    expect((await put([STRICT])).body.version).toBe(2);
    expect((await put([])).body).toMatchObject({ version: 3 });
    expect((await held()).level).toBe(4);
    const { data } = (await world.service.call('GET', '/v1/level-maps/versions')).body;
    expect(data.map(({ version, maps }: { version: number; maps: object[] }) => [version, maps])).toEqual([
      [3, []],
      [2, [STRICT]],
    ]);
  });

  it.each([
    [422, [{ ...STRICT, levels: [1, 2] }]],
    [422, [{ ...STRICT, levels: [1, 2, 1, 2, 3, 4, 5] }]],
    [422, [STRICT, STRICT]],
    [400, [{ ...STRICT, scale: 'ACME' }]],
    [400, [{ ...STRICT, top: 12 }]],
    [400, [{ ...STRICT, levels: Array<number>(1000).fill(1) }]],
  ])('answer %i to maps that cannot be', async (status, maps) => {
    expect((await put(maps)).status).toBe(status);
  });
});
