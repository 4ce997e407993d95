import { BadgeWorld } from '../support/badge-world.js';

const OWN = 'uri,code,label\nurn:own:weld,W,Joining metal\nurn:own:cut,C,Cutting metal\n';
const FOREIGN = 'urn:elsewhere:welding';

describe('POST /v1/crosswalks/imports', () => {
  let world: BadgeWorld;
  let weld: string;

  beforeAll(async () => {
    world = await BadgeWorld.start();
    await world.importCsv('Own', '1', OWN);
    weld = (await world.service.call('GET', '/v1/competencies?framework=own&q=joining')).body.data[0].id;
  });
  afterAll(() => world?.stop());

  const send = (csv: string, query = '', type = 'text/csv; charset=utf-8') =>
    world.service.call('POST', `/v1/crosswalks/imports${query}`, { body: csv, headers: { 'content-type': type } });
  const listed = async (): Promise<
    { relation: string; key: string; label: string | null; confidence: number | null }[]
  > => (await world.service.call('GET', '/v1/crosswalks?source=csv')).body.data;

  it('takes the good rows, names the bad ones, and changes nothing when it is sent again', async () => {
    const named = await world.handIn({ name: 'Joining metal', url: FOREIGN });
    const table = [
      'competency,relation,to,label,confidence',
      `urn:own:weld,exact,${FOREIGN},Welding,90`,
      `${weld},broader,ESCO:S5.6.1,,`,
      `urn:own:weld,exactMatch, ${FOREIGN} ,,`,
      'urn:own:gone,exact,urn:elsewhere:x,,',
      'urn:own:cut,exact,urn:own:cut,,',
      'urn:own:cut,exact,no reference,,',
      'urn:own:cut,related,urn:own:weld,,',
    ].join('\n');
    const problems = [
      [4, null, 'row-repeated'],
      [5, 'competency', 'competency-unknown'],
      [6, 'to', 'crosswalk-to-itself'],
      [7, 'to', 'reference-unreadable'],
    ];
    const tried = await send(table, '?dryRun=true');
    expect([tried.status, tried.body]).toMatchObject([
      200,
      { dryRun: true, rows: 7, added: 3, changed: 0, unchanged: 0 },
    ]);
    expect(await listed()).toEqual([]);

    const sent = await send(table);
    expect(sent.body).toMatchObject({ dryRun: false, rows: 7, added: 3, changed: 0, unchanged: 0 });
    const told = sent.body.problems.map((one: { line: number; column: string; code: string }) => [
      one.line,
      one.column,
      one.code,
    ]);
    expect(told).toEqual(problems);
    expect((await listed()).map(({ relation, label, confidence }) => [relation, label, confidence])).toEqual([
      ['exact', 'Welding', 90],
      ['broader', null, null],
      ['related', null, null],
    ]);
    await world.service.settle();
    expect((await world.mappings(named)).find(({ method }) => method === 'crosswalk')).toMatchObject({
      state: 'mapped_auto',
      evidence: { path: [`uri:${FOREIGN}`, 'uri:urn:own:weld'] },
    });

    expect((await send(table)).body).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
    expect((await send(table.replaceAll('Welding,90', 'Welding,80'))).body).toMatchObject({ changed: 1, unchanged: 2 });
    expect((await listed()).find(({ relation }) => relation === 'exact')?.confidence).toBe(80);
    const { data } = (await world.service.call('GET', '/v1/audit-events?limit=50')).body;
    const files = data.filter(({ action }: { action: string }) => action === 'crosswalks.imported');
    expect(files.map(({ detail }: { detail: { added: number } }) => detail.added).sort()).toEqual([0, 3]);
  });

  it('does not state again what a person has stated', async () => {
    const body = { competencyId: weld, relation: 'close', to: 'urn:elsewhere:soldering' };
    expect((await world.service.call('POST', '/v1/crosswalks', { body })).status).toBe(201);
    const table = 'competency,relation,to\nurn:own:weld,close,urn:elsewhere:soldering\n';
    expect((await send(table)).body).toMatchObject({ added: 0, unchanged: 1 });
  });

  it('takes the crosswalk of Nesta as it is, and names the occupations that no framework has', async () => {
    const occupation = (n: number): string =>
      `http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-00000000000${n}`;
    await world.importCsv('Work', '1', `uri,code,label,type\n${occupation(1)},1111.4,mayor,occupation\n`);
    const table = [
      'id,esco_occupation,isco_code,onet_code,onet_occupation,matching_job_titles,semantic_similarity,confidence,concept_uri',
      `1,mayor,1111,11-1031.00,legislators,"['mayor']",0.81,2.0,${occupation(1)}`,
      `2,envoy,1112,11-1011.00,chief executives,na,0.74,0.5,${occupation(2)}`,
    ].join('\n');
    const sent = await send(table);
    expect(sent.body).toMatchObject({
      ...{ rows: 2, added: 1, unreadColumns: expect.arrayContaining(['semantic_similarity']) },
      problems: [{ line: 3, column: 'competency', code: 'competency-unknown' }],
    });
    expect((await listed()).at(-1)).toMatchObject({
      ...{ relation: 'close', key: 'onet-occupation:11-1031.00', label: 'legislators', confidence: 100 },
    });
    expect((await send(table)).body).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });

  it.each([
    [415, 'crosswalk-type-not-accepted', 'competency,relation,to\n', 'application/json'],
    [422, 'column-missing', 'competency,to\n', 'text/csv'],
    [422, 'column-missing', '', 'text/csv'],
    [422, 'not-csv', 'competency,relation,to\n"urn:own:weld', 'text/csv'],
    [413, 'body-too-large', `competency,relation,to\n${'x'.repeat(8 * 1024 * 1024)}`, 'text/csv'],
  ])('answers %i %s', async (status, code, csv, type) => {
    const refused = await send(csv, '', type);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });
});
