import { BadgeWorld, type Holder } from '../support/badge-world.js';

const OWN = [
  'uri,label,alternative_labels',
  'urn:own:weld,Joining metal,Fusing of metal plates|Fusing plates|Making tight seams',
  'urn:own:seal,Sealing of joints,Making tight seams',
].join('\n');

describe('alternative labels', () => {
  let world: BadgeWorld;
  let long: Holder;
  let short: Holder;
  let shared: Holder;

  beforeAll(async () => {
    world = await BadgeWorld.start();
    await world.importCsv('Own', '1', OWN);
    long = await world.handIn({ name: 'Fusing of metal plates' });
    short = await world.handIn({ name: 'Fusing plates' });
    shared = await world.handIn({ name: 'Making tight seams' });
  });
  afterAll(() => world?.stop());

  const ask = async (alternativeLabels: boolean) => {
    const etag = (await world.service.call('GET', '/v1/mapping-settings')).headers.get('etag') ?? '';
    const body = { secondReviewer: false, alternativeLabels };
    const answer = await world.service.call('PUT', '/v1/mapping-settings', { body, headers: { 'if-match': etag } });
    await world.service.settle();
    return answer;
  };
  const held = () => Promise.all([long, short, shared].map((holder) => world.held(holder)));

  it('are only suggested until the organization asks for more', async () => {
    expect(await held()).toEqual([[], [], []]);
    const suggested = (await world.mappings(long, 'Fusing of metal plates')).filter(
      ({ state }) => state === 'suggested',
    );
    expect(suggested[0]).toMatchObject({ method: 'alternative-label', competency: { uri: 'urn:own:weld' } });
  });

  it('map without a person from then on, what came before included, and no longer when it asks for that', async () => {
    expect((await ask(true)).status).toBe(200);
    expect(await held()).toEqual([['urn:own:weld'], [], []]);
    const mapped = (await world.mappings(long, 'Fusing of metal plates')).find(({ state }) => state === 'mapped_auto');
    expect(mapped).toMatchObject({ method: 'alternative-label', evidence: { matched: expect.any(String) } });
    const doubted = (await world.mappings(shared, 'Making tight seams')).filter(({ state }) => state === 'suggested');
    expect(doubted.map(({ competency, evidence }) => [competency?.uri, evidence.doubts])).toEqual([
      ['urn:own:weld', ['ambiguous']],
      ['urn:own:seal', ['ambiguous']],
    ]);
    const { data } = (await world.service.call('GET', '/v1/mappings/statistics')).body;
    expect(data.find(({ method }: { method: string }) => method === 'alternative-label').mappedAuto).toBeGreaterThan(0);
    await ask(false);
    expect(await held()).toEqual([[], [], []]);
  });
});
