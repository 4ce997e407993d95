import { gzipSync } from 'node:zlib';
import { CompetencyLookup, CompetencyReader, CompetencyResolver, normaliseLabel } from '../../src/frameworks/index.js';
import { Organizations } from '../../src/identity/index.js';
import { type Transaction, UnitOfWork } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { zipOf } from '../../src/frameworks/domain/testing/zip-of.js';
import { type Answer, startTestApp, type TestApp } from '../support/running-app.js';

const ESCO_WELDING = 'http://data.europa.eu/esco/skill/326809fc-238d-40c2-881e-40042f7f2f0d';
const HEADER = 'uri,code,label,alternative_labels,type,broader,related,exact_match,level_1,level_2,status,replaced_by';
const FIRST = [
  HEADER,
  ',metal,Metal work,,group,,,,,,,',
  `,weld,Joining metal,Fusion welding|Schweißen@de,skill,metal,grind,${ESCO_WELDING},Tacks.,Welds overhead.,,`,
  ',grind,Grinding castings,,skill,metal,,,,,,',
  ',rivet,Riveting (aircraft),,skill,metal,,,,,,',
].join('\n');
/** Renames weld, gives it another alternative label, retires rivet in favour of weld, drops grind, adds braze. */
const SECOND = [
  HEADER,
  ',metal,Metal work,,group,,,,,,,',
  `,weld,Joining metals,Fusion welding|Arc welding,skill,metal,,${ESCO_WELDING},,,,`,
  ',rivet,Riveting (aircraft),,skill,metal,,,,,deprecated,weld',
  ',braze,Brazing,,skill,metal,,,,,,',
].join('\n');

let app: TestApp;
let organizationId: string;

beforeAll(async () => {
  app = await startTestApp();
  await app.settle();
  organizationId = String((await app.call('GET', '/v1/organization')).body.id);
});
afterAll(() => app?.stop());

const inOrganization = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  app.app.get(UnitOfWork).run(organizationId, work);

function formOf(fields: Record<string, string>, ...files: (string | Buffer)[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [at, file] of files.entries())
    form.append('files', new Blob([new Uint8Array(Buffer.from(file))]), `${at + 1}.csv`);
  return form;
}

const upload = (name: string, version: string, ...files: (string | Buffer)[]): Promise<Answer> =>
  app.call('POST', '/v1/frameworks', { body: formOf({ format: 'csv', name, version }, ...files) });

/** What the operation of an upload ended with. */
async function imported(name: string, version: string, ...files: (string | Buffer)[]): Promise<Answer['body']> {
  const accepted = await upload(name, version, ...files);
  expect(accepted.status).toBe(202);
  await app.settle();
  return (await app.call('GET', accepted.headers.get('location') ?? '')).body;
}

const search = async (query: string): Promise<{ label: string; uri: string }[]> =>
  (await app.call('GET', `/v1/competencies?${query}`)).body.data;
const labels = async (query: string): Promise<string[]> => (await search(query)).map(({ label }) => label);

describe('a new organization', () => {
  it('has the starter framework with its scale', async () => {
    const { status, body } = await app.call('GET', '/v1/frameworks');
    expect(status).toBe(200);
    expect(body.data[0]).toMatchObject({ name: 'Credence starter', slug: 'credence-starter', format: 'csv' });
    const one = await app.call('GET', `/v1/frameworks/${body.data[0].id}`);
    expect(one.body.scale.levels.map(({ level }: { level: number }) => level)).toEqual([1, 2, 3, 4, 5]);
    expect(one.body.counts.competencies).toBe(body.data[0].competencyCount);
    expect(one.body.counts.languages).toContain('de');
    expect(one.body.versions).toEqual([expect.objectContaining({ inForce: true, importedBy: 'system' })]);
  });
});

