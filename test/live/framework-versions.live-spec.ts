import { BadgeWorld, type Holder } from '../support/badge-world.js';

const uri = (name: string): string => `urn:airfield:${name}`;
const FIRST = [
  'uri,label,alternative_labels,status,replaced_by',
  `${uri('mooring')},Zeppelin mooring,,,`,
  `${uri('signals')},Flag signals,,,`,
  `${uri('ballast')},Ballast trimming,,,`,
].join('\n');
/** Renames mooring, retires signals in favour of lamps, drops ballast. */
const SECOND = [
  'uri,label,alternative_labels,status,replaced_by',
  `${uri('mooring')},Airship mooring,Zeppelin mooring,,`,
  `${uri('signals')},Flag signals,,deprecated,${uri('lamps')}`,
  `${uri('lamps')},Lamp signals,,,`,
].join('\n');

describe('a newer version of a framework', () => {
  let world: BadgeWorld;
  let holders: Record<'mooring' | 'signals' | 'ballast', Holder>;
  let profileId: string;

  beforeAll(async () => {
    world = await BadgeWorld.start();
    await world.importCsv('Airfield', '1', FIRST);
    holders = {
      mooring: await world.handIn({ name: 'Zeppelin mooring', url: uri('mooring') }),
      signals: await world.handIn({ name: 'Flag signals', url: uri('signals') }),
      ballast: await world.handIn({ name: 'Ballast trimming', url: uri('ballast') }),
    };
    const requirements = [{ competencyUri: uri('ballast'), importance: 'must', weight: 5 }];
    const made = await world.service.call('POST', '/v1/role-profiles', { body: { title: 'Crew', requirements } });
    profileId = String(made.body.id);
    expect((await world.service.call('POST', `/v1/role-profiles/${profileId}/publish`)).status).toBe(201);
  });
  afterAll(() => world?.stop());

  const mapped = async (holder: Holder): Promise<object[]> =>
    (await world.mappings(holder)).filter(({ claim, competency }) => claim.uri !== null && competency !== null);

  it('is shown as a diff before it counts, and then moves what it changed', async () => {
    const before = { ...(await mapped(holders.mooring))[0] } as { id: string };
    const preview = await world.importCsv('Airfield', '2', SECOND, { dryRun: 'true' });
    const counts = { added: 1, relabelled: 1, alternativeLabelsChanged: 1, replaced: 1, removed: 1 };
    expect(preview.body.result).toMatchObject({ dryRun: true, diff: { counts } });
    for (const [name, holder] of Object.entries(holders)) expect(await world.held(holder)).toEqual([uri(name)]);

    expect((await world.importCsv('Airfield', '2', SECOND)).body.result.diff.counts).toEqual(counts);
    // The same uri carries over under its new name.
    expect(await world.held(holders.mooring)).toEqual([uri('mooring')]);
    expect(await mapped(holders.mooring)).toEqual([
      expect.objectContaining({
        state: 'mapped_auto',
        competency: expect.objectContaining({ label: 'Airship mooring' }),
      }),
    ]);
    // What was replaced is superseded by its successor.
    expect(await world.held(holders.signals)).toEqual([uri('lamps')]);
    // What was removed waits for a person, beside the skill as the issuer stated it.
    expect(await world.held(holders.ballast)).toEqual([]);
    const waiting = await world.mappings(holders.ballast, 'Ballast trimming');
    expect(waiting.find(({ evidence }) => evidence.doubts?.includes('removed') === true)).toMatchObject({
      state: 'suggested',
      method: 'identifier',
      competency: { uri: uri('ballast'), label: 'Ballast trimming', frameworkVersion: '1' },
    });
    expect(waiting.some(({ state }) => state === 'unmapped')).toBe(true);
    // History stays: what the first version was taken to say is kept as it was.
    expect(before.id).not.toBe(((await mapped(holders.mooring)) as { id: string }[])[0]?.id);
  });

  it('leaves what is removed to a person, who cannot accept it but correct or reject it', async () => {
    const [removed] = (await world.mappings(holders.ballast)).filter(({ state }) => state === 'suggested');
    const decide = (decision: string, more: object = {}) =>
      world.service.call('POST', `/v1/mappings/${String(removed?.id)}/decision`, {
        body: { decision, scope: 'everywhere', reason: 'Looked at.', ...more },
      });
    const accepted = await decide('accept');
    expect([accepted.status, accepted.body.code]).toEqual([422, 'competency-removed']);
    const lamps = (await world.service.call('GET', '/v1/competencies?framework=airfield&q=lamp')).body.data[0].id;
    expect((await decide('correct', { competencyId: lamps })).status).toBe(201);
    await world.service.settle();
    expect(await world.held(holders.ballast)).toEqual([uri('lamps')]);
  });

  it('brings back to review what a person decided once that is removed, and the decision with the competency', async () => {
    const third = SECOND.split('\n').slice(0, 2).join('\n');
    await world.importCsv('Airfield', '3', third);
    expect(await world.held(holders.ballast)).toEqual([]);
    const waiting = (await world.mappings(holders.ballast)).filter(({ evidence }) => evidence.ruleId !== undefined);
    expect(waiting).toContainEqual(
      expect.objectContaining({
        state: 'suggested',
        method: 'review',
        competency: expect.objectContaining({ uri: uri('lamps') }),
        evidence: expect.objectContaining({ doubts: ['removed'] }),
      }),
    );
    await world.importCsv('Airfield', '4', `${third}\n${uri('lamps')},Lamp signals,,,\n`);
    expect(await world.held(holders.ballast)).toEqual([uri('lamps')]);
  });

  it('can be ranked against with a profile that asks for what was removed', async () => {
    const { status, body } = await world.service.call('GET', `/v1/role-profiles/${profileId}/ranking`);
    expect([status, body.totals.all]).toEqual([200, 3]);
  });
});
