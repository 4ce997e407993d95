import { BadgeWorld, type Holder } from '../support/badge-world.js';

const OWN = 'uri,label\nurn:own:weld,Joining metal\nurn:own:cut,Cutting metal\n';

describe('POST /v1/mappings/decisions', () => {
  let world: BadgeWorld;
  let cut: string;
  let holders: Holder[];

  beforeAll(async () => {
    world = await BadgeWorld.start();
    await world.importCsv('Own', '1', OWN);
    cut = (await world.service.call('GET', '/v1/competencies?framework=own&q=cutting')).body.data[0].id;
    // The first two name a competency by its uri and call it something else.
    holders = [
      await world.handIn({ name: 'Fusing of plates', url: 'urn:own:weld' }),
      await world.handIn({ name: 'Gluing of plates', url: 'urn:own:weld' }),
      await world.handIn({ name: 'Sawing of girders' }),
    ];
  });
  afterAll(() => world?.stop());

  const waiting = async (at: number): Promise<string> => {
    const all = await world.mappings(holders[at] as Holder);
    const found = all.find(({ method }) => method === 'identifier') ?? all.find(({ claim }) => claim.kind === 'tag');
    return String(found?.id);
  };
  const decide = (decisions: object[]) =>
    world.service.call('POST', '/v1/mappings/decisions', {
      body: { decisions: decisions.map((one) => ({ scope: 'everywhere', reason: 'Seen.', ...one })) },
    });
  const held = (): Promise<string[][]> => Promise.all(holders.map((holder) => world.held(holder)));

  it('takes all of them or none', async () => {
    const good = { mappingId: await waiting(0), decision: 'accept' };
    const bad = { mappingId: await waiting(2), decision: 'accept' };
    const refused = await decide([good, bad]);
    expect([refused.status, refused.body.code, refused.body.errors]).toEqual([
      422,
      'decision-refused',
      [expect.objectContaining({ pointer: '/decisions/1', code: 'nothing-to-decide' })],
    ]);
    await world.service.settle();
    expect(await held()).toEqual([[], [], []]);
    expect((await world.service.call('GET', '/v1/mappings/decisions')).body.data).toEqual([]);
  });

  it('maps what each of them decides, and counts what people think of each method', async () => {
    const decisions = [
      { mappingId: await waiting(0), decision: 'accept' },
      { mappingId: await waiting(1), decision: 'reject' },
      { mappingId: await waiting(2), decision: 'correct', competencyId: cut },
    ];
    const made = await decide(decisions);
    expect(made.status).toBe(201);
    expect(made.body.data.map(({ mappingId }: { mappingId: string }) => mappingId)).toEqual(
      decisions.map(({ mappingId }) => mappingId),
    );
    await world.service.settle();
    expect(await held()).toEqual([['urn:own:weld'], [], ['urn:own:cut']]);
    const { data } = (await world.service.call('GET', '/v1/mappings/statistics')).body;
    const of = (method: string): object => data.find((one: { method: string }) => one.method === method);
    // One accepted of two decided.
    expect(of('identifier')).toMatchObject({ accepted: 1, rejected: 1, corrected: 0, acceptedPercent: 50 });
    expect(of('none')).toMatchObject({ accepted: 0, corrected: 1, acceptedPercent: 0 });
    expect(of('review')).toMatchObject({ mappedReviewed: 2, acceptedPercent: null });
  });

  it.each([
    ['none at all', []],
    ['too many', Array<object>(101).fill({ mappingId: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001', decision: 'accept' })],
    ['one without a mapping', [{ decision: 'accept' }]],
    [
      'a competency beside a rejection',
      [
        {
          mappingId: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001',
          decision: 'reject',
          competencyId: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001',
        },
      ],
    ],
  ])('refuses %s', async (_what, decisions) => {
    expect((await decide(decisions)).status).toBe(400);
  });
});
