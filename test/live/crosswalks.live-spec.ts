import { anotherOrganization } from '../support/another-organization.js';
import { BadgeWorld, type Holder } from '../support/badge-world.js';

const OWN = 'uri,label\nurn:own:weld,Joining metal\nurn:own:cut,Cutting metal\n';
const FOREIGN = 'urn:elsewhere:welding';

describe('/v1/crosswalks', () => {
  let world: BadgeWorld;
  let weld: string;
  let holder: Holder;

  beforeAll(async () => {
    world = await BadgeWorld.start();
    await world.importCsv('Own', '1', OWN);
    weld = (await world.service.call('GET', '/v1/competencies?framework=own&q=joining')).body.data[0].id;
    holder = await world.handIn({ name: 'Fusing of plates', url: FOREIGN });
  });
  afterAll(() => world?.stop());

  const create = (body: object, key?: string) =>
    world.service.call('POST', '/v1/crosswalks', { body, ...(key === undefined ? {} : { key }) });
  const remove = (id: string) => world.service.call('DELETE', `/v1/crosswalks/${id}`);
  const list = async (query = ''): Promise<{ id: string }[]> =>
    (await world.service.call('GET', `/v1/crosswalks${query}`)).body.data;

  it('turns what names the other thing into holdings, by one hop whose path is kept, until it is taken back', async () => {
    const rename = { name: 'Joining metal', url: FOREIGN };
    const named = await world.handIn(rename);
    expect(await world.held(named)).toEqual(['urn:own:weld']);
    const made = await create({
      competencyId: weld,
      relation: 'exact',
      to: `${FOREIGN} `,
      label: 'Welding',
      confidence: 90,
    });
    expect(made.status).toBe(201);
    await world.service.settle();
    const crossed = (await world.mappings(named)).find(({ method }) => method === 'crosswalk');
    expect(crossed).toMatchObject({
      state: 'mapped_auto',
      evidence: { path: [`uri:${FOREIGN}`, 'uri:urn:own:weld'] },
    });
    // The names differ, so a person looks at it first.
    expect((await world.mappings(holder)).find(({ method }) => method === 'crosswalk')).toMatchObject({
      state: 'suggested',
      evidence: { doubts: ['name-differs'] },
    });
    expect(await list(`?competencyId=${weld}`)).toEqual([
      {
        id: made.body.id,
        competencyId: weld,
        competency: { label: 'Joining metal', uri: 'urn:own:weld' },
        relation: 'exact',
        key: `uri:${FOREIGN}`,
        label: 'Welding',
        toCompetencyId: null,
        source: 'person',
        decisionId: null,
        confidence: 90,
        reviewer: expect.any(String),
        createdAt: expect.any(String),
      },
    ]);

    await world.importCsv('Own', '2', `${OWN}urn:own:bend,Bending metal\n`);
    expect((await world.mappings(named)).some(({ method }) => method === 'crosswalk')).toBe(true);

    expect((await remove(made.body.id)).status).toBe(204);
    await world.service.settle();
    expect((await world.mappings(named)).some(({ method }) => method === 'crosswalk')).toBe(false);
    expect((await remove(made.body.id)).status).toBe(404);
    const events = await world.service.call('GET', `/v1/audit-events?targetId=${made.body.id}`);
    expect(events.body.data.map(({ action }: { action: string }) => action).sort()).toEqual([
      'crosswalk.created',
      'crosswalk.deleted',
    ]);
  });

  it('joins two frameworks that the organization has, and shows on either side', async () => {
    await world.importCsv('Elsewhere', '1', `uri,label\n${FOREIGN},Welding\n`);
    const made = await create({ competencyId: weld, relation: 'close', to: FOREIGN });
    const [found] = (await list(`?competencyId=${weld}&relation=close`)) as unknown as { toCompetencyId: string }[];
    expect(found).toMatchObject({ id: made.body.id, toCompetencyId: expect.any(String) });
    expect(await list(`?competencyId=${String(found?.toCompetencyId)}`)).toHaveLength(1);
    expect((await create({ competencyId: weld, relation: 'close', to: FOREIGN })).body.code).toBe('crosswalk-exists');
    const shown = await world.service.call('GET', `/v1/competencies/${weld}`);
    expect(shown.body.crosswalks).toContainEqual(expect.objectContaining({ relation: 'close', source: 'person' }));
  });

  it('leaves what a framework states to the framework', async () => {
    await world.importCsv('Stating', '1', 'uri,label,exact_match\nurn:s:1,Stated,urn:t:1\n');
    const { body } = await world.service.call('GET', '/v1/competencies?framework=stating&q=stated');
    const [stated] = await list(`?source=framework&competencyId=${String(body.data[0].id)}`);
    const answer = await remove(String(stated?.id));
    expect([answer.status, answer.body.code]).toEqual([409, 'crosswalk-of-framework']);
  });

  it.each([
    [404, 'a competency that there is not', { competencyId: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001' }],
    [400, 'another relation', { relation: 'same' }],
    [422, 'a name', { to: 'welding' }],
    [422, 'a reference longer than an index takes', { to: `urn:x:${'€'.repeat(1_000)}` }],
    [400, 'a reference without end', { to: `urn:x:${'x'.repeat(2_048)}` }],
    [422, 'itself', { to: 'urn:own:weld' }],
    [400, 'more than certain', { confidence: 101 }],
    [400, 'a label without end', { label: 'x'.repeat(501) }],
  ])('answers %i to %s', async (status, _what, more) => {
    expect((await create({ competencyId: weld, relation: 'exact', to: 'urn:z:1', ...more })).status).toBe(status);
  });

  it('is for recruiters and admins to change, within their organization', async () => {
    const stranger = await anotherOrganization(world.service);
    expect((await create({ competencyId: weld, relation: 'exact', to: 'urn:z:2' }, stranger)).status).toBe(404);
    const made = await world.service.call('POST', '/v1/api-keys', { body: { name: 'a', roles: ['auditor'] } });
    expect((await create({ competencyId: weld, relation: 'exact', to: 'urn:z:2' }, made.body.key)).status).toBe(403);
    expect((await world.service.call('GET', '/v1/crosswalks', { key: made.body.key })).status).toBe(200);
    expect(
      (await world.service.call('GET', '/v1/crosswalks', { key: stranger })).body.data.filter(
        ({ source }: { source: string }) => source === 'person',
      ),
    ).toEqual([]);
  });
});
