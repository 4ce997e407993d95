import { readRsdFramework } from './rsd-framework.js';

const BASE = 'urn:credence:framework:library:';
const uri = (n: number): string =>
  `https://skills.example.org/api/skills/00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const read = (...files: unknown[]) =>
  readRsdFramework(
    files.map((content, at) => ({
      file: `${at + 1}`,
      chunks: [Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))],
    })),
    BASE,
  );
const V2 = {
  id: uri(1),
  skillName: 'Welding Inspection',
  skillStatement: 'Inspect welds by eye.',
  status: 'published',
  author: 'Ada;Airfield school',
  category: 'Welding;Inspection',
  keywords: ['welds', 'inspection'],
  standards: [{ skillName: 'ISO 17637' }],
  certifications: [{ name: 'CWI' }],
  employers: [{ name: 'Northwind' }],
  collections: [{ uuid: 'x', name: 'Metal' }],
  alignments: [{ id: 'https://skills.emsidata.com/skills/KS1200B62W5ZF38RJ7TD', skillName: 'Welding' }, { skillName: 'Metal work' }], // prettier-ignore
  occupations: [
    { code: '51-4100', targetNodeName: 'Metal Workers', frameworkName: 'bls' },
    { code: '51-4121', targetNodeName: 'Welders', frameworkName: 'bls' },
  ],
  publishDate: '2023-03-30',
};
const V3 = {
  ...V2,
  author: undefined,
  category: undefined,
  authors: ['Ada', 'Airfield school'],
  categories: ['Welding', 'Inspection'],
  standards: ['ISO 17637'],
  occupations: [
    { code: '51-4100', name: 'Metal Workers', framework: 'bls' },
    { code: '51-4121', name: 'Welders', framework: 'bls' },
  ],
};
const OLD = 'Collection,Skill Name,Skill Category,Contextualized Skill Statement,Keywords,BLS Detailed Occupation,O*NET Job Role,Professional Standards,Certifications,Alignment Title,Alignment'; // prettier-ignore
const NEW = 'RSD Name,Authors,Skill Statement,Categories,Keywords,Standards,Detailed Occupations,O*NET Job Codes,Alignment Name,Alignment URL,Alignment Framework,Alignment 2 Name,Alignment 2 URL,Alignment 2 Framework'; // prettier-ignore

describe('readRsdFramework', () => {
  it('reads what the API answers in version 2 and 3 as the same', async () => {
    const [two, three] = [await read(V2), await read([V3])];
    expect(three.content).toEqual(two.content);
    expect(two.content.entries).toEqual([
      expect.objectContaining({
        uri: uri(1),
        label: { language: 'en', text: 'Welding Inspection' },
        definition: 'Inspect welds by eye.',
        status: 'active',
        hiddenLabels: ['welds', 'inspection'].map((text) => ({ language: 'en', text })),
        collections: ['Metal'],
        details: {
          authors: ['Ada', 'Airfield school'],
          categories: ['Welding', 'Inspection'],
          standards: ['ISO 17637'],
          certifications: ['CWI'],
          employers: ['Northwind'],
          occupations: [
            { code: '51-4100', name: 'Metal Workers', framework: 'bls' },
            { code: '51-4121', name: 'Welders', framework: 'bls' },
          ],
          alignments: [{ url: '', name: 'Metal work', framework: '' }],
          publishDate: '2023-03-30',
        },
      }),
    ]);
  });

  it('takes alignments as close and the occupations themselves, not their groups, as related', async () => {
    const { content } = await read(V2);
    expect(content.entries[0]?.crosswalks).toEqual([
      { relation: 'close', key: 'lightcast:KS1200B62W5ZF38RJ7TD', label: 'Welding' },
      { relation: 'related', key: 'onet-occupation:51-4121.00', label: 'Welders' },
    ]);
  });

  it('reads the descriptors of a collection, and follows no address', async () => {
    const { content, problems, files } = await read({
      type: 'RichSkillCollection',
      name: 'Metal II',
      skills: [V3, uri(2)],
    });
    expect(content.entries[0]?.collections).toEqual(['Metal', 'Metal II']);
    expect(files).toEqual([{ file: '1', kind: 'rsd descriptors', rows: 2 }]);
    expect(problems.listed).toEqual([expect.objectContaining({ pointer: '/skills/1', code: 'not-an-object' })]);
  });

  it('reads csv under the old and the new header', async () => {
    const { content } = await read(
      `${OLD}\nMetal,Plasma Cutting,Cutting,Cut plate.,plasma; plate,51-4121; 51-4122,51-4121.00,ISO 1,CWI,Cutting,https://skills.emsidata.com/skills/KS1200B62W5ZF38RJ7TD`,
      `${NEW}\nLaser Cutting,Ada; Bo,Cut by laser.,Cutting,laser,ISO 2,51-4121,,Lasers,https://skills.emsidata.com/skills/KS1254M6N7QPZ96MGR0L,Lightcast,Optics,http://data.europa.eu/esco/skill/00000000-0000-4000-8000-0000000000aa,ESCO`,
    );
    const [old, recent] = content.entries;
    expect(old).toMatchObject({
      label: { text: 'Plasma Cutting' },
      collections: ['Metal'],
      details: { categories: ['Cutting'], standards: ['ISO 1'], certifications: ['CWI'] },
    });
    expect(old?.crosswalks.map(({ relation, key }) => `${relation} ${key}`)).toEqual([
      'close lightcast:KS1200B62W5ZF38RJ7TD',
      'related onet-occupation:51-4121.00',
      'related onet-occupation:51-4122.00',
    ]);
    expect(recent?.crosswalks.map(({ key }) => key)).toEqual([
      'lightcast:KS1254M6N7QPZ96MGR0L',
      'esco:skill/00000000-0000-4000-8000-0000000000aa',
      'onet-occupation:51-4121.00',
    ]);
  });

  it('knows a csv row by its name while that is one of a kind, so that a better statement is no new skill', async () => {
    const rows = (statement: string) => read(`${NEW}\nLaser Cutting,Ada,${statement}`);
    const [before, after] = [await rows('Cut by laser.'), await rows('Cut plate by laser.')];
    expect(after.content.entries[0]?.uri).toBe(before.content.entries[0]?.uri);
    const { content, problems } = await read(`${NEW}\nCutting,Ada,One.\nCutting,Ada,Two.\nCutting,Ada,Two.`);
    expect(content.entries).toHaveLength(2);
    expect(problems.listed).toEqual([expect.objectContaining({ line: 4, code: 'uri-repeated' })]);
  });

  it('reads the state of a descriptor', async () => {
    const states = ['draft', 'archived', 'deleted', 'unheard'].map((status, at) => ({
      ...V3,
      id: uri(10 + at),
      status,
    }));
    const { content, problems } = await read(states);
    expect(content.entries.map(({ status }) => status)).toEqual(['draft', 'deprecated', 'deprecated']);
    expect(problems.listed).toEqual([expect.objectContaining({ pointer: '/3', code: 'status-unknown' })]);
  });

  it.each([
    ['JSON of another kind', [{ colour: 'red' }], 'file-unknown'],
    ['a table of another kind', 'colour,size\nred,3', 'file-unknown'],
    ['a header alone', NEW, 'no-entries'],
    ['an empty list', [], 'no-entries'],
  ])('refuses %s', async (_what, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ problem: { code } });
  });
});
