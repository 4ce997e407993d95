import { detectFormat } from '../detect-format.js';
import type { FrameworkEntry } from '../content/framework-content.js';
import { readTabiyaFramework } from './tabiya-framework.js';

const BASE = 'urn:credence:framework:trades:';
const esco = (name: string): string => `http://data.europa.eu/esco/${name}`;
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const SKILLS = `"ORIGINURI","ID","UUIDHISTORY","SKILLTYPE","REUSELEVEL","PREFERREDLABEL","ALTLABELS","DESCRIPTION","DEFINITION","SCOPENOTE","ISLOCALIZED","CREATEDAT","UPDATEDAT"
"${esco('skill/0001')}","key_1","${uuid(2)}
${uuid(1)}","skill/competence","sector-specific","weld metal","weld metal
join metal | by heat","Joining metals.","","Not soldering.","true","2024-01-01T00:00:00.000Z",""
"","key_2","${uuid(4)}
${uuid(3)}","language","transversal","trade talk","","","","","false","",""
"","key_3","","attitude","","patience","","","","","false","",""
"origin-uri","","","knowledge","","nothing names it","","","","","false","",""
"${esco('skill/0005')}","key_5","","magic","","conjure metal","","","","","false","",""
`;
const GROUPS = `ORIGINURI,ID,UUIDHISTORY,CODE,PREFERREDLABEL,ALTLABELS,DESCRIPTION,SCOPENOTE
${esco('skill/00a0')},key_10,${uuid(10)},S8,working with metal,,,
`;
const HIERARCHY = `PARENTOBJECTTYPE,PARENTID,CHILDID,CHILDOBJECTTYPE
skillgroup,key_10,key_1,skill
skill,key_1,key_2,skill
skillgroup,key_99,key_2,skill
planet,key_10,key_2,skill
skill,key_10,key_2,skill
`;
const PAIRS = `REQUIRINGID,RELATIONTYPE,REQUIREDID
key_1,essential,key_2
key_1,vital,key_2
`;
const OCCUPATIONS = `ORIGINURI,ID,UUIDHISTORY,OCCUPATIONGROUPCODE,CODE,PREFERREDLABEL,ALTLABELS,DESCRIPTION,DEFINITION,SCOPENOTE,REGULATEDPROFESSIONNOTE,OCCUPATIONTYPE,ISLOCALIZED
${esco('occupation/00f0')},key_20,,7212,7212.3,welder,,,,,,escooccupation,false
,key_21,${uuid(21)},7212A,7212A_1,container welder,,,,,,localoccupation,false
,key_22,${uuid(22)},7212,7212_2,nobody,,,,,,seasonal,false
`;
const OCCUPATION_GROUPS = `ORIGINURI,ID,UUIDHISTORY,CODE,GROUPTYPE,PREFERREDLABEL,ALTLABELS,DESCRIPTION
${esco('isco/C7212')},key_30,${uuid(30)},7212,iscogroup,Welders,,
,key_31,${uuid(31)},7212A,localgroup,Container trades,,
`;
const OCCUPATION_HIERARCHY = `PARENTOBJECTTYPE,PARENTID,CHILDID,CHILDOBJECTTYPE
iscogroup,key_30,key_31,localgroup
escooccupation,key_20,key_21,localoccupation
`;
const NEEDS = `OCCUPATIONTYPE,OCCUPATIONID,RELATIONTYPE,SKILLID,SIGNALLINGVALUELABEL,SIGNALLINGVALUE
escooccupation,key_20,essential,key_1,,
localoccupation,key_21,,key_1,high,0.75
localoccupation,key_21,optional,key_2,,
localoccupation,key_21,,key_2,,
localoccupation,key_21,,key_2,high,1.5
localoccupation,key_21,,key_2,enormous,0.5
`;
const MODEL = `UUIDHISTORY,NAME,LOCALE,DESCRIPTION,VERSION,RELEASED,RELEASENOTES
${uuid(90)},Trades of the harbour,ZA,Made for a test.,1.2.0,true,First.
`;
/** Relations and what the model says before what they speak of. */
const FILES = {
  'skill_hierarchy.csv': HIERARCHY,
  'skill_to_skill_relations.csv': PAIRS,
  'occupation_to_skill_relations.csv': NEEDS,
  'occupation_hierarchy.csv': OCCUPATION_HIERARCHY,
  'occupations.csv': OCCUPATIONS,
  'occupation_groups.csv': OCCUPATION_GROUPS,
  'skills.csv': SKILLS,
  'skill_groups.csv': GROUPS,
  'model_info.csv': MODEL,
  LICENSE: '# CC BY 4.0\n\nUse it, and say whose "it" is.\n',
};

