import { readOnetFramework } from './onet-framework.js';

const table = (...rows: string[][]): string => rows.map((cells) => cells.join('\t')).join('\r\n');
const SOC = 'O*NET-SOC Code';
const FILES = {
  'Skills.txt': table(
    [SOC, 'Element ID', 'Element Name', 'Scale ID', 'Data Value', 'N', 'Standard Error', 'Lower CI Bound', 'Upper CI Bound', 'Recommend Suppress', 'Not Relevant', 'Date', 'Domain Source'], // prettier-ignore
    ['51-4121.00', '2.A.1.a', 'Reading', 'IM', '3.12', '8', '0.125', '2.88', '3.37', 'N', 'n/a', '08/2023', 'Analyst'],
    ['51-4121.00', '2.A.1.a', 'Reading', 'LV', '2.88', '8', '0.2', '2.4', '3.3', 'Y', 'N', '08/2023', 'Analyst'],
    ['51-4121.00', '2.C.4.a', 'Mathematics', 'IM', '1.5', '8', '0', '', '', 'N', 'Y', '', ''],
    ['51-4121.00', '2.C.4.a', 'Mathematics', 'LV', 'n/a', '8', '', '', '', 'N', 'N', '', ''],
    ['51-4121.00', '2.C.4.a', 'Mathematics', 'IM', '2', '8', '', '', '', 'N', 'N', '', ''],
    ['99-9999.00', '2.A.1.a', 'Reading', 'IM', '2', '8', '', '', '', 'N', 'N', '', ''],
  ),
  'Content Model Reference.txt': table(
    ['Element ID', 'Element Name', 'Description'],
    ['2', 'Worker Requirements', 'Worker Requirements'],
    ['2.A', 'Basic Skills', 'Developed capacities'],
    ['2.A.1', 'Content', 'Background structures'],
    ['2.A.1.a', 'Reading', 'Understanding "written" sentences'],
    ['4.A', 'Activities', ''],
    ['4.A.1', 'Getting Information', 'Observing'],
    ['4.C.1', 'Contact', 'How much contact'],
  ),
  'Level Scale Anchors.txt': table(
    ['Element ID', 'Element Name', 'Scale ID', 'Anchor Value', 'Anchor Description'],
    ['2.A.1.a', 'Reading', 'LV', '2', 'Read a form'],
    ['2.A.1.a', 'Reading', 'LV', '4', 'Read a memo'],
    ['2.A.1.a', 'Reading', 'LV', '6', 'Read a journal'],
    ['2.A.1.a', 'Reading', 'LV', 'much', 'Read a lot'],
  ),
  'Occupation Data.txt': table([SOC, 'Title', 'Description'], ['51-4121.00', 'Welders', 'Join metal.']),
  'Alternate Titles.txt': table(
    [SOC, 'Alternate Title', 'Short Title', 'Source(s)'],
    ['51-4121.00', 'Metal Inert Gas Welder', 'MIG Welder', '08'],
    ['51-4121.00', 'Arc Welder', 'n/a', '08'],
    ['11-0000.00', 'Nobody', 'n/a', '08'],
  ),
  'Task Statements.txt': table(
    [SOC, 'Task ID', 'Task', 'Task Type'],
    ['51-4121.00', '1', 'Weld.', 'Core'],
    ['51-4121.00', '2', '', ''],
  ),
  'Job Zones.txt': table([SOC, 'Job Zone', 'Date'], ['51-4121.00', '3', '08/2023']),
  'Technology Skills.txt': table(
    [SOC, 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand'],
    ['51-4121.00', 'AutoCAD', '43232604', 'Computer aided design software', 'Y', 'N'],
    ['51-4121.00', 'Plain 5" editor', '43232604', 'Computer aided design software', 'N', 'N'],
  ),
  'Tools Used.txt': table(
    [SOC, 'Example', 'Commodity Code', 'Commodity Title'],
    ['51-4121.00', 'Arc welders', '23271400', 'Welding machinery'],
  ),
  'UNSPSC Reference.txt': table(
    ['Commodity Code', 'Commodity Title', 'Class Code', 'Class Title', 'Family Code', 'Family Title', 'Segment Code', 'Segment Title'], // prettier-ignore
    ['43232604', 'Computer aided design software', '43232600', 'Industry software', '43230000', 'Software', '43000000', 'IT'], // prettier-ignore
  ),
  'DWA Reference.txt': table(
    ['Element ID', 'IWA ID', 'DWA ID', 'DWA Title'],
    ['4.A.1', '4.A.1.I01', '4.A.1.I01.D01', 'Read drawings.'],
  ),
  'Skills to Work Activities.txt': table(
    ['Skills Element ID', 'Skills Element Name', 'Work Activities Element ID', 'Work Activities Element Name'],
    ['2.A.1.a', 'Reading', '4.A.1', 'Getting Information'],
  ),
  'Scales Reference.txt': table(['Scale ID', 'Scale Name', 'Minimum', 'Maximum'], ['LV', 'Level', '0', '7']),
  'Read Me.txt': 'O*NET 29.2 Database\r\nFebruary 2025 Release',
};

const read = (files: Record<string, string> = FILES) =>
  readOnetFramework(Object.entries(files).map(([file, text]) => ({ file, chunks: [Buffer.from(text)] })));
const parsed = read();
const find = async (code: string) => (await parsed).content.entries.find((entry) => entry.code === code);
const named = async (label: string) => (await parsed).content.entries.find((entry) => entry.label.text === label);

describe('readOnetFramework', () => {
  it('reads the content model: what a person can have, and headings above it', async () => {
    expect(await find('2.A.1.a')).toMatchObject({
      label: { language: 'en', text: 'Reading' },
      definition: 'Understanding "written" sentences',
      type: 'skill',
      assignable: true,
      broader: [(await find('2.A.1'))?.uri],
      related: [(await find('4.A.1'))?.uri],
    });
    for (const heading of ['2', '2.A', '2.A.1', '4.A', '4.C.1'])
      expect(await find(heading)).toMatchObject({ type: 'group', assignable: false });
    expect(await find('4.A.1')).toMatchObject({ type: 'activity', assignable: true });
    expect(await find('4.A.1.I01.D01')).toMatchObject({ type: 'activity', broader: [(await find('4.A.1'))?.uri] });
  });

  it('puts the anchors of the scale 0..7 on five levels and keeps their values', async () => {
    // 1 + round(4 x 2 / 7) = 2, 1 + round(4 x 4 / 7) = 3, 1 + round(4 x 6 / 7) = 4
    expect(await find('2.A.1.a')).toMatchObject({
      levelAnchors: { 2: 'Read a form', 3: 'Read a memo', 4: 'Read a journal' },
      details: { anchors: [{ scale: 'LV', value: 2 }, { value: 4 }, { value: 6 }] },
    });
  });

  it('rates occupations, and withholds what is not to be used', async () => {
    const rated = (await find('51-4121.00'))?.links?.filter(({ type }) => type === 'rated');
    expect(rated).toEqual([
      {
        type: 'rated',
        to: (await find('2.A.1.a'))?.uri,
        detail: {
          IM: { value: 3.12, n: 8, standardError: 0.125, lower: 2.88, upper: 3.37, date: '08/2023', source: 'Analyst' },
          LV: { withheldValue: 2.88, withheld: 'suppress', n: 8, standardError: 0.2, lower: 2.4, upper: 3.3, date: '08/2023', source: 'Analyst' }, // prettier-ignore
        },
      },
      {
        type: 'rated',
        to: (await find('2.C.4.a'))?.uri,
        detail: { IM: { withheldValue: 1.5, withheld: 'not-relevant', n: 8, standardError: 0 } },
      },
    ]);
  });

  it('describes by a file of ratings what no other file describes', async () => {
    expect(await find('2.C.4.a')).toMatchObject({
      label: { text: 'Mathematics' },
      type: 'knowledge',
      assignable: true,
    });
  });

  it('keeps titles, tasks and job zone of an occupation', async () => {
    expect(await find('51-4121.00')).toMatchObject({
      label: { text: 'Welders' },
      type: 'occupation',
      assignable: false,
      alternativeLabels: ['Metal Inert Gas Welder', 'MIG Welder', 'Arc Welder'].map((text) => ({
        language: 'en',
        text,
      })),
      details: { jobZone: 3, tasks: [{ id: '1', task: 'Weld.', type: 'Core' }] },
    });
  });

  it('reads technologies and tools below their commodities, with who uses them', async () => {
    const autocad = await named('AutoCAD');
    expect(autocad).toMatchObject({ type: 'technology', assignable: true, details: { hotTechnology: true } });
    expect(autocad?.broader).toEqual([(await find('43232604'))?.uri]);
    expect(await find('43232604')).toMatchObject({ type: 'group', broader: [(await find('43232600'))?.uri] });
    expect(await named('Arc welders')).toMatchObject({ type: 'tool' });
    expect((await find('51-4121.00'))?.links?.filter(({ type }) => type === 'uses')).toEqual([
      { type: 'uses', to: autocad?.uri, detail: { hotTechnology: true } },
      { type: 'uses', to: (await named('Plain 5" editor'))?.uri },
      { type: 'uses', to: (await named('Arc welders'))?.uri },
    ]);
  });

  it('reports each row that is not taken, and counts the rows of each file', async () => {
    const { problems, files, content } = await parsed;
    const listed = problems.listed.map(({ file, line, severity, code }) => [file, line, severity, code]);
    expect(listed).toEqual([
      ['Skills.txt', 5, 'error', 'value-invalid'],
      ['Skills.txt', 6, 'error', 'rating-repeated'],
      ['Level Scale Anchors.txt', 5, 'error', 'value-invalid'],
      ['Task Statements.txt', 3, 'error', 'label-missing'],
      ['Alternate Titles.txt', 4, 'error', 'occupation-unknown'],
      ['Skills.txt', 7, 'warning', 'rated-unknown'],
    ]);
    expect(files.map(({ rows }) => rows)).toEqual([6, 7, 4, 1, 3, 2, 1, 2, 1, 1, 1, 1, 1, 1]);
    expect(content.about).toMatchObject({
      title: 'O*NET 29.2 Database',
      details: { scales: [{ 'Scale ID': 'LV', Maximum: '7' }] },
    });
  });

  it('refuses a file that is none of its own', async () => {
    await expect(read({ 'a.txt': 'colour\tsize\nred\t3' })).rejects.toMatchObject({
      problem: { code: 'file-unknown' },
    });
  });
});
