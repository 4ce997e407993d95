import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvLine } from '../../platform/http/index.js';
import { frameworkChecksum } from '../domain/content/framework-checksum.js';
import type { FrameworkContent } from '../domain/content/framework-content.js';
import { caseAssociations, caseDocument, type ExportedFramework, caseItem } from '../domain/export/case-export.js';
import { csvHead, CsvRows } from '../domain/export/csv-export.js';
import { readUpload } from './read-upload.js';

const folder = process.env.FRAMEWORKS ?? join(process.cwd(), '..', 'shared', 'frameworks');
const isThere = existsSync(folder);
if (!isThere) console.warn('the shared frameworks are not there; the tests that export them are skipped');

const filesOf = (...paths: string[]) =>
  paths.map((path) => ({ name: path.split('/').at(-1) ?? path, bytes: readFileSync(join(folder, path)) }));
const all = (subfolder: string, named = /./): string[] =>
  readdirSync(join(folder, subfolder))
    .filter((name) => named.test(name))
    .sort()
    .map((name) => `${subfolder}/${name}`);

const exported = ({ about, scale }: FrameworkContent): ExportedFramework => ({
  id: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001',
  name: 'Shared',
  version: '1',
  changedAt: '2026-01-01T00:00:00Z',
  part: { ...(about === undefined ? {} : { about }), ...(scale === undefined ? {} : { scale }) },
});

function asCsv(content: FrameworkContent): Buffer {
  const writer = new CsvRows();
  const rows = [...csvHead('Shared', exported(content).part), ...content.entries.map((entry) => writer.of(entry))];
  return Buffer.from(rows.map((row) => csvLine(row)).join(''));
}

function asCase(content: FrameworkContent): Buffer {
  const framework = exported(content);
  return Buffer.from(
    JSON.stringify({
      CFDocument: caseDocument(framework),
      CFItems: content.entries.map((entry) => caseItem(entry, framework)),
      CFAssociations: content.entries.flatMap((entry) => caseAssociations(entry, framework)),
    }),
  );
}

/** Entries that are not what they were, as the checksum sees them; told only where the whole differs, since it takes long. */
function changed(before: FrameworkContent, after: FrameworkContent): string[] {
  const digestOf = (entry: FrameworkContent['entries'][number]): string => checksum({ entries: [entry] });
  const now = new Map(after.entries.map((entry) => [entry.uri, entry]));
  return before.entries.flatMap((entry) => {
    const other = now.get(entry.uri);
    return other !== undefined && digestOf(other) === digestOf(entry) ? [] : [entry.uri];
  });
}

const checksum = (content: FrameworkContent): string => frameworkChecksum(content).toString('hex');

/** Exported in either format and read again, it is the same content. */
async function expectSameAgain(upload: Parameters<typeof readUpload>[0]): Promise<void> {
  const { content } = await readUpload(upload);
  for (const [into, bytes] of [
    ['csv', asCsv(content)],
    // As JSON the whole of O*NET is more than one document of an import may have.
    ...(upload.format === 'onet' ? [] : [['case', asCase(content)] as const]),
  ] as const) {
    const again = await readUpload({ name: 'Shared', format: into, files: [{ name: `export.${into}`, bytes }] });
    expect([into, again.problems.listed.slice(0, 3)]).toEqual([into, []]);
    const isSame = checksum(again.content) === checksum(content);
    expect([into, isSame, isSame ? [] : changed(content, again.content)]).toEqual([into, true, []]);
  }
}

(isThere ? describe : describe.skip)('an export that is read again', () => {
  it.each([
    ['ESCO', 'esco', () => all('esco-v1.1.1')],
    ['tabiya', 'tabiya', () => all('tabiya-format')],
    ['tabiya on top of ESCO', 'detect', () => [...all('tabiya-format', /-fr-/), 'esco-v1.1.1/occupations_en.csv.gz']],
    ['own tables', 'csv', () => all('direct-framework', /^(?!DIRECT)/)],
    ['an own table with a column a step', 'csv', () => ['direct-framework/DIRECT-framework-all-in-one.csv']],
    ['O*NET', 'onet', () => [...all('onet-29.2'), ...all('onet-ratings')]],
    ['CASE packages', 'case', () => all('case', /\.json$/)],
    ['a spreadsheet of CASE', 'detect', () => ['case/opensalt-import-sample.csv']],
    ['CTDL-ASN', 'ctdl-asn', () => all('ctdl-asn')],
    ['rich skill descriptors', 'rsd', () => all('osmt-rsd', /\.(?:json|csv)$/)],
  ])(
    'is the same content: %s',
    async (_what, format, paths) => {
      await expectSameAgain({ name: 'Shared', format, files: filesOf(...paths()) });
    },
    600_000,
  );
});

