import type { FrameworkEntry } from '../content/framework-content.js';
import { readOwnTables } from '../csv/own-tables.js';
import type { ParsedFramework } from '../import/parsed-framework.js';

const BASE = 'urn:credence:framework:yard:';
const uri = (table: string, key: string): string => `${BASE}${table}:${encodeURIComponent(key)}`;

const AREAS = 'name,description,slug,rank\nMetal,About metal.,metal,20\nPeople,,people,10\n';
const COMPETENCIES =
  'name,description,slug,area\nJoining,"Joins metal.\nFirmly.",joining,metal\nTalking,,talking,people\n';
const SKILLS = `name,description,slug,competency,related_skills,tools,learning_resources,rank,audience
Welding,"By heat, with care.",welding,joining,riveting|shouting,torch|hammer,welding-course,10,juniors|seniors
Riveting,,riveting,joining,,,,20,
Toasts,,joining,talking,,,,,
Orphan,,orphan,nowhere,,anvil,,,
,,nameless,joining,,,,,
Riveting again,,riveting,joining,,,,,
`;
const TOOLS = 'name,slug,kind,url\nTorch,torch,tool,https://torch.example\nHammer,hammer,tool,\n';
const LEARNING = 'name,slug,url\nWelding course,welding-course,https://course.example\n';
const LEVELS = `name,description,level,short_description
Master,Teaches it.,2,best
None,,0,
Hand,Does it.,1,
`;
const FILES = {
  'skill.csv': SKILLS,
  'Areas-2025.csv': AREAS,
  'competencies.csv': COMPETENCIES,
  'tool.csv': TOOLS,
  'skill_level.csv': LEVELS,
};

const read = (files: Record<string, string>): Promise<ParsedFramework> =>
  readOwnTables(
    Object.entries(files).map(([file, text]) => ({ file, chunks: [Buffer.from(text)] })),
    BASE,
  );
const entryOf = ({ content }: ParsedFramework, label: string): FrameworkEntry | undefined =>
  content.entries.find((entry) => entry.label.text === label);
const problemsOf = ({ problems }: ParsedFramework): string[] =>
  problems.listed.map(({ file, line, severity, code }) => `${file}:${line} ${severity} ${code}`);

