import { BadgeWorld, type Holder } from '../support/badge-world.js';

const OWN = 'uri,label\nurn:own:weld,Joining metal\n';
const FOREIGN = 'urn:elsewhere:fusing';

describe('crosswalks of decisions', () => {
  let world: BadgeWorld;
  let weld: string;

  beforeAll(async () => {
    world = await BadgeWorld.start();
    await world.importCsv('Own', '1', OWN);
    weld = (await world.service.call('GET', '/v1/competencies?framework=own&q=joining')).body.data[0].id;
  });
  afterAll(() => world?.stop());

  const about = async (holder: Holder, state?: string) =>
    (await world.mappings(holder)).filter(
      ({ claim, ...mapping }) => claim.uri === FOREIGN && (state === undefined || mapping.state === state),
    );
  const decide = async (holder: Holder, more: object) => {
    const [open] = await about(holder);
    const made = await world.service.call('POST', `/v1/mappings/${open?.id}/decision`, {
      body: { decision: 'correct', competencyId: weld, scope: 'everywhere', reason: 'It is joining.', ...more },
    });
    await world.service.settle();
    return made;
  };
  const undo = async (id: string): Promise<void> => {
    expect((await world.service.call('DELETE', `/v1/mappings/decisions/${id}`)).status).toBe(204);
    await world.service.settle();
  };
  const stated = async (): Promise<object[]> =>
    (await world.service.call('GET', '/v1/crosswalks?source=review')).body.data;

  it('suggest what was chosen to whatever names the same thing by other words, until the last decision goes', async () => {
    const [one, other] = [
      await world.handIn({ name: 'Fusing of plates', url: FOREIGN }),
      await world.handIn({ name: 'Gluing of sheets', url: FOREIGN }),
    ];
    const first = await decide(one, {});
    expect(first.body.crosswalk).toEqual({ relation: 'close', key: `uri:${FOREIGN}` });
    expect(await stated()).toEqual([
      expect.objectContaining({
        competencyId: weld,
        relation: 'close',
        key: `uri:${FOREIGN}`,
        label: 'Fusing of plates',
        source: 'review',
        decisionId: first.body.id,
        reviewer: first.body.decidedBy,
      }),
    ]);
    const later = await world.handIn({ name: 'Melting together', url: FOREIGN });
    expect((await about(later, 'suggested'))[0]).toMatchObject({
      method: 'crosswalk',
      competency: { uri: 'urn:own:weld' },
      evidence: { relation: 'close', doubts: ['not-exact'], path: [`uri:${FOREIGN}`, 'uri:urn:own:weld'] },
    });

    const second = await decide(other, { scope: 'issuer' });
    await undo(first.body.id);
    expect(await stated()).toMatchObject([{ relation: 'close', decisionId: second.body.id }]);
    await undo(second.body.id);
    expect(await stated()).toEqual([]);
  });

  it('map whatever names the same thing without a person when they are said to be exact, as the preview says', async () => {
    const one = await world.handIn({ name: 'Fusing of bars', url: FOREIGN });
    const alike = await world.handIn({ name: 'Metal joining', url: FOREIGN });
    const [open] = await about(one);
    const body = { decision: 'correct', competencyId: weld, scope: 'everywhere', reason: 'Same.', crosswalk: 'exact' };
    const profile = await world.service.call('POST', '/v1/role-profiles', {
      body: { title: 'Welder', requirements: [{ competencyId: weld, importance: 'must', weight: 10 }] },
    });
    await world.service.call('POST', `/v1/role-profiles/${profile.body.id}/publish`);
    const foreseen = await world.service.call('POST', `/v1/mappings/${open?.id}/decision/preview`, { body });
    expect(foreseen.body.data[0].bandChanges).toEqual([{ from: 'notYet', to: 'qualified', people: 2 }]);
    expect(await stated()).toEqual([]);

    const made = await decide(one, body);
    expect(await world.held(alike)).toEqual(['urn:own:weld']);
    expect((await about(alike))[0]).toMatchObject({ method: 'crosswalk', state: 'mapped_auto' });
    await undo(made.body.id);
    expect(await world.held(alike)).toEqual([]);
  });

  it('are not stated when nobody wants it, by rejections, or of what the frameworks have', async () => {
    const holder = await world.handIn({ name: 'Fusing of rods', url: FOREIGN });
    const none = await decide(holder, { crosswalk: 'none' });
    expect([none.body.crosswalk, await stated()]).toEqual([null, []]);
    const [mapped] = await about(holder, 'mapped_reviewed');
    const refused = await world.service.call('POST', `/v1/mappings/${mapped?.id}/decision`, {
      body: { decision: 'reject', scope: 'everywhere', reason: 'No.', crosswalk: 'close' },
    });
    expect([refused.status, refused.body.code]).toEqual([400, 'crosswalk-not-asked']);
    const own = await world.handIn({ name: 'Origami', url: 'urn:own:weld' });
    const [doubted] = (await world.mappings(own)).filter(({ state }) => state === 'suggested');
    const accepted = await world.service.call('POST', `/v1/mappings/${doubted?.id}/decision`, {
      body: { decision: 'accept', scope: 'everywhere', reason: 'Another name.' },
    });
    expect([accepted.body.crosswalk, await stated()]).toEqual([null, []]);
  });
});
