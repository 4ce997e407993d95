import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffCounts, diffFrameworks } from '../domain/content/framework-diff.js';
import { readCrosswalkTable } from '../domain/crosswalks/crosswalk-table.js';
import type { FileTally, ParsedFramework } from '../domain/import/parsed-framework.js';
import type { UnreadableSource } from '../domain/import/source-problem.js';
import { readUpload } from './read-upload.js';

const folder = process.env.FRAMEWORKS ?? join(process.cwd(), '..', 'shared', 'frameworks');
const isThere = existsSync(folder);
if (!isThere) console.warn('the shared frameworks are not there; the tests that read them are skipped');

const filesIn = (subfolder: string, named = /./): string[] =>
  readdirSync(join(folder, subfolder))
    .filter((name) => named.test(name))
    .map((name) => `${subfolder}/${name}`)
    .sort();

function uploadOf(format: string, ...paths: string[]): Parameters<typeof readUpload>[0] {
  const files = paths.map((path) => ({
    name: path.split('/').at(-1) ?? path,
    bytes: readFileSync(join(folder, path)),
  }));
  return { format, name: 'Shared', files };
}

const read = (format: string, ...paths: string[]): Promise<ParsedFramework> => readUpload(uploadOf(format, ...paths));

const rowsOf = (files: readonly FileTally[]): number[] => files.map(({ rows }) => rows);
const crosswalks = ({ content }: ParsedFramework, relation: string): number =>
  content.entries.flatMap((entry) => entry.crosswalks.filter((crosswalk) => crosswalk.relation === relation)).length;

