import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestApp, type TestApp } from '../support/running-app.js';

const folder = process.env.FRAMEWORKS ?? join(process.cwd(), '..', 'shared', 'frameworks');
if (!existsSync(folder)) console.warn('the shared frameworks are not there; only small ones are imported');

interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

const own = (texts: Record<string, string>): Upload[] =>
  Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
function shared(subfolder: string, named: RegExp): Upload[] {
  const path = join(folder, subfolder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => named.test(name)) : [];
  return names.sort().map((name) => ({ name, bytes: readFileSync(join(path, name)) }));
}

const UUID = '00000000-0000-4000-8000-00000000000';
/** Format that the files are told to be of, entries, files. */
const UPLOADS: [string, string, number, Upload[]][] = [
  [
    'a dataset of Tabiya',
    'tabiya',
    3,
    own({
      'skills.csv': `ORIGINURI,ID,UUIDHISTORY,SKILLTYPE,PREFERREDLABEL\n,s,"${UUID}2\n${UUID}1",attitude,patience\n,t,${UUID}4,language,talk\n`,
      'occupations.csv': `ORIGINURI,ID,UUIDHISTORY,OCCUPATIONGROUPCODE,CODE,PREFERREDLABEL,OCCUPATIONTYPE,ISLOCALIZED\n,o,${UUID}3,7212,7212_1,welder,localoccupation,false\n`,
      'occupation_to_skill_relations.csv':
        'OCCUPATIONID,RELATIONTYPE,SKILLID,SIGNALLINGVALUELABEL,SIGNALLINGVALUE\no,,s,high,0.75\n',
    }),
  ],
  [
    'tables that refer to each other',
    'csv',
    2,
    own({
      'area.csv': 'name,slug\nMetal,metal\n',
      'skill.csv': 'name,slug,area\nWelding,weld,metal\n',
      'skill_level.csv': 'name,level,description\nNone,0,\nHand,1,Does it.\n',
    }),
  ],
  ['a spreadsheet of CASE', 'case', 1, own({ 'items.csv': 'identifier,fullStatement,humanCodingScheme\nA,Tows,a\n' })],
];
const SHARED: [string, string, number, Upload[]][] = [
  // 640 groups, 1,000 skills.
  ['the sample of Tabiya', 'tabiya', 1_640, shared('tabiya-format', /^sample/)],
  // 7 domains, 20 competencies, 164 skills.
  ['DIRECT in tables', 'csv', 191, shared('direct-framework', /^(?!DIRECT)/)],
  ['DIRECT in one table', 'csv', 191, shared('direct-framework', /^DIRECT/)],
  // 28 + 14 + 16 + 164 + 48 + 15
  ['packages of CASE', 'case', 285, shared('case', /\.json$/)],
  // 12 + 30 + 41 + 71
  ['graphs of CTDL-ASN', 'ctdl-asn', 154, shared('ctdl-asn', /./)],
  // 1 + 24 + 50 + 2
  ['rich skill descriptors', 'rsd', 77, shared('osmt-rsd', /\.(?:json|csv)$/)],
  ['the spreadsheet of OpenSALT', 'case', 10, shared('case', /\.csv$/)],
];

describe('POST /v1/frameworks without a format', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
    await app.settle();
  });
  afterAll(() => app?.stop());

  async function imported(name: string, version: string, files: readonly Upload[]) {
    const form = new FormData();
    for (const [field, value] of Object.entries({ name, version })) form.set(field, value);
    for (const file of files) form.append('files', new Blob([new Uint8Array(file.bytes)]), file.name);
    const accepted = await app.call('POST', '/v1/frameworks', { body: form });
    expect(accepted.status).toBe(202);
    await app.settle();
    const { body } = await app.call('GET', accepted.headers.get('location') ?? '');
    expect(body.error).toBeNull();
    return body.result;
  }
  async function exported(id: string, format: string): Promise<Upload> {
    const url = `${app.baseUrl}/v1/frameworks/${id}/export?format=${format}`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${app.adminKey}` } });
    return { name: `export.${format}`, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  it.each([...UPLOADS, ...SHARED.filter(([, , , files]) => files.length > 0)])(
    'imports %s, and its export changes nothing',
    async (name, format, competencies, files) => {
      const first = await imported(name, '1', files);
      expect(first).toMatchObject({ format, competencies, unchanged: false, problems: { errors: 0 } });
      expect(await imported(name, '2', files)).toMatchObject({ unchanged: true, version: '1' });
      for (const into of ['csv', 'case']) {
        const again = await imported(name, `by ${into}`, [await exported(first.frameworkId, into)]);
        expect([into, again]).toMatchObject([into, { unchanged: true, problems: { errors: 0, warnings: 0 } }]);
      }
    },
    120_000,
  );
});