describe('tables of one framework that refer to each other', () => {
  it('makes entries of rows, and a hierarchy of columns that are named after tables', async () => {
    const parsed = await read(FILES);
    expect(entryOf(parsed, 'Welding')).toEqual({
      uri: uri('skill', 'welding'),
      code: 'welding',
      label: { language: 'en', text: 'Welding' },
      translations: [],
      alternativeLabels: [],
      hiddenLabels: [],
      definition: 'By heat, with care.',
      type: 'skill',
      assignable: true,
      status: 'active',
      broader: [uri('competency', 'joining')],
      related: [uri('skill', 'riveting')],
      crosswalks: [],
      otherKeys: [],
      levelAnchors: {},
      position: 10,
      links: ['torch', 'hammer'].map((tool) => ({ type: 'uses', to: uri('tool', tool) })),
      details: { audience: ['juniors', 'seniors'], learning_resources: 'welding-course' },
    });
    expect(entryOf(parsed, 'Joining')).toMatchObject({
      uri: uri('competency', 'joining'),
      definition: 'Joins metal.\nFirmly.',
      assignable: true,
      broader: [uri('area', 'metal')],
    });
    expect(entryOf(parsed, 'Metal')).toMatchObject({ type: 'group', assignable: false, position: 20, broader: [] });
    expect(entryOf(parsed, 'Torch')).toMatchObject({
      type: 'tool',
      details: { kind: 'tool', url: 'https://torch.example' },
    });
    expect(parsed.files.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['csv entries', 6],
      ['csv entries', 2],
      ['csv entries', 2],
      ['csv entries', 2],
      ['csv levels', 3],
    ]);
  });

  it('keeps two tables apart that use the same key', async () => {
    expect(entryOf(await read(FILES), 'Toasts')).toMatchObject({
      uri: uri('skill', 'joining'),
      broader: [uri('competency', 'talking')],
    });
  });

  it('makes a scale of the table of levels, in their order and counted from 1', async () => {
    const { content } = await read(FILES);
    expect(content.scale).toEqual({
      name: 'skill level',
      levels: [
        { level: 1, name: 'None', anchor: '' },
        { level: 2, name: 'Hand', anchor: 'Does it.' },
        { level: 3, name: 'Master', anchor: 'Teaches it.' },
      ],
    });
    expect(content.about?.details).toEqual({
      levels: [
        { level: 0, name: 'None' },
        { level: 1, name: 'Hand' },
        { level: 2, name: 'Master', short_description: 'best' },
      ],
    });
  });

  it('reports each row that it cannot take by file, line and reason', async () => {
    const parsed = await read({ ...FILES, 'learning_resource.csv': LEARNING });
    expect(problemsOf(parsed)).toEqual([
      'skill.csv:6 error label-missing',
      'skill.csv:7 error uri-repeated',
      // A course is nothing that somebody holds.
      'learning_resource.csv:2 error type-unknown',
      'skill.csv:2 warning related-unknown',
      'skill.csv:5 warning broader-unknown',
      'skill.csv:5 warning uses-unknown',
    ]);
  });

  it('says of a scale what is wrong with it', async () => {
    const levels = (...rows: string[]) => ({
      'competencies.csv': COMPETENCIES,
      'level.csv': `name,level,description\n${rows.join('\n')}\n`,
    });
    const faulty = await read(levels('A,1,', 'B,one,', 'C,1,', ',2,', 'D,Level 3,', `E,4,${'x'.repeat(1_100)}`));
    expect(problemsOf(faulty)).toEqual([
      'level.csv:3 error value-invalid',
      'level.csv:4 error level-repeated',
      'level.csv:5 error label-missing',
      'level.csv:7 warning text-cut',
    ]);
    expect(faulty.content.scale?.levels.map(({ name }) => name)).toEqual(['A', 'D', 'E']);
    const many = await read(levels(...Array.from({ length: 10 }, (_, at) => `L${at},${at},`)));
    expect([problemsOf(many), many.content.scale]).toEqual([
      ['level.csv:undefined warning too-many-levels'],
      undefined,
    ]);
  });

  it.each([
    [
      'an id and the name of the table',
      'name,id,description,area_id\nJoining,7,,1\n',
      'name,id,description\nMetal,1,x\n',
    ],
    ['the name of the other entry', 'name,code,area\nJoining,J,metal\n', 'name,code\nMetal,M\n'],
    ['the other entry naming what is below it', 'name,code\nJoining,J\n', 'name,code,competencies\nMetal,M,J|\n'],
    ['a uri of its own', 'name,uri,area\nJoining,urn:j,urn:m\n', 'name,uri\nMetal,urn:m\n'],
    ['a longer name of the table', 'name,slug,area\nJoining,j,m\n', 'name,slug\nMetal,m\n', 'work_area.csv'],
  ])('finds what is above an entry by %s', async (_what, competencies, areas, areaFile = 'areas.csv') => {
    const parsed = await read({ 'competency.csv': competencies, [areaFile]: areas });
    expect(problemsOf(parsed)).toEqual([]);
    expect(entryOf(parsed, 'Joining')?.broader).toEqual([entryOf(parsed, 'Metal')?.uri]);
  });

  it('finds entries of the same table by a column "parent"', async () => {
    const parsed = await read({ 'skills.csv': 'title,code,parent,status\nWelding,W,,\nMIG,W1,W,retired\n' });
    expect(entryOf(parsed, 'MIG')).toMatchObject({ broader: [uri('skill', 'W')], status: 'deprecated' });
  });

  it.each([
    ['a status that is none', 'name,code,status\nWelding,W,hot\n', 'status-unknown'],
    ['a language that is none', 'name,code,language\nWelding,W,the best\n', 'language-invalid'],
    ['a key that is too long', `name,code\nWelding,${'w'.repeat(201)}\n`, 'cell-too-long'],
    ['no key', 'name,code\nWelding,\n', 'identity-missing'],
  ])('refuses a row with %s', async (_what, text, code) => {
    const parsed = await read({ 'skill.csv': `${text}`, 'area.csv': AREAS });
    expect(problemsOf(parsed)).toEqual([`skill.csv:2 error ${code}`]);
  });

  it('completes an entry by another table about it, and says where the two differ', async () => {
    const parsed = await read({
      'all.csv':
        'area,skill,description,slug,origin\nMetal,,About metal.,metal,\n,Welding,By heat.,welding,here\n,Rolling,,r,\n',
      'areas.csv': AREAS,
      'skill.csv':
        'name,slug,description,area,rank,aliases\nWelding,welding,With heat.,people,5,MIG\nRolled,r,,metal,,\n',
    });
    expect(problemsOf(parsed)).toEqual(['skill.csv:2 warning definition-differs', 'skill.csv:3 error uri-repeated']);
    expect(entryOf(parsed, 'Welding')).toMatchObject({
      definition: 'By heat.',
      position: 5,
      alternativeLabels: [{ language: 'en', text: 'MIG' }],
      broader: [uri('area', 'metal'), uri('area', 'people')],
      details: { origin: 'here' },
    });
  });

  it('takes the first of two scales and says so', async () => {
    const levels = (name: string): string => `name,level\n${name},1\n`;
    const parsed = await read({ 'area.csv': AREAS, 'skill_level.csv': levels('Hand'), 'grade.csv': levels('A') });
    expect([parsed.content.scale?.name, problemsOf(parsed)]).toEqual([
      'skill level',
      [':undefined warning scale-repeated'],
    ]);
  });

  it('does not take a single list of names and keys for a framework', async () => {
    const refused = { problem: { code: 'column-missing', file: 'skill.csv' } };
    await expect(read({ 'skill.csv': 'code;name\na;b\n' })).rejects.toMatchObject(refused);
  });

  it('does not read both forms of own tables together', async () => {
    const files = { 'skill.csv': 'name,slug,rank\nWelding,w,1\n', 'own.csv': 'label,code\nRiveting,r\n' };
    await expect(read(files)).rejects.toMatchObject({ problem: { code: 'format-unclear', file: 'own.csv' } });
  });
});

