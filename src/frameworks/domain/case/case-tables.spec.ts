import type { FrameworkEntry } from '../content/framework-content.js';
import { readCaseFramework } from './case-framework.js';

const BASE = 'urn:credence:framework:airfield:';
const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const ITEMS = `Identifier,Full Statement,Human Coding Scheme,sequenceNumber,Abbreviated Statement,Concept Keywords,Notes,Language,Education Level,CF Item Type,Is Child Of,Is Related To,Exact Match Of,Exemplar,Reviewed by
Field,Runs the airfield,F,2,,,,,,Domain,,,,,
Field.Tow,"Tows aircraft, with care",F.1,,Tows,"tug, taxi",Outdoors.,en,"09,10",,F,"Field.Park,CCSS.MATH.CONTENT.1.G.A.1",https://other.example.org/tow,https://video.example.org/tow,Ada
Field.Park,Parks aircraft,F.2,,Field,,,,,Knowledge,,,,,
${guid(7)},Marshals,F.2.a,,,,,,,,nowhere,,no address,,
,Signals,F.2.b,,,,,,,,,,,,
,,F.3,,,,,,,,,,,,
,Nobody knows it,,,,,,,,,,,,,
Field,Twice,X,,,,,,,,,,,,
`;
const read = (files: Record<string, string>) =>
  readCaseFramework(
    Object.entries(files).map(([file, text]) => ({ file, chunks: [Buffer.from(text)] })),
    BASE,
  );
const byCode = (entries: readonly FrameworkEntry[], code: string) => entries.find((entry) => entry.code === code);

describe('the tables of a spreadsheet of CASE', () => {
  it('read items with what their columns name', async () => {
    const { content, files } = await read({ 'items.csv': ITEMS });
    expect(byCode(content.entries, 'F.1')).toEqual({
      uri: `${BASE}Field.Tow`,
      code: 'F.1',
      label: { language: 'en', text: 'Tows' },
      translations: [],
      alternativeLabels: [{ language: 'en', text: 'Tows aircraft, with care' }],
      hiddenLabels: ['tug', 'taxi'].map((text) => ({ language: 'en', text })),
      definition: 'Tows aircraft, with care',
      notes: 'Outdoors.',
      type: 'skill',
      assignable: true,
      status: 'active',
      broader: [`${BASE}Field`],
      related: [`${BASE}Field.Park`],
      crosswalks: [
        { relation: 'related', key: 'ccss:MATHCONTENT1GA1' },
        { relation: 'exact', key: 'uri:https://other.example.org/tow' },
      ],
      otherKeys: [`uri:${BASE}Field.Tow`],
      levelAnchors: {},
      links: [],
      details: {
        educationLevel: ['09', '10'],
        extensions: { 'Reviewed by': 'Ada' },
        associations: [{ type: 'Exemplar', uri: 'https://video.example.org/tow' }],
      },
    });
    expect(byCode(content.entries, 'F')).toMatchObject({ type: 'group', assignable: false, position: 2 });
    expect(files).toEqual([{ file: 'items.csv', kind: 'case table items', rows: 8 }]);
    expect(content.about).toBeUndefined();
  });

  it('know an item by GUID, uri or identifier, else by its code', async () => {
    const { content } = await read({
      'items.csv': `identifier,uri,fullStatement,humanCodingScheme\n${guid(1)},,A,a\nurn:b,,B,b\nc,https://c.example.org/c,C,c\n,,D,d d\n`,
    });
    expect(content.entries.map(({ uri }) => uri)).toEqual([
      `https://caseregistry.imsglobal.org/uri/${guid(1)}`,
      'urn:b',
      'https://c.example.org/c',
      `${BASE}d%20d`,
    ]);
  });

  it('place items by their codes or by an outline where no column says more', async () => {
    const { content } = await read({ 'items.csv': ITEMS });
    expect(byCode(content.entries, 'F.2')?.broader).toEqual([`${BASE}Field`]);
    expect(byCode(content.entries, 'F.2.b')?.broader).toEqual([`${BASE}Field.Park`]);
    const outlined = await read({
      'items.csv': 'identifier,fullStatement,humanCodingScheme,smartLevel\na,A,X.1,1\nb,B,X,1.1\nc,C,X.1.1,2\n',
    });
    expect(outlined.content.entries.map(({ broader }) => broader)).toEqual([[], [`${BASE}a`], []]);
  });

  it('call no item by what another one is identified by', async () => {
    const { content } = await read({ 'items.csv': ITEMS });
    expect(byCode(content.entries, 'F.2')).toMatchObject({
      label: { text: 'Parks aircraft' },
      type: 'knowledge',
      details: { abbreviatedStatement: 'Field' },
    });
  });

  it('report each row, and part of one, that cannot be taken', async () => {
    const { problems } = await read({ 'items.csv': ITEMS });
    expect(problems.listed.map(({ line, severity, code }) => `${line} ${severity} ${code}`)).toEqual([
      '7 error label-missing',
      '8 error identity-missing',
      '9 error uri-repeated',
      '5 warning broader-unknown',
      '5 warning match-unreadable',
    ]);
  });

  it('come with a sheet of associations and one of the document', async () => {
    const { content, files, problems } = await read({
      'associations.csv': `identifier,originNodeURI,originNodeIdentifier,originNodeHumanCodingScheme,associationType,destinationNodeURI,destinationNodeIdentifier,destinationNodeHumanCodingScheme
1,,b,,precedes,,a,
2,,,A.1,Is Child Of,,,A
3,,nobody,,isChildOf,,a,
4,,a,,likes,,b,
5,,a,,isChildOf,,${guid(50)},
`,
      'items.csv': 'identifier,fullStatement,humanCodingScheme\na,Tows,A\nb,Parks,A.1\n',
      'document.csv': `identifier,creator,title,adoptionStatus,subject,lastChangeDateTime\n${guid(50)},School,Airfield,Adopted,Air|Land,2025-01-01\n`,
    });
    expect(content.entries.map(({ label, broader, links }) => [label.text, broader, links])).toEqual([
      ['Tows', [], []],
      ['Parks', [`${BASE}a`], [{ type: 'precedes', to: `${BASE}a` }]],
    ]);
    expect(problems.listed.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'associations.csv:4 origin-unknown',
      'associations.csv:5 association-unknown',
    ]);
    expect(content.about).toMatchObject({
      title: 'Airfield',
      publisher: 'School',
      details: { documents: [{ identifier: guid(50), adoptionStatus: 'Adopted', subject: ['Air', 'Land'] }] },
    });
    expect(files.map(({ kind }) => kind)).toEqual([
      'case table associations',
      'case table items',
      'case table document',
    ]);
  });

  it.each([
    ['a table of another kind', 'colour,size\nred,1\n', 'file-unknown'],
    ['a header alone', 'identifier,fullStatement\n', 'no-entries'],
  ])('refuse %s', async (_what, text, code) => {
    await expect(read({ 'a.csv': text })).rejects.toMatchObject({ problem: { code } });
  });
});