describe('POST /v1/frameworks', () => {
  it('imports, and tells what it took', async () => {
    const operation = await imported('Metal skills', '1', FIRST);
    expect(operation).toMatchObject({
      kind: 'framework-import',
      state: 'succeeded',
      progress: { done: 4, total: 4 },
      result: {
        unchanged: false,
        version: '1',
        competencies: 4,
        problems: { errors: 0, warnings: 0, listed: [] },
        diff: null,
      },
    });
  });

  it('imports ESCO files, with what an occupation needs kept beside the hierarchy', async () => {
    const uri = (path: string): string => `http://data.europa.eu/esco/${path}`;
    const skills = `conceptType,conceptUri,skillType,preferredLabel,status\nKnowledgeSkillCompetence,${uri('skill/a1')},skill/competence,plait willow,released`;
    const people = `conceptType,conceptUri,preferredLabel,status,iscoGroup\nOccupation,${uri('occupation/b1')},basketmaker,released,7317`;
    const needs = `occupationUri,relationType,skillType,skillUri\n${uri('occupation/b1')},essential,skill/competence,${uri('skill/a1')}`;
    const form = formOf({ format: 'esco', name: 'Small ESCO', version: '1' }, skills, people, needs);
    const accepted = await app.call('POST', '/v1/frameworks', { body: form });
    await app.settle();
    const { body } = await app.call('GET', accepted.headers.get('location') ?? '');
    expect(body.result).toMatchObject({ competencies: 2, problems: { errors: 0, warnings: 0 } });
    expect(body.result.files.map(({ kind }: { kind: string }) => kind)).toEqual([
      'esco concepts',
      'esco occupations',
      'esco occupation relations',
    ]);
    const links = await inOrganization((tx) =>
      tx.query(
        `SELECT f.uri AS needing, l.type, t.uri AS needed FROM competency_link l
         JOIN competency f ON f.id = l.from_id JOIN competency t ON t.id = l.to_id`,
      ),
    );
    expect(links).toEqual([{ needing: uri('occupation/b1'), type: 'essential', needed: uri('skill/a1') }]);
  });

  it('tells the format by the files, and reads an archive', async () => {
    const archive = zipOf({ 'metal/skills.csv': 'code,label\nplane,Planing wood\n', 'licence.pdf': '%PDF' });
    const form = formOf({ name: 'Wood skills', version: '1' }, archive);
    const accepted = await app.call('POST', '/v1/frameworks', { body: form });
    await app.settle();
    const { body } = await app.call('GET', accepted.headers.get('location') ?? '');
    expect(body.result).toMatchObject({
      format: 'csv',
      competencies: 1,
      files: [{ file: '1.csv/metal/skills.csv', kind: 'csv', rows: 1 }],
      problems: { listed: [{ file: '1.csv/licence.pdf', code: 'file-ignored' }] },
    });
  });

  it('tells what an import would do, and does nothing, when that is asked', async () => {
    const rehearsed = async (name: string, file: string): Promise<Answer['body']> => {
      const body = formOf({ format: 'csv', name, version: '2', dryRun: 'true' }, file);
      const accepted = await app.call('POST', '/v1/frameworks', { body });
      await app.settle();
      return (await app.call('GET', accepted.headers.get('location') ?? '')).body;
    };
    const { result } = await rehearsed('Metal skills', SECOND);
    expect(result).toMatchObject({
      dryRun: true,
      unchanged: false,
      frameworkVersionId: null,
      diff: { counts: { added: 1, relabelled: 1, alternativeLabelsChanged: 1, replaced: 1, removed: 1 } },
    });
    const { body } = await app.call('GET', `/v1/frameworks/${result.frameworkId}`);
    expect(body.versions.map(({ version }: { version: string }) => version)).toEqual(['1']);
    expect(await labels('framework=metal-skills&q=brazing')).toEqual([]);
    expect((await rehearsed('Nowhere yet', FIRST)).result).toMatchObject({ frameworkId: null, diff: null });
    expect((await app.call('GET', '/v1/competencies?framework=nowhere-yet')).status).toBe(404);
  });

  it('changes nothing for the same content again, packed and under another version name as well', async () => {
    const again = await imported('METAL skills!', '1', FIRST);
    const packed = await imported('Metal skills', '1b', gzipSync(FIRST));
    expect([again.result.unchanged, packed.result.unchanged, packed.result.version]).toEqual([true, true, '1']);
    const { body } = await app.call('GET', `/v1/frameworks/${again.result.frameworkId}`);
    expect(body.versions).toHaveLength(1);
  });

  it('keeps ids over versions and tells what a newer one changed', async () => {
    const before = await search('framework=metal-skills');
    const { result } = await imported('Metal skills', '2', SECOND);
    const uri = (code: string): string => `urn:credence:framework:metal-skills:${code}`;
    expect(result.diff).toMatchObject({
      counts: { added: 1, relabelled: 1, alternativeLabelsChanged: 1, replaced: 1, removed: 1 },
      added: [{ uri: uri('braze'), label: 'Brazing' }],
      relabelled: [{ uri: uri('weld'), before: 'Joining metal', after: 'Joining metals' }],
      alternativeLabelsChanged: [{ uri: uri('weld'), added: ['Arc welding@en'], removed: ['Schweißen@de'] }],
      replaced: [{ uri: uri('rivet'), by: uri('weld') }],
      removed: [{ uri: uri('grind'), label: 'Grinding castings' }],
    });
    const after = await search('framework=metal-skills');
    const idIn = (list: object[]): unknown => list.find((hit) => (hit as { uri: string }).uri === uri('weld'));
    expect(idIn(after)).toMatchObject({ id: (idIn(before) as { id: string }).id, label: 'Joining metals' });
    const dropped = before.find((hit) => hit.uri === uri('grind')) as unknown as { id: string };
    expect((await app.call('GET', `/v1/competencies/${dropped.id}`)).body).toMatchObject({
      inForce: false,
      label: 'Grinding castings',
      framework: { version: '1' },
    });
  });

  it('does not let other content take the name of a version, nor an old version come back unasked', async () => {
    expect(await imported('Metal skills', '2', FIRST.replace('Grinding castings', 'Sanding'))).toMatchObject({
      state: 'failed',
      error: { code: 'version-exists' },
    });
    expect((await imported('Metal skills', '1', FIRST)).result).toMatchObject({ unchanged: true, version: '1' });
    expect(await labels('framework=Metal%20skills&q=brazing')).toEqual(['Brazing']);
  });

  it('reports rows that it could not take, with file and line', async () => {
    const { result } = await imported(
      'Faulty',
      '1',
      'code,label\na,Alpha\nb,\n',
      'code,label,broader\nc,Gamma,nothing\n',
    );
    expect(result).toMatchObject({ competencies: 2, problems: { errors: 1, warnings: 1 } });
    expect(result.problems.listed).toEqual([
      expect.objectContaining({ file: '1.csv', line: 3, code: 'label-missing', severity: 'error' }),
      expect.objectContaining({ file: '2.csv', line: 2, code: 'broader-unknown', severity: 'warning' }),
    ]);
  });

  it.each([
    ['no csv', ['code;name\na;b'], 'column-missing'],
    ['not UTF-8', [Buffer.from('636f64652c6c6162656c0a612cff', 'hex')], 'not-utf8'],
    ['damaged gzip', [gzipSync(FIRST).subarray(0, 60)], 'not-gzip'],
    ['a bomb', [gzipSync(`code,label\n${'\n'.repeat(4 * 1024 * 1024)}`)], 'too-large'],
    ['an identifier that no index takes', [`uri,label\nurn:x:${'€'.repeat(1_000)},A\n`], 'identifier-too-long'],
  ])('ends as failed for %s, and nothing is imported', async (_what, files, code) => {
    const operation = await imported('Broken', '1', ...files);
    expect(operation).toMatchObject({ state: 'failed', result: null, error: { code } });
    expect((await app.call('GET', '/v1/competencies?framework=Broken')).status).toBe(404);
  });

  it.each([
    ['another format', { format: 'xlsx', name: 'E', version: '1' }, [FIRST], 422, 'format-not-supported'],
    ['no name', { format: 'csv', version: '1' }, [FIRST], 400, 'validation-failed'],
    ['a name of signs', { format: 'csv', name: '+#', version: '1' }, [FIRST], 400, 'validation-failed'],
    ['no file', { format: 'csv', name: 'E', version: '1' }, [], 400, 'file-missing'],
    ['an empty file', { format: 'csv', name: 'E', version: '1' }, [''], 400, 'file-empty'],
  ])('refuses %s at the door', async (_what, fields, files, status, code) => {
    const answer = await app.call('POST', '/v1/frameworks', {
      body: formOf(fields, ...files),
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('keeps no upload once its operation has ended', async () => {
    const left = await inOrganization((tx) => tx.query('SELECT 1 FROM framework_upload_file'));
    expect(left).toEqual([]);
  });
});

describe('GET /v1/competencies', () => {
  const METAL = 'framework=metal-skills';

  it.each([
    ['the whole label before its beginning', 'q=metal%20work', 'Metal work'],
    ['the beginning of a label', 'q=joini', 'Joining metals'],
    ['words in any order, by their beginnings', 'q=metals%20joi', 'Joining metals'],
    ['an alternative label', 'q=arc%20weld', 'Joining metals'],
    ['a misspelled word', 'q=joinning', 'Joining metals'],
    ['a misspelled word that is not finished', 'q=brasin', 'Brazing'],
    ['a code', 'q=WELD', 'Joining metals'],
    ['a URI', 'q=urn:credence:framework:metal-skills:braze', 'Brazing'],
    [
      'a URI of an exact match, in another spelling',
      `q=${encodeURIComponent(`${ESCO_WELDING.replace('http', 'https')}/`)}`,
      'Joining metals',
    ],
  ])('finds %s', async (_what, query, label) => {
    expect((await labels(`${METAL}&${query}`))[0]).toBe(label);
  });

  it('finds what is retired by its code only', async () => {
    expect(await labels(`${METAL}&q=riveting`)).toEqual([]);
    expect(await search(`${METAL}&q=rivet`)).toEqual([expect.objectContaining({ status: 'deprecated' })]);
  });

  it.each([
    'q=%25',
    'q=_',
    `q=${'%25'.repeat(100)}`,
    'q=%2B%23',
    "q='",
    'q=%5C',
    'q=%EF%BF%BF',
    `q=${'a%20'.repeat(100)}`,
  ])('answers %s like any other text', async (query) => {
    expect((await app.call('GET', `/v1/competencies?${query}`)).status).toBe(200);
  });

  it.each(['q=a', 'q=data', 'framework=credence-starter', 'q=wrting'])(
    'gives the pages of %s without gaps or repeats',
    async (query) => {
      const whole = await labels(`${query}&limit=200`);
      expect(whole.length).toBeGreaterThan(1);
      const paged: string[] = [];
      let path: string | undefined = `/v1/competencies?${query}&limit=7`;
      while (path !== undefined) {
        const page: Answer = await app.call('GET', path);
        paged.push(...page.body.data.map((hit: { label: string }) => hit.label));
        path = /<(.+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
        if (paged.length >= 200) break;
      }
      expect(paged.slice(0, 200)).toEqual(whole);
    },
  );

  it('shows everything about one', async () => {
    const [hit] = (await search(`${METAL}&q=joining`)) as unknown as { id: string }[];
    const { body } = await app.call('GET', `/v1/competencies/${hit?.id}`);
    expect(body).toMatchObject({
      code: 'weld',
      label: 'Joining metals',
      type: 'skill',
      inForce: true,
      framework: { name: 'Metal skills', version: '2' },
      broader: [{ label: 'Metal work' }],
      narrower: [],
      crosswalks: [{ relation: 'exact', key: 'esco:skill/326809fc-238d-40c2-881e-40042f7f2f0d', source: 'framework' }],
    });
    expect(body.labels).toContainEqual({ language: 'en', kind: 'alternative', text: 'Arc welding' });
    const parent = await app.call('GET', `/v1/competencies/${body.broader[0].id}`);
    expect(parent.body.narrower.map(({ label }: { label: string }) => label)).toEqual([
      'Brazing',
      'Joining metals',
      'Riveting (aircraft)',
    ]);
  });

  it('answers 404 for what the organization does not have', async () => {
    expect((await app.call('GET', `/v1/competencies/${newId()}`)).body.code).toBe('competency-not-found');
    expect((await app.call('GET', `/v1/frameworks/${newId()}`)).body.code).toBe('framework-not-found');
  });
});

describe('what other rooms ask', () => {
  const weldUri = 'urn:credence:framework:metal-skills:weld';
  const rivetUri = 'urn:credence:framework:metal-skills:rivet';
  const ESCO_KEY = 'esco:skill/326809fc-238d-40c2-881e-40042f7f2f0d';

  it('finds by identifier, by code of a named framework, by crosswalk, and the successor of what was replaced', async () => {
    const keys = [`uri:${weldUri}`, 'code:metal skills/weld', ESCO_KEY, `uri:${rivetUri}`, 'uri:urn:nobody'];
    const found = await inOrganization((tx) => app.app.get(CompetencyLookup).byIdentifiers(tx, keys));
    const [weld] = found.get(`uri:${weldUri}`) ?? [];
    expect(weld).toMatchObject({ via: 'identifier', type: 'skill', assignable: true });
    expect(weld?.labels).toEqual(expect.arrayContaining(['joining metals', 'arc welding']));
    expect(found.get('code:metal skills/weld')?.[0]?.competencyId).toBe(weld?.competencyId);
    expect(found.get(ESCO_KEY)).toContainEqual({ ...weld, via: 'crosswalk', path: [ESCO_KEY, `uri:${weldUri}`] });
    expect(found.get(`uri:${rivetUri}`)).toEqual([
      expect.objectContaining({ competencyId: weld?.competencyId, path: [`uri:${rivetUri}`, `uri:${weldUri}`] }),
    ]);
    expect(found.has('uri:urn:nobody')).toBe(false);
  });

  it('finds by preferred label, and only by that', async () => {
    const wanted = ['Joining metals', 'Arc welding', 'Joining metal'].map(normaliseLabel);
    const found = await inOrganization((tx) => app.app.get(CompetencyLookup).byPreferredLabels(tx, wanted));
    expect([...found.keys()]).toEqual(['joining metals']);
  });

  it('resolves what a role names, with the end of its scale', async () => {
    const resolve = (named: object) => inOrganization((tx) => app.app.get(CompetencyResolver).resolve(tx, named));
    const byUri = await resolve({ competencyUri: weldUri });
    expect(byUri).toMatchObject({ label: 'Joining metals', topLevel: 5 });
    expect(await resolve({ competencyId: byUri?.id })).toEqual(byUri);
    expect(await resolve({ competencyUri: `${ESCO_WELDING}?` })).toBeDefined();
    expect(await resolve({ competencyId: 'no-id' })).toBeUndefined();
    expect(await resolve({ competencyUri: 'urn:nobody' })).toBeUndefined();
  });

  it('still names what a newer version dropped', async () => {
    const [grind] = await inOrganization((tx) =>
      tx.query<{ id: string }>(`SELECT id FROM competency WHERE uri = 'urn:credence:framework:metal-skills:grind'`),
    );
    const id = grind?.id ?? '';
    const found = await inOrganization((tx) => app.app.get(CompetencyReader).summaries(tx, [id, newId()]));
    expect([...found.values()]).toEqual([
      expect.objectContaining({ id, label: 'Grinding castings', frameworkVersion: '1', inForce: false }),
    ]);
  });

  it('keeps the frameworks of another organization apart', async () => {
    const other = newId();
    const found = await app.app.get(UnitOfWork).run(other, async (tx) => {
      await app.app.get(Organizations).create(tx, 'Another organization');
      return app.app.get(CompetencyLookup).byIdentifiers(tx, [`uri:${weldUri}`]);
    });
    expect(found.size).toBe(0);
    await app.settle();
    const theirs = await app.app
      .get(UnitOfWork)
      .run(other, (tx) => tx.query(`SELECT slug FROM framework WHERE active_version_id IS NOT NULL`));
    expect(theirs).toEqual([{ slug: 'credence-starter' }]);
  });

  it('joins crosswalks to a framework that comes later, for as long as it says so', async () => {
    const joined = (): Promise<{ uri: string }[]> =>
      inOrganization((tx) =>
        tx.query(
          `SELECT t.uri FROM crosswalk x JOIN competency c ON c.organization_id = x.organization_id AND c.id = x.competency_id
           JOIN competency t ON t.organization_id = x.organization_id AND t.id = x.to_competency_id
           WHERE x.organization_id = $1 AND c.uri = $2`,
          [organizationId, weldUri],
        ),
      );
    expect(await joined()).toEqual([]);
    await imported('ESCO excerpt', '1', `uri,label\n${ESCO_WELDING},welding techniques\nurn:e:other,other\n`);
    expect(await joined()).toEqual([{ uri: ESCO_WELDING }]);
    await imported('ESCO excerpt', '2', 'uri,label\nurn:e:other,other\n');
    expect(await joined()).toEqual([]);
  });
});