describe('one table with a column for each step of the hierarchy', () => {
  const steps = (rows: string): Promise<ParsedFramework> =>
    read({ 'all.csv': `area,competency,skill,description,slug,related_skills,tools\n${rows}` });

  it('places rows below the last one of the step above', async () => {
    const parsed = await steps(
      'Metal,,,About metal.,metal,,\n,Joining,,,joining,,\n,,Welding,By heat.,welding,riveting,torch|hammer\n,,Riveting,,riveting,,\nPeople,,,,people,,\n,,Greeting,,greeting,,\n',
    );
    expect(problemsOf(parsed)).toEqual([]);
    const broader = parsed.content.entries.map(({ label, broader: above }) => [label.text, ...above]);
    expect(broader).toEqual([
      ['Metal'],
      ['Joining', uri('area', 'metal')],
      ['Welding', uri('competency', 'joining')],
      ['Riveting', uri('competency', 'joining')],
      ['People'],
      // Nothing between it and the area: "Joining" ended with "Metal".
      ['Greeting', uri('area', 'people')],
    ]);
    expect(entryOf(parsed, 'Welding')).toMatchObject({
      definition: 'By heat.',
      related: [uri('skill', 'riveting')],
      details: { tools: ['torch', 'hammer'] },
    });
    expect(entryOf(parsed, 'Metal')).toMatchObject({ type: 'group', assignable: false });
  });

  it('makes headings of what stands above entries only, and lets an entry stand in several places', async () => {
    const parsed = await steps(
      'Metal,Joining,Welding,,welding,,\nMetal,Joining,Riveting,,riveting,,\nShips,Joining,Welding,,welding,,\nMetal,Joining,,The real one.,joining,,\n',
    );
    expect(problemsOf(parsed)).toEqual([]);
    const other = uri('competency', 'ships/joining');
    expect(entryOf(parsed, 'Welding')?.broader).toEqual([uri('competency', 'joining'), other]);
    expect(parsed.content.entries.find((entry) => entry.uri === other)).toMatchObject({
      type: 'group',
      assignable: false,
      broader: [uri('area', 'ships')],
    });
    expect(entryOf(parsed, 'Joining')).toMatchObject({ definition: 'The real one.', broader: [uri('area', 'metal')] });
  });

  it('reports rows without a name or a key, and a key that is used for something else', async () => {
    const parsed = await steps('Metal,,,,metal,,\n,,,nothing,x,,\n,,Welding,,,,\n,,Riveting,,r,,\n,,Rolling,,r,,\n');
    expect(problemsOf(parsed)).toEqual([
      'all.csv:3 error label-missing',
      'all.csv:4 error identity-missing',
      'all.csv:6 error uri-repeated',
    ]);
  });
});
