import { movesBetween } from '../../src/ranking/domain/moves.js';
import type { PoolStanding } from '../../src/ranking/domain/pool-standing.js';
import { askDatabase } from '../support/ask-database.js';
import { BadgeWorld, type Holder } from '../support/badge-world.js';
import { copyClaims } from '../support/copy-claims.js';

const OWN = 'uri,label\nurn:own:weld,Joining metal\nurn:own:cut,Cutting metal\n';

describe('the preview of decisions on mappings', () => {
  let world: BadgeWorld;
  let weld: string;
  let cut: string;
  let holders: Holder[];
  let profileIds: string[];

  beforeAll(async () => {
    world = await BadgeWorld.start();
    await world.importCsv('Own', '1', OWN);
    const found = await world.service.call('GET', '/v1/competencies?framework=own&q=metal');
    const idOf = (uri: string): string => found.body.data.find((one: { uri: string }) => one.uri === uri).id;
    [weld, cut] = [idOf('urn:own:weld'), idOf('urn:own:cut')];
    holders = [
      await world.handIn({ name: 'Joining metal' }),
      await world.handIn({ name: 'Sawing of girders' }),
      await world.handIn({ name: 'Sawing of girders' }),
      await world.handIn({ name: 'Fusing of plates', url: 'urn:own:weld' }),
    ];
    profileIds = [await publish('Cutter', cut), await publish('Welder', weld)];
  });
  afterAll(() => world?.stop());

  const publish = async (title: string, competencyId: string): Promise<string> => {
    const requirements = [{ competencyId, importance: 'must', weight: 10 }];
    const { id } = (await world.service.call('POST', '/v1/role-profiles', { body: { title, requirements } })).body;
    expect((await world.service.call('POST', `/v1/role-profiles/${id}/publish`)).status).toBeLessThan(300);
    return id;
  };
  const standings = async (profile: string): Promise<PoolStanding[]> =>
    (await world.service.call('GET', `/v1/role-profiles/${profile}/ranking?limit=100`)).body.data.map(
      ({ candidateId, band, score }: PoolStanding) => ({ candidateId, band, score, ordinal: 0 }),
    );
  const orders = (): Promise<PoolStanding[][]> => Promise.all(profileIds.map(standings));
  const tagOf = async (at: number): Promise<string> => {
    const found = (await world.mappings(holders[at] as Holder)).find(({ claim }) => claim.kind !== 'name');
    return String(found?.id);
  };
  const call = (path: string, body: object) => world.service.call('POST', `/v1/mappings/${path}`, { body });
  const everything = () =>
    askDatabase(
      world.service.databaseUrl,
      `SELECT (SELECT count(*) FROM mapping) AS mappings, (SELECT count(*) FROM mapping_rule) AS rules,
         (SELECT count(*) FROM outbox) AS owed, (SELECT sum(value) FROM holding_sequence) AS sequence,
         (SELECT string_agg(h::text, ';' ORDER BY h::text) FROM holding h) AS holdings`,
    );

  it('says who moves in each profile, and deciding moves just these', async () => {
    const body = { decision: 'correct', competencyId: cut, scope: 'everywhere', reason: 'It is cutting.' };
    const [mapping, before, kept] = [await tagOf(1), await orders(), await everything()];
    const foreseen = await call(`${mapping}/decision/preview`, body);
    expect([foreseen.status, await everything()]).toEqual([200, kept]);
    expect(foreseen.body).toMatchObject({ credentials: 2, candidatesChanged: 2, gaining: 2, policyVersion: 1 });

    expect((await call(`${mapping}/decision`, body)).status).toBe(201);
    await world.service.settle();
    const after = await orders();
    const expected = profileIds.map((id, at) => ({
      roleProfileId: id,
      ...movesBetween(before[at] as PoolStanding[], after[at] as PoolStanding[], 20),
    }));
    expect(foreseen.body.data).toMatchObject(expected.toReversed());
    // Both sawyers come from below the bar to above it among cutters; nobody among welders moves.
    const changes = foreseen.body.data.map((one: { bandChanges: object[] }) => one.bandChanges);
    expect(changes).toEqual([[], [{ from: 'notYet', to: 'qualified', people: 2 }]]);
  });

  it('takes many decisions together', async () => {
    const decisions = [
      { mappingId: await tagOf(0), decision: 'reject', scope: 'everywhere', reason: 'Not what we mean.' },
      { mappingId: await tagOf(3), decision: 'accept', scope: 'everywhere', reason: 'Just another name.' },
    ];
    const [before, kept] = [await orders(), await everything()];
    const foreseen = await call('decisions/preview', { decisions });
    expect([foreseen.status, await everything()]).toEqual([200, kept]);
    expect(foreseen.body.decisions).toMatchObject([{ losing: 1 }, { gaining: 1 }]);
    expect((await call('decisions', { decisions })).status).toBe(201);
    await world.service.settle();
    const after = await orders();
    const welders = movesBetween(before[1] as PoolStanding[], after[1] as PoolStanding[], 20);
    expect(foreseen.body.data[0]).toMatchObject({ roleProfileId: profileIds[1], ...welders });
    expect(welders.bandChanges).toHaveLength(2);
  });

  it('points to the decision that cannot be taken', async () => {
    const good = { mappingId: await tagOf(0), decision: 'accept', scope: 'everywhere', reason: 'Seen.' };
    const bad = { ...good, mappingId: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001' };
    const refused = await call('decisions/preview', { decisions: [good, bad] });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/decisions/1', code: 'mapping-not-found' })],
    ]);
  });

  it('goes through the profiles page by page', async () => {
    const body = { decision: 'reject', scope: 'everywhere', reason: 'To see.' };
    const path = `${await tagOf(3)}/decision/preview?limit=1`;
    const first = await call(path, body);
    const second = await call(`${path}&cursor=${first.body.nextCursor}`, body);
    const ids = [first, second].map((page) =>
      page.body.data.map((one: { roleProfileId: string }) => one.roleProfileId),
    );
    expect([ids, second.body.nextCursor]).toEqual([[[profileIds[1]], [profileIds[0]]], null]);
  });

  it('counts, and does not say who moves, where more than 500 credentials would be mapped again', async () => {
    const sawyer = await world.handIn({ name: 'Rasping of rods' });
    const found = (await world.mappings(sawyer)).find(({ claim }) => claim.kind !== 'name');
    const body = { decision: 'correct', competencyId: cut, scope: 'everywhere', reason: 'It is cutting.' };
    const path = `${found?.id}/decision/preview`;
    await copyClaims(world.service.databaseUrl, sawyer.credentialId, 499);
    expect((await call(path, body)).body).toMatchObject({ credentials: 500, data: expect.any(Array) });
    await copyClaims(world.service.databaseUrl, sawyer.credentialId, 1);
    const many = await call(path, body);
    expect(many.body).toMatchObject({ credentials: 501, candidates: 1, data: null });
    expect((await call('decisions/preview', { decisions: [{ mappingId: found?.id, ...body }] })).body).toMatchObject({
      decisions: [{ credentials: 501 }],
      data: null,
    });
  });
});