const ctid = (n: number): string => `ce-00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

describe('an export of a small framework that is read again', () => {
  it.each([
    [
      'a dataset of Tabiya with a signalling value and a history of ids',
      {
        'fr-skills.csv': `ORIGINURI,ID,UUIDHISTORY,SKILLTYPE,PREFERREDLABEL_FR,PREFERREDLABEL_EN,ALTLABELS_FR,DESCRIPTION_EN
,s,"00000000-0000-4000-8000-000000000002
00000000-0000-4000-8000-000000000001",attitude,patience,patience,calme | sang-froid,Waits.
http://data.europa.eu/esco/skill/00000000-0000-4000-8000-0000000000aa,t,,language,palabre,,,
`,
        'fr-occupations.csv':
          'ORIGINURI,ID,UUIDHISTORY,OCCUPATIONGROUPCODE,CODE,PREFERREDLABEL,OCCUPATIONTYPE,ISLOCALIZED\n,o,00000000-0000-4000-8000-000000000003,7212,7212_1,soudeur,localoccupation,false\n',
        'fr-occupation_to_skill_relations.csv':
          'OCCUPATIONID,RELATIONTYPE,SKILLID,SIGNALLINGVALUELABEL,SIGNALLINGVALUE\no,,s,high,0.75\no,essential,t,,\n',
        'fr-skill_hierarchy.csv': 'PARENTOBJECTTYPE,PARENTID,CHILDID,CHILDOBJECTTYPE\nskill,s,t,skill\n',
        'fr-model_info.csv': 'UUIDHISTORY,NAME,LOCALE,VERSION\n00000000-0000-4000-8000-000000000004,Metal,FR-fr,1\n',
      },
    ],
    [
      'tables that refer to each other',
      {
        'area.csv': 'name,slug,rank\nMetal,metal,1\n',
        'skill.csv':
          'name,slug,area,related_skills,tools,level hint,rank\nWelding,weld,metal,rivet,torch,a|b,2\nRiveting,rivet,metal,,torch,,1\n',
        'tools.csv': 'name,slug,url\nTorch,torch,https://torch.example\n',
        'skill_level.csv': 'name,level,description,short\nNone,0,,x\nHand,1,Does it.,y\n',
      },
    ],
    [
      'a table with a column a step',
      { 'all.csv': 'area,skill,description,slug\nMetal,Welding,"By heat,\nslowly.",weld\n' },
    ],
    [
      'a spreadsheet of CASE',
      {
        'items.csv':
          'identifier,fullStatement,humanCodingScheme,Abbreviated Statement,sequenceNumber,isRelatedTo,exemplar,Reviewed by\nA,Works,a,,1,,,\nB,"Tows, with care",a.1,A,2,ESCO:S5.6.1,https://video.example.org,Ada\n',
        'document.csv':
          'identifier,title,creator,adoptionStatus\n00000000-0000-4000-8000-000000000050,Air,School,Adopted\n',
      },
    ],
    [
      'a rubric of CTDL-ASN',
      {
        'graph.json': JSON.stringify({
          '@context': 'https://credreg.net/ctdlasn/schema/context/json',
          '@graph': [
            { '@id': '_:c', '@type': 'ceasn:Competency', 'ceterms:ctid': ctid(2), 'ceasn:competencyText': 'Tows' },
            {
              '@type': 'ceasn:Rubric',
              'ceterms:ctid': ctid(3),
              'ceasn:name': { en: 'Towing', de: 'Schleppen' },
              'ceasn:hasRubricCriterion': {
                'ceasn:name': 'Care',
                'ceasn:weight': 0.5,
                'ceterms:targetCompetency': { 'ceterms:targetNode': `https://other.example.org/resources/${ctid(2)}` },
                'ceasn:hasCriterionLevel': [
                  { 'ceasn:benchmarkLabel': 'Good', 'ceasn:benchmarkText': 'Looks.', 'schema:value': 2 },
                  { 'ceasn:benchmarkLabel': 'Poor', 'schema:value': 1 },
                ],
              },
            },
          ],
        }),
      },
    ],
  ] as [string, Record<string, string>][])('is the same content: %s', async (_what, texts) => {
    const files = Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
    const { problems } = await readUpload({ name: 'Small', format: 'detect', files });
    expect(problems.listed).toEqual([]);
    await expectSameAgain({ name: 'Small', format: 'detect', files });
  });
});