const sources = (files: Record<string, string>) =>
  Object.entries(files).map(([file, text]) => ({ file, chunks: [Buffer.from(text)] }));
const read = (files: Record<string, string>) => readTabiyaFramework(sources(files), BASE);
const labelled = (entries: readonly FrameworkEntry[], label: string): FrameworkEntry | undefined =>
  entries.find((entry) => entry.label.text === label);

describe('readTabiyaFramework', () => {
  it('puts a dataset together from its files in any order', async () => {
    const { content, files } = await read(FILES);
    expect(labelled(content.entries, 'weld metal')).toEqual({
      uri: esco('skill/0001'),
      label: { language: 'en', text: 'weld metal' },
      translations: [],
      // A bar is no separator here.
      alternativeLabels: ['weld metal', 'join metal | by heat'].map((text) => ({ language: 'en', text })),
      hiddenLabels: [],
      definition: 'Joining metals.',
      notes: 'Not soldering.',
      type: 'skill',
      assignable: true,
      status: 'active',
      broader: [esco('skill/00a0')],
      related: [`urn:uuid:${uuid(3)}`],
      crosswalks: [],
      otherKeys: [`uri:urn:uuid:${uuid(2)}`, `uri:urn:uuid:${uuid(1)}`],
      levelAnchors: {},
      links: [{ type: 'essential', to: `urn:uuid:${uuid(3)}` }],
      details: {
        reuseLevel: 'sector-specific',
        isLocalized: 'true',
        createdAt: '2024-01-01T00:00:00.000Z',
        uuidHistory: [uuid(2), uuid(1)],
      },
    });
    expect(files).toEqual([
      { file: 'skill_hierarchy.csv', kind: 'tabiya hierarchy', rows: 5 },
      { file: 'skill_to_skill_relations.csv', kind: 'tabiya skill relations', rows: 2 },
      { file: 'occupation_to_skill_relations.csv', kind: 'tabiya occupation needs', rows: 6 },
      { file: 'occupation_hierarchy.csv', kind: 'tabiya hierarchy', rows: 2 },
      { file: 'occupations.csv', kind: 'tabiya occupations', rows: 3 },
      { file: 'occupation_groups.csv', kind: 'tabiya occupation groups', rows: 2 },
      { file: 'skills.csv', kind: 'tabiya skills', rows: 5 },
      { file: 'skill_groups.csv', kind: 'tabiya skill groups', rows: 1 },
      { file: 'model_info.csv', kind: 'tabiya model info', rows: 1 },
      { file: 'LICENSE', kind: 'tabiya licence', rows: 1 },
    ]);
    expect(content.about).toMatchObject({
      title: 'Trades of the harbour',
      description: 'Made for a test.',
      licence: 'CC BY 4.0',
      attribution: expect.stringContaining('ESCO classification of the European Commission'),
      details: { models: [{ VERSION: '1.2.0', LOCALE: 'ZA', RELEASENOTES: 'First.', UUIDHISTORY: [uuid(90)] }] },
    });
  });

  it('knows what was made in the dataset by the first id that it had, else by its ID in the files', async () => {
    const { content, problems } = await read({ 'skills.csv': SKILLS });
    expect(content.entries.map(({ uri, type }) => [uri, type])).toEqual([
      [esco('skill/0001'), 'skill'],
      [`urn:uuid:${uuid(3)}`, 'language'],
      [`${BASE}key_3`, 'attitude'],
    ]);
    expect(problems.listed.map(({ line, severity, code }) => [line, severity, code])).toEqual([
      // The first three rows end on lines 4, 6 and 7.
      [7, 'warning', 'identity-by-id'],
      [8, 'error', 'identity-missing'],
      [9, 'error', 'type-unknown'],
    ]);
  });

  it('reads occupations with their groups, needs and signalling values', async () => {
    const { content } = await read(FILES);
    const [welder, local] = ['welder', 'container welder'].map((label) => labelled(content.entries, label));
    const groups = ['Welders', 'Container trades'].map((label) => labelled(content.entries, label));
    expect(welder).toMatchObject({
      type: 'occupation',
      assignable: false,
      code: '7212.3',
      broader: [groups[0]?.uri],
      links: [{ type: 'essential', to: esco('skill/0001') }],
      details: { occupationGroupCode: '7212', occupationType: 'escooccupation' },
    });
    expect(local).toMatchObject({
      broader: [esco('occupation/00f0'), groups[1]?.uri],
      links: [
        { type: 'rated', to: esco('skill/0001'), detail: { signallingValue: 0.75, signallingValueLabel: 'high' } },
        { type: 'optional', to: `urn:uuid:${uuid(3)}` },
      ],
    });
    expect(groups[1]).toMatchObject({ type: 'group', assignable: false, code: '7212A', broader: [groups[0]?.uri] });
  });

  it('reports each row that it cannot take by file, line and reason', async () => {
    const { problems } = await read(FILES);
    expect(problems.listed.map(({ file, line, severity, code }) => `${file}:${line} ${severity} ${code}`)).toEqual([
      'skill_hierarchy.csv:5 error type-unknown',
      'skill_to_skill_relations.csv:3 error relation-unknown',
      'occupation_to_skill_relations.csv:5 error relation-unknown',
      'occupation_to_skill_relations.csv:6 error value-invalid',
      'occupation_to_skill_relations.csv:7 error value-invalid',
      'occupations.csv:4 error type-unknown',
      'skills.csv:7 warning identity-by-id',
      'skills.csv:8 error identity-missing',
      'skills.csv:9 error type-unknown',
      'skill_hierarchy.csv:4 warning broader-unknown',
      // There is a group with this ID, but the row speaks of a skill.
      'skill_hierarchy.csv:6 warning broader-unknown',
    ]);
  });

  it('takes the language from the file name, the locale or the languages of the model', async () => {
    const skills = `ORIGINURI,ID,UUIDHISTORY,SKILLTYPE,PREFERREDLABEL\n${esco('skill/0001')},a,,,x\n`;
    const model = (locale: string, languages = '') =>
      `UUIDHISTORY,NAME,LOCALE,LANGUAGES\n${uuid(1)},N,${locale},"${languages}"\n`;
    const told = async (files: Record<string, string>) => (await read(files)).content.entries[0]?.label.language;
    expect(await told({ 'esco-1.1.2-fr-skills.csv': skills })).toBe('fr');
    expect(await told({ 'esco-v1.1.2(fr)/skills.csv': skills })).toBe('fr');
    expect(await told({ 'skills.csv': skills, 'model_info.csv': model('AR-es') })).toBe('es');
    expect(await told({ 'skills.csv': skills, 'model_info.csv': model('ET') })).toBe('en');
    expect(await told({ 'skills.csv': skills, 'model_info.csv': model('ET', 'am\nen') })).toBe('am');
    expect(await told({ 'skills.csv': skills, 'other-model_info.csv': model('AR-es') })).toBe('en');
  });

  it('reads datasets that hold several languages beside each other', async () => {
    const { content, problems } = await read({
      'skills.csv': `ORIGINURI,ID,UUIDHISTORY,SKILLTYPE,PREFERREDLABEL_EN,PREFERREDLABEL_PT_BR,ALTLABELS_EN,ALTLABELS_PT_BR,DESCRIPTION_EN,DESCRIPTION_PT_BR,SCOPENOTE_PT_BR
${esco('skill/0001')},a,,knowledge,welding,soldagem,fusing,solda,About heat.,Sobre calor.,Nota.
${esco('skill/0002')},b,,knowledge,,torno,,,,,
${esco('skill/0003')},c,,knowledge,milling,,,,,Sem nome.,
`,
    });
    expect(content.entries[0]).toMatchObject({
      label: { language: 'en', text: 'welding' },
      translations: [{ language: 'pt-br', text: 'soldagem' }],
      alternativeLabels: [
        { language: 'en', text: 'fusing' },
        { language: 'pt-br', text: 'solda' },
      ],
      definition: 'About heat.',
      details: { definitions: { 'pt-br': 'Sobre calor.' }, translatedNotes: { 'pt-br': 'Nota.' } },
    });
    expect(content.entries[1]?.label).toEqual({ language: 'pt-br', text: 'torno' });
    expect(problems.listed.map(({ line, severity, code }) => [line, severity, code])).toEqual([
      [4, 'warning', 'label-missing'],
    ]);
  });

  it('translates the files of an ESCO download, whichever comes first, and keeps the ids of the dataset', async () => {
    const french = `ORIGINURI,ID,UUIDHISTORY,SKILLTYPE,PREFERREDLABEL,ALTLABELS\n${esco('skill/0001')},key_1,${uuid(7)},skill/competence,souder du métal,souder\n`;
    const english = `conceptType,conceptUri,skillType,preferredLabel\nKnowledgeSkillCompetence,${esco('skill/0001')},skill/competence,weld metal\n`;
    const files = { 'esco-fr-skills.csv': french, 'skills_en.csv': english };
    expect((await detectFormat(sources(files))).format).toBe('tabiya');
    const { content, problems } = await read(files);
    expect(problems.listed).toEqual([]);
    expect(content.entries).toEqual([
      expect.objectContaining({
        label: { language: 'en', text: 'weld metal' },
        translations: [{ language: 'fr', text: 'souder du métal' }],
        alternativeLabels: [{ language: 'fr', text: 'souder' }],
        details: { uuidHistory: [uuid(7)] },
      }),
    ]);
  });

  it('keeps the IDs of two datasets apart', async () => {
    const skills = (name: string, n: number) =>
      `ORIGINURI,ID,UUIDHISTORY,SKILLTYPE,PREFERREDLABEL\n,1,${uuid(n)},,${name}\n,2,${uuid(n + 1)},,${name} again\n`;
    const hierarchy = 'PARENTOBJECTTYPE,PARENTID,CHILDID,CHILDOBJECTTYPE\nskill,1,2,skill\n';
    const { content, problems } = await read({
      'north/skills.csv': skills('north', 1),
      'south/skills.csv': skills('south', 3),
      'north/skill_hierarchy.csv': hierarchy,
      'south/skill_hierarchy.csv': hierarchy,
      // Of no dataset: there are two that it could mean.
      'skill_hierarchy.csv': hierarchy,
    });
    expect(labelled(content.entries, 'north again')?.broader).toEqual([`urn:uuid:${uuid(1)}`]);
    expect(labelled(content.entries, 'south again')?.broader).toEqual([`urn:uuid:${uuid(3)}`]);
    expect(problems.listed.map(({ file, code }) => [file, code])).toEqual([
      ['skill_hierarchy.csv', 'broader-unknown'],
      ['skill_hierarchy.csv', 'broader-unknown'],
    ]);
  });

  it('keeps of a history without end the newest ids and the first', async () => {
    const history = Array.from({ length: 5_000 }, (_, n) => uuid(n)).join('\n');
    const { content, problems } = await read({
      'skills.csv': `ORIGINURI,ID,UUIDHISTORY,SKILLTYPE,PREFERREDLABEL\n,1,"${history}",,old\n`,
    });
    const [entry] = content.entries;
    expect(entry?.uri).toBe(`urn:uuid:${uuid(4_999)}`);
    expect(entry?.otherKeys).toHaveLength(200);
    expect(entry?.otherKeys.slice(198)).toEqual([`uri:urn:uuid:${uuid(198)}`, `uri:urn:uuid:${uuid(4_999)}`]);
    expect(problems.listed.map(({ code }) => code)).toEqual(['history-too-long']);
  });

  it.each([
    ['a table of another kind', { 'a.csv': 'colour,size\nred,1\n' }, 'file-unknown'],
    ['relations alone', { 'skill_hierarchy.csv': HIERARCHY }, 'no-entries'],
  ])('refuses %s', async (_what, files, code) => {
    await expect(read(files as unknown as Record<string, string>)).rejects.toMatchObject({ problem: { code } });
  });
});
