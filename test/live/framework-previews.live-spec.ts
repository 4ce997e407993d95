import { movesBetween } from '../../src/ranking/domain/moves.js';
import type { PoolStanding } from '../../src/ranking/domain/pool-standing.js';
import { askDatabase } from '../support/ask-database.js';
import { BadgeWorld } from '../support/badge-world.js';
import { copyClaims } from '../support/copy-claims.js';

const OWN = [
  'uri,code,label,type,broader',
  'urn:own:m,M,Metal work,group,',
  'urn:own:w,W,Joining metal,skill,M',
  'urn:own:s,S,Soldering of metal,skill,M',
  'urn:own:t,T,Metal soldering,skill,M',
].join('\n');

describe('previews of changes of a framework', () => {
  let world: BadgeWorld;
  let id: string;
  let profileIds: string[];

  beforeAll(async () => {
    world = await BadgeWorld.start();
    id = (await world.importCsv('Own', '1', OWN)).body.result.frameworkId;
    await world.handIn({ name: 'Joining metal', url: 'urn:own:w' });
    await world.handIn({ name: 'Soldering of metal', url: 'urn:own:s' });
    await world.handIn({ name: 'Arc striking' });
    profileIds = [await publish('Welder', 'urn:own:w'), await publish('Solderer', 'urn:own:t')];
  });
  afterAll(() => world?.stop());

  const publish = async (title: string, competencyUri: string): Promise<string> => {
    const requirements = [{ competencyUri, importance: 'must', weight: 10 }];
    const made = await world.service.call('POST', '/v1/role-profiles', { body: { title, requirements } });
    await world.service.call('POST', `/v1/role-profiles/${made.body.id}/publish`);
    return String(made.body.id);
  };
  const orders = (): Promise<PoolStanding[][]> =>
    Promise.all(
      profileIds.map(async (profile) =>
        (await world.service.call('GET', `/v1/role-profiles/${profile}/ranking?limit=100`)).body.data.map(
          ({ candidateId, band, score }: PoolStanding) => ({ candidateId, band, score, ordinal: 0 }),
        ),
      ),
    );
  const one = () => world.service.call('GET', `/v1/frameworks/${id}`);
  const change = async (version: string, changes: object[]) => {
    const headers = { 'if-match': (await one()).headers.get('etag') ?? '' };
    const body = { version, changes };
    const made = await world.service.call('POST', `/v1/frameworks/${id}/changes`, { body, headers });
    await world.service.settle();
    return made;
  };
  const preview = (changes: object[]) =>
    world.service.call('POST', `/v1/frameworks/${id}/changes/preview`, { body: { changes } });
  const everything = () =>
    askDatabase(
      world.service.databaseUrl,
      `SELECT (SELECT count(*) FROM framework_version) AS versions, (SELECT count(*) FROM mapping) AS mappings,
         (SELECT count(*) FROM outbox) AS owed, (SELECT string_agg(h::text, ';' ORDER BY h::text) FROM holding h) AS holdings`,
    );

  it.each([
    ['merge', [{ op: 'merge', entry: 'T', from: ['S'] }], 1],
    ['split', [{ op: 'split', entry: 'W', into: [{ code: 'MIG', label: 'MIG welding' }], replacedBy: 'MIG' }], 1],
    ['add', [{ op: 'add', code: 'ARC', label: 'Arc striking', broader: ['M'] }], 0],
  ])('say who moves in each profile before a %s, which moves just these', async (op, changes, movingIn) => {
    const [before, kept] = [await orders(), await everything()];
    const foreseen = await preview(changes);
    expect([foreseen.status, await everything()]).toEqual([200, kept]);
    const made = await change(`after ${op}`, changes);
    expect(foreseen.body.diff).toEqual(made.body.diff);
    const after = await orders();
    const expected = profileIds.map((roleProfileId, at) => ({
      roleProfileId,
      ...movesBetween(before[at] as PoolStanding[], after[at] as PoolStanding[], 20),
    }));
    expect(foreseen.body.data).toMatchObject(expected.toReversed());
    expect(expected.filter(({ bandChanges }) => bandChanges.length > 0)).toHaveLength(movingIn);
  });

  it('say what going back to an earlier version would do', async () => {
    const versions = (await one()).body.versions as { id: string; version: string }[];
    const first = versions.find(({ version }) => version === '1')?.id;
    const [before, kept] = [await orders(), await everything()];
    const path = `/v1/frameworks/${id}/versions/${first}/restore`;
    const foreseen = await world.service.call('POST', `${path}/preview`);
    expect([foreseen.status, await everything()]).toEqual([200, kept]);
    const headers = { 'if-match': (await one()).headers.get('etag') ?? '' };
    await world.service.call('POST', path, { body: { version: 'back' }, headers });
    await world.service.settle();
    const after = await orders();
    const expected = profileIds.map((roleProfileId, at) => ({
      roleProfileId,
      ...movesBetween(before[at] as PoolStanding[], after[at] as PoolStanding[], 20),
    }));
    expect(foreseen.body.data).toMatchObject(expected.toReversed());
  });

  it('refuse what the change itself refuses', async () => {
    const refused = await preview([{ op: 'split', entry: 'NONE', into: [{ code: 'A', label: 'A' }] }]);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/changes/0/entry']);
    expect((await preview([{ op: 'split', entry: 'W' }])).status).toBe(400);
    const parts = Array.from({ length: 51 }, (_, at) => ({ code: `P${at}`, label: `Part ${at}` }));
    expect((await preview([{ op: 'split', entry: 'W', into: parts }])).status).toBe(400);
  });

  it('come with the pairs of entries that are worded nearly alike', async () => {
    const list = (query = '') => world.service.call('GET', `/v1/frameworks/${id}/near-duplicates${query}`);
    const found = await list('?likeness=70');
    expect([found.status, found.body.nextCursor]).toEqual([200, null]);
    expect(found.body.data).toEqual([
      {
        first: { competencyId: expect.any(String), uri: 'urn:own:s', label: 'Soldering of metal' },
        second: { competencyId: expect.any(String), uri: 'urn:own:t', label: 'Metal soldering' },
        likeness: expect.any(Number),
      },
    ]);
    expect((await list('?likeness=100')).body.data).toEqual([]);
    expect((await list('?likeness=10')).status).toBe(400);
    const unknown = '/v1/frameworks/0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001/near-duplicates';
    expect((await world.service.call('GET', unknown)).status).toBe(404);
  });

  it('tell what changes, and not who moves, where more than 500 credentials would be mapped again', async () => {
    const { credentialId } = await world.handIn({ name: 'Joining metal', url: 'urn:own:w' });
    await copyClaims(world.service.databaseUrl, credentialId, 501);
    const changes = [{ op: 'split', entry: 'W', into: [{ code: 'TIG', label: 'TIG welding' }], replacedBy: 'TIG' }];
    const foreseen = await preview(changes);
    expect([foreseen.status, foreseen.body.data]).toEqual([200, null]);
    expect(foreseen.body.diff.replaced).toHaveLength(1);
  });
});