/** Row counts are those of the README beside the files. */
(isThere ? describe : describe.skip)('the shared frameworks', () => {
  it.each([
    ['act-holistic-framework-math', 28, 28],
    ['opensalt-smartlevel-test', 14, 14],
    ['opensalt-what-standards-could-be', 16, 39],
    ['smarterbalanced-ela-g5-performance-task', 164, 240],
    ['smarterbalanced-math-g3-c1th', 48, 67],
    ['smarterbalanced-webb-dok', 15, 15],
  ])('CASE: %s', async (name, items, associations) => {
    const { content, files, problems } = await read('case', `case/${name}.cfpackage.json`);
    expect(rowsOf(files)).toEqual([items, associations]);
    expect(content.entries).toHaveLength(items);
    expect(problems.listed).toEqual([]);
  });

  it('CASE: crosswalks to other documents are kept', async () => {
    const counts: Record<string, number[]> = {};
    for (const name of ['opensalt-what-standards-could-be', 'smarterbalanced-ela-g5-performance-task']) {
      const parsed = await read('case', `case/${name}.cfpackage.json`);
      counts[name] = [crosswalks(parsed, 'exact'), crosswalks(parsed, 'related')];
    }
    expect(counts).toEqual({
      'opensalt-what-standards-could-be': [16, 2],
      // Of 47 isRelatedTo 18 lead to items of the same package.
      'smarterbalanced-ela-g5-performance-task': [29, 29],
    });
  });

  it('CASE: the columns of a spreadsheet', async () => {
    const { content, files, problems, format } = await readUpload(
      uploadOf('detect', 'case/opensalt-import-sample.csv'),
    );
    expect([format, rowsOf(files), problems.listed]).toEqual(['case', [10], []]);
    const codes = new Map(content.entries.map(({ uri, code }) => [uri, code]));
    // Two rows name nothing above them; their codes do, as the tool that the file is made for reads them.
    expect(content.entries.map(({ code, broader }) => [code, ...broader.map((uri) => codes.get(uri))])).toEqual([
      ['M'],
      ['M.F', 'M'],
      ['M.F.1-2', 'M.F'],
      ['M.F.1-2.S1', 'M.F.1-2'],
      ['M.F.1-2.S1a', 'M.F.1-2.S1'],
      ['M.F.1-2.S1b', 'M.F.1-2.S1'],
      ['M.F.C2', 'M.F'],
      ['M.F.C2.S1', 'M.F.C2'],
      ['M.E', 'M'],
      ['M.E.C1', 'M.E'],
    ]);
    expect(content.entries.flatMap((entry) => entry.crosswalks.map(({ relation, key }) => [relation, key]))).toEqual([
      ['related', 'ccss:MATHCONTENTHSFIFC8B'],
      ['related', 'uri:https://asn.jesandco.org/resources/S1143417'],
      ['related', 'ccss:MATHCONTENT1GA1'],
    ]);
  });

  it('CASE: several packages at once', async () => {
    const { content } = await read('case', ...filesIn('case', /\.json$/));
    // 28 + 14 + 16 + 164 + 48 + 15
    expect(content.entries).toHaveLength(285);
  });

  it('ESCO: every file of 1.1.1', async () => {
    const { content, files, problems } = await read('esco', ...filesIn('esco-v1.1.1'));
    const rows = Object.fromEntries(
      files.map((tally) => [tally.file.replace(/(?:_en)?\.csv(?:\.gz)?$/, ''), tally.rows]),
    );
    expect(rows).toEqual({
      skills: 13_896,
      occupations: 3_007,
      skillGroups: 640,
      skillsHierarchy: 647,
      ISCOGroups: 619,
      conceptSchemes: 19,
      digCompSkillsCollection: 26,
      digitalSkillsCollection: 1_201,
      greenSkillsCollection: 570,
      languageSkillsCollection: 346,
      researchSkillsCollection: 40,
      transversalSkillsCollection: 96,
      broaderRelationsSkillPillar: 20_656,
      broaderRelationsOccPillar: 3_617,
      occupationSkillRelations: 123_855,
      skillSkillRelations: 5_899,
    });
    const links = content.entries.filter(({ type }) => type === 'occupation').flatMap((entry) => entry.links ?? []);
    const needed = (type: string): number => links.filter((link) => link.type === type).length;
    const unknown = (type: string): number =>
      problems.listed.filter(({ file, code }) => /^occupationSkill/.test(file) && code === `${type}-unknown`).length;
    // Every row is a link or is reported: 67 rows name an occupation that is in no file.
    expect(['essential', 'optional'].map((type) => needed(type) + unknown(type))).toEqual([64_946, 58_909]);
    expect(problems.errors).toBe(0);
  }, 600_000);

  it('tabiya: a sample dataset, with its hierarchy', async () => {
    const { content, files, problems, format } = await readUpload(
      uploadOf('detect', ...filesIn('tabiya-format', /^sample/)),
    );
    expect([format, rowsOf(files)]).toEqual(['tabiya', [640, 1_636, 1_000]]);
    expect(problems.listed).toEqual([]);
    // 640 groups and 1,000 skills, 208 of them knowledge, and each row of the hierarchy is a step.
    const ofType = (type: string): number => content.entries.filter((entry) => entry.type === type).length;
    expect([content.entries.length, ofType('group'), ofType('skill'), ofType('knowledge')]).toEqual([
      1_640, 640, 792, 208,
    ]);
    expect(content.entries.reduce((sum, { broader }) => sum + broader.length, 0)).toBe(1_636);
  });

  it('tabiya: French labels on top of ESCO, under the same uris', async () => {
    const { content, files, problems, format } = await readUpload(
      uploadOf(
        'detect',
        ...filesIn('tabiya-format', /-fr-/),
        'esco-v1.1.1/occupations_en.csv.gz',
        'esco-v1.1.1/skillGroups_en.csv',
      ),
    );
    expect([format, rowsOf(files)]).toEqual(['tabiya', [1, 3_007, 640, 3_007, 640]]);
    expect(problems.listed).toEqual([]);
    expect(content.entries).toHaveLength(3_647);
    expect(new Set(content.entries.map(({ label }) => label.language))).toEqual(new Set(['en']));
    const french = content.entries.flatMap(({ translations }) => translations.map(({ language }) => language));
    expect([french.length, new Set(french)]).toEqual([3_647, new Set(['fr'])]);
    const director = content.entries.find(({ uri }) => uri.endsWith('/00030d09-2b3a-4efd-87cc-c4ea39d27c34'));
    expect(director).toMatchObject({
      label: { text: 'technical director' },
      translations: [{ language: 'fr', text: 'directeur technique/directrice technique' }],
      details: {
        uuidHistory: [
          'fd2c857b-7237-4beb-a18c-20f4393cebfc',
          '74b23464-bee1-4bce-aad6-1c6448ef73b7',
          '583cf200-fe20-4ec5-b5c9-d1a4c4fa4adb',
        ],
      },
    });
  });

  it('ESCO: 1.1.0 to 1.1.1 adds five, removes none, relabels two and changes other labels of eight', async () => {
    const [before, after] = await Promise.all(
      ['1.1.0', '1.1.1'].map(
        async (version) => (await read('esco', `esco-v${version}/skills_en.csv.gz`)).content.entries,
      ),
    );
    expect([before?.length, after?.length]).toEqual([13_891, 13_896]);
    expect(diffCounts(diffFrameworks(before ?? [], after ?? []))).toEqual({
      added: 5,
      removed: 0,
      relabelled: 2,
      alternativeLabelsChanged: 8,
      replaced: 0,
    });
  }, 600_000);

  it('the format of each file is told by the file', async () => {
    const told: Record<string, string[]> = {};
    for (const folderName of ['esco-v1.1.0', 'case', 'ctdl-asn', 'osmt-rsd']) {
      const paths = filesIn(folderName, /\.(?:json|jsonld|csv\.gz)$/);
      told[folderName] = await Promise.all(
        paths.map(async (path) => (await readUpload(uploadOf('detect', path))).format),
      );
    }
    expect(told).toEqual({
      'esco-v1.1.0': ['esco'],
      case: Array<string>(6).fill('case'),
      'ctdl-asn': Array<string>(4).fill('ctdl-asn'),
      'osmt-rsd': Array<string>(3).fill('rsd'),
    });
  }, 600_000);

  it('O*NET: every file of the database and the ratings', async () => {
    const { content, files, problems } = await read('onet', ...filesIn('onet-29.2'), ...filesIn('onet-ratings'));
    expect(problems.listed.slice(0, 5)).toEqual([]);
    const rows = Object.fromEntries(files.map((tally) => [tally.file.replace(/\.txt(?:\.gz)?$/, ''), tally.rows]));
    expect(rows).toMatchObject({
      'Technology Skills': 32_627,
      'Tools Used': 41_662,
      'Task Statements': 18_796,
      'Alternate Titles': 56_560,
      'Occupation Data': 1_016,
      'Content Model Reference': 627,
      'Level Scale Anchors': 483,
      'Scales Reference': 29,
      'DWA Reference': 2_087,
      'Job Zones': 923,
      'Skills to Work Activities': 232,
      'UNSPSC Reference': 4_262,
      Skills: 61_530,
      Knowledge: 58_014,
    });
    const ofType = (type: string): number => content.entries.filter((entry) => entry.type === type).length;
    expect([ofType('occupation'), ofType('skill'), ofType('knowledge')]).toEqual([1_016, 35, 33]);
    const reading = content.entries.find(({ code }) => code === '2.A.1.a');
    expect(reading).toMatchObject({ label: { text: 'Reading Comprehension' }, type: 'skill', assignable: true });
    const ceo = content.entries.find(({ code }) => code === '11-1011.00');
    const rated = ceo?.links?.filter(({ type }) => type === 'rated') ?? [];
    // 35 skills and 33 fields of knowledge.
    expect(rated).toHaveLength(68);
    expect(rated.find(({ to }) => to === reading?.uri)?.detail).toMatchObject({
      IM: { value: 4.12 },
      LV: { value: 4.62 },
    });
  }, 600_000);

  it('own tables: DIRECT, in a table a kind and in one with a column a step', async () => {
    const whole = await readUpload(uploadOf('detect', 'direct-framework/DIRECT-framework-all-in-one.csv'));
    const parts = await readUpload(uploadOf('detect', ...filesIn('direct-framework', /^(?!DIRECT)/)));
    expect([whole.format, parts.format]).toEqual(['csv', 'csv']);
    // One skill of it names itself as related.
    const problems = [whole, parts].flatMap((read) =>
      read.problems.listed.map(({ file, line, code }) => [file, line, code]),
    );
    expect(problems).toEqual([
      ['DIRECT-framework-all-in-one.csv', 116, 'related-self'],
      ['skill.csv', 106, 'related-self'],
    ]);
    // Competencies, domains, skills and levels.
    expect([rowsOf(whole.files), rowsOf(parts.files)]).toEqual([[191], [20, 7, 164, 5]]);
    for (const { content } of [whole, parts]) {
      const depths = new Map(content.entries.map(({ uri, broader }) => [uri, broader]));
      const top = content.entries.filter(({ broader }) => broader.length === 0);
      const second = content.entries.filter(({ broader }) => broader.some((uri) => depths.get(uri)?.length === 0));
      expect([content.entries.length, top.length, second.length]).toEqual([191, 7, 20]);
      expect(content.entries.every(({ broader }) => broader.length <= 1)).toBe(true);
      expect(top.every(({ type, assignable }) => type === 'group' && !assignable)).toBe(true);
    }
    // Either way it is the same framework, but for what the one of them leaves out.
    const byUri = ({ content }: ParsedFramework): [string, string, readonly string[]][] =>
      content.entries
        .map(({ uri, label, broader }): [string, string, readonly string[]] => [uri, label.text, broader])
        .sort(([a], [b]) => (a < b ? -1 : 1));
    expect(byUri(whole)).toEqual(byUri(parts));
    // All files at once are the same again.
    const both = await read('csv', ...filesIn('direct-framework'));
    expect([both.content.entries.length, both.problems.errors]).toEqual([191, 0]);
    expect(parts.content.scale?.levels.map(({ level, name }) => [level, name])).toEqual([
      [1, 'None or N/A'],
      [2, 'Awareness'],
      [3, 'Working'],
      [4, 'Practitioner'],
      [5, 'Expert'],
    ]);
  });

  it.each([
    ['basic-skills', 12],
    ['cross-functional-skills', 30],
    ['knowledge', 41],
    ['abilities', 71],
  ])('CTDL-ASN: %s', async (name, competencies) => {
    const { content, files, problems } = await read('ctdl-asn', `ctdl-asn/onet-${name}.jsonld`);
    expect([rowsOf(files), content.entries.length]).toEqual([[competencies], competencies]);
    expect(problems.listed).toEqual([]);
    expect(content.entries.every((entry) => entry.code !== undefined && entry.definition !== undefined)).toBe(true);
  });

  it('CTDL-ASN: four frameworks at once, with their hierarchy', async () => {
    const { content } = await read('ctdl-asn', ...filesIn('ctdl-asn'));
    // 12 + 30 + 41 + 71, of which 2 + 5 + 10 + 4 stand on top
    expect(content.entries).toHaveLength(154);
    expect(content.entries.filter(({ broader }) => broader.length === 0)).toHaveLength(21);
  });

  it('the crosswalk of Nesta: each row is read, as a close match', async () => {
    const path = 'crosswalk/esco_onet_occupation_crosswalk_nesta_2020.csv';
    const source = { file: path, chunks: [readFileSync(join(folder, path))] };
    const { rows, problems } = await readCrosswalkTable(source, 8 * 1024 * 1024);
    expect([rows.length, problems]).toEqual([1_680, []]);
    expect(rows.every(({ relation, key }) => relation === 'close' && key.startsWith('onet-occupation:'))).toBe(true);
    // 65 rows of step 0.5, 1,100 of step 1 and 515 of step 2.
    const sure = (percent: number): number => rows.filter(({ confidence }) => confidence === percent).length;
    expect([sure(25), sure(50), sure(100)]).toEqual([65, 1_100, 515]);
    const { content } = await read('esco', 'esco-v1.1.1/occupations_en.csv.gz');
    const known = new Set(content.entries.map(({ uri }) => uri));
    // One occupation of 2020 was gone from ESCO since; an import says so of its line.
    expect(rows.filter(({ competency }) => !known.has(competency)).map(({ line }) => line)).toEqual([1_234]);
  });

  it.each([
    ['osmt-api-v2-skill.json', [1]],
    ['osmt-api-v3-skills.json', [50]],
    ['osmt-api-v3-collection.json', [24]],
    ['osmt-batch-import-sample.csv', [2]],
  ])('rich skill descriptors: %s', async (name, rows) => {
    const { content, files, problems } = await read('rsd', `osmt-rsd/${name}`);
    expect([rowsOf(files), content.entries.length]).toEqual([rows, rows[0]]);
    expect(problems.listed).toEqual([]);
  });

  it('rich skill descriptors: JSON and csv under either header together', async () => {
    const { content, files } = await read('rsd', ...filesIn('osmt-rsd', /\.(?:json|csv)$/));
    expect(rowsOf(files)).toEqual([1, 24, 50, 0, 2]);
    expect(content.entries).toHaveLength(77);
    const aligned = content.entries.flatMap(({ crosswalks: all }) =>
      all.filter(({ relation }) => relation === 'close'),
    );
    // Both rows of the csv are aligned to the same skill.
    expect(aligned.map(({ key }) => key)).toEqual([
      'lightcast:KS1254M6N7QPZ96MGR0L',
      'lightcast:KS1200B62W5ZF38RJ7TD',
      'lightcast:KS1200B62W5ZF38RJ7TD',
    ]);
  });

  /** What lies beside the frameworks and is none: what it is, and why it is refused. */
  it.each([
    ['alignment-examples/alignments-found-in-credentials.csv', 'alignments of credentials', 'format-unknown'],
    [
      'crosswalk/esco_onet_occupation_crosswalk_nesta_2020.csv',
      'a crosswalk, which is imported as one',
      'format-unknown',
    ],
    ['mapping-dev/README.md', 'a text', 'format-unknown'],
    ['mapping-dev/esco-hidden-altlabels-dev.csv', 'questions with their answers', 'format-unknown'],
    ['mapping-dev/esco-sentences-dev.csv', 'questions with their answers', 'format-unknown'],
    ['mapping-dev/esco-skill-spans-dev.csv', 'questions with their answers', 'format-unknown'],
    ['osmt-rsd/osmt-batch-import-header-v3.csv', 'a header row without rows', 'no-entries'],
    ['osmt-rsd/osmt-csv-schema-batchimport.csvs', 'a schema of csv files', 'format-unknown'],
    ['osmt-rsd/osmt-csv-schema-export.csvs', 'a schema of csv files', 'format-unknown'],
    ['README.md', 'a text', 'format-unknown'],
  ])('refuses %s: %s', async (path, _what, code) => {
    const refused = await readUpload(uploadOf('detect', path)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ problem: { code, severity: 'fatal' } });
    expect((refused as UnreadableSource).problem.message.length).toBeGreaterThan(20);
  });

  it('reads UNSPSC by itself, as headings of tools and technologies', async () => {
    const { content, files, format } = await readUpload(uploadOf('detect', 'onet-29.2/UNSPSC Reference.txt'));
    expect([format, rowsOf(files)]).toEqual(['onet', [4_262]]);
    expect(content.entries.every(({ type, assignable }) => type === 'group' && !assignable)).toBe(true);
  });

  it('knows every file that is there: a framework, or one that is refused', () => {
    const refused = /^(?:alignment-examples|crosswalk|mapping-dev)\/|\.csvs$|^README\.md$/;
    const frameworks =
      /^(?:case|ctdl-asn|direct-framework|esco-v1\.1\.[01]|onet-29\.2|onet-ratings|osmt-rsd|tabiya-format)\//;
    const folders = readdirSync(folder, { withFileTypes: true });
    const paths = folders.flatMap((entry) => (entry.isDirectory() ? filesIn(entry.name) : [entry.name]));
    expect(paths.filter((path) => !refused.test(path) && !frameworks.test(path))).toEqual([]);
  });
});
