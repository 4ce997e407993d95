import { anotherOrganization } from '../support/another-organization.js';
import { BadgeWorld, type Holder } from '../support/badge-world.js';

const OWN = [
  'uri,code,label,type,broader,exact_match',
  'urn:own:m,M,Metal work,group,,',
  'urn:own:w,W,Joining metal,skill,M,urn:elsewhere:welding',
  'urn:own:b,B,Brazing of metal,skill,W,',
  'urn:own:s,S,Soldering of metal,skill,M,',
].join('\n');

describe('POST /v1/frameworks/{id}/changes', () => {
  let world: BadgeWorld;
  let id: string;
  let solderer: Holder;

  beforeAll(async () => {
    world = await BadgeWorld.start();
    id = (await world.importCsv('Own', '1', OWN)).body.result.frameworkId;
    solderer = await world.handIn({ name: 'Soldering of metal', url: 'urn:own:s' });
  });
  afterAll(() => world?.stop());

  const one = () => world.service.call('GET', `/v1/frameworks/${id}`);
  const etag = async (): Promise<string> => (await one()).headers.get('etag') ?? '';
  const change = async (version: string, changes: object[], more: object = {}, headers?: Record<string, string>) =>
    world.service.call('POST', `/v1/frameworks/${id}/changes`, {
      body: { version, changes, ...more },
      headers: headers ?? { 'if-match': await etag() },
    });
  const labels = async (query: string): Promise<string[]> =>
    (await world.service.call('GET', `/v1/competencies?framework=own&${query}`)).body.data.map(
      ({ label }: { label: string }) => label,
    );

  it('tells what would change, does it as a new version, moves the holders, and goes back', async () => {
    const first = (await one()).body.versionId;
    const changes = [
      { op: 'add', code: 'T', label: 'TIG welding', broader: ['W'], alternativeLabels: ['GTAW'] },
      { op: 'edit', entry: 'W', label: 'Welding', definition: 'Joining by fusion.' },
      { op: 'merge', entry: 'B', from: ['urn:own:s'] },
    ];
    const counts = { added: 1, relabelled: 1, alternativeLabelsChanged: 1, replaced: 1, removed: 0 };
    const preview = await change('2', changes, { dryRun: true });
    expect([preview.status, preview.body]).toEqual([
      200,
      expect.objectContaining({ dryRun: true, frameworkVersionId: null, competencies: 5 }),
    ]);
    expect(preview.body.diff.counts).toEqual(counts);
    expect((await one()).body.version).toBe('1');

    const made = await change('2', changes);
    expect([made.status, made.body.diff.counts]).toEqual([200, counts]);
    await world.service.settle();
    expect(await world.held(solderer)).toEqual(['urn:own:b']);
    expect(await labels('q=gtaw')).toEqual(['TIG welding']);
    expect(await labels('q=soldering')).toEqual(['Brazing of metal']);
    // What no change names stays, crosswalks too.
    const welding = (await world.service.call('GET', '/v1/competencies?framework=own&q=welding')).body.data[0];
    const shown = (await world.service.call('GET', `/v1/competencies/${welding.id}`)).body;
    expect(shown).toMatchObject({ label: 'Welding', crosswalks: [{ key: 'uri:urn:elsewhere:welding' }] });

    const back = await world.service.call('POST', `/v1/frameworks/${id}/versions/${String(first)}/restore`, {
      body: { version: '3' },
      headers: { 'if-match': await etag() },
    });
    expect([back.status, back.body.diff.counts]).toEqual([
      200,
      { added: 0, relabelled: 1, alternativeLabelsChanged: 1, replaced: 0, removed: 1 },
    ]);
    await world.service.settle();
    expect(await world.held(solderer)).toEqual(['urn:own:s']);
    expect((await one()).body.versions).toHaveLength(3);
  });

  it('retires an entry in favour of another one', async () => {
    await change('4', [{ op: 'retire', entry: 'S', replacedBy: 'W' }]);
    await world.service.settle();
    expect(await world.held(solderer)).toEqual(['urn:own:w']);
  });

  it.each([
    [
      '/changes/1/entry',
      'entry-unknown',
      [
        { op: 'edit', entry: 'W', label: 'X' },
        { op: 'edit', entry: 'nobody' },
      ],
    ],
    ['/changes/0/code', 'entry-exists', [{ op: 'add', code: 'W', label: 'Again' }]],
    ['/changes/0/uri', 'identity-missing', [{ op: 'add', label: 'Nameless' }]],
    ['/changes/0/uri', 'uri-invalid', [{ op: 'add', label: 'Odd', uri: 'x' }]],
    ['/changes/0/broader', 'hierarchy-circle', [{ op: 'edit', entry: 'W', broader: ['B'] }]],
    ['/changes/0/broader', 'names-itself', [{ op: 'edit', entry: 'W', broader: ['W'] }]],
    ['/changes/0/from', 'names-itself', [{ op: 'merge', entry: 'W', from: ['W'] }]],
    ['/changes/0/replacedBy', 'not-in-use', [{ op: 'retire', entry: 'W', replacedBy: 'S' }]],
  ])('makes none of the changes where one cannot be made: %s %s', async (pointer, code, changes) => {
    const before = (await one()).body.versionId;
    const { status, body } = await change('9', changes);
    expect([status, body.code, body.errors]).toEqual([
      422,
      'change-refused',
      [expect.objectContaining({ pointer, code })],
    ]);
    expect((await one()).body.versionId).toBe(before);
  });

  it.each([
    ['no changes', []],
    ['too many', Array<object>(201).fill({ op: 'retire', entry: 'W' })],
    ['another kind', [{ op: 'explode', entry: 'W' }]],
    ['an entry without a name', [{ op: 'add', code: 'Z' }]],
    ['a merge of nothing', [{ op: 'merge', entry: 'W', from: [] }]],
    ['an edit of nothing', [{ op: 'edit', label: 'X' }]],
    ['a label without end', [{ op: 'edit', entry: 'W', label: 'x'.repeat(501) }]],
    ['a definition without end', [{ op: 'edit', entry: 'W', definition: 'x'.repeat(10_001) }]],
    ['names without end', [{ op: 'edit', entry: 'W', alternativeLabels: Array<string>(201).fill('x') }]],
    ['null for a list', [{ op: 'merge', entry: 'W', from: null }]],
  ])('refuses %s', async (_what, changes) => {
    expect((await change('9', changes)).status).toBe(400);
  });

  it('needs to know the version that it changes, a name that is free, and an admin of the organization', async () => {
    const retire = [{ op: 'retire', entry: 'B' }];
    expect((await change('9', retire, {}, {})).status).toBe(428);
    expect((await change('9', retire, {}, { 'if-match': '"old"' })).status).toBe(412);
    expect((await change('1', retire)).body.code).toBe('version-exists');
    const made = await world.service.call('POST', '/v1/api-keys', { body: { name: 'r', roles: ['recruiter'] } });
    const asked = { body: { version: '9', changes: retire }, headers: { 'if-match': '*' } };
    const path = `/v1/frameworks/${id}/changes`;
    expect((await world.service.call('POST', path, { ...asked, key: made.body.key })).status).toBe(403);
    const stranger = await anotherOrganization(world.service);
    expect((await world.service.call('POST', path, { ...asked, key: stranger })).status).toBe(404);
  });

  it('leaves frameworks of more than 5,000 entries to files', async () => {
    const rows = Array.from({ length: 5_001 }, (_, at) => `urn:big:${at},Entry ${at}`);
    const big = (await world.importCsv('Big', '1', ['uri,label', ...rows].join('\n'))).body.result.frameworkId;
    const { status, body } = await world.service.call('POST', `/v1/frameworks/${String(big)}/changes`, {
      body: { version: '2', changes: [{ op: 'retire', entry: 'urn:big:1' }] },
      headers: { 'if-match': '*' },
    });
    expect([status, body.code]).toEqual([422, 'framework-too-large-to-edit']);
  });
});
