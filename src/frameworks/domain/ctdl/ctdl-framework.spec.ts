import type { FrameworkEntry } from '../content/framework-content.js';
import { readCtdlFramework } from './ctdl-framework.js';

const ctid = (n: number): string => `ce-00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const uri = (n: number): string => `https://registry.example.org/resources/${ctid(n)}`;
const FRAMEWORK = {
  '@id': uri(1),
  '@type': 'ceasn:CompetencyFramework',
  'ceterms:ctid': ctid(1),
  'ceasn:name': { 'en-us': 'Airfield work' },
  'ceasn:inLanguage': ['en-US'],
  'ceasn:publisherName': { 'en-us': ['Airfield school'] },
  'ceasn:hasTopChild': [uri(3), uri(2)],
};
const competency = (n: number, members: object = {}) => ({
  '@id': uri(n),
  '@type': 'ceasn:Competency',
  'ceterms:ctid': ctid(n),
  'ceasn:competencyText': { 'en-us': `Text ${n}` },
  ...members,
});
const graph = (...nodes: unknown[]) => ({ '@context': 'https://credreg.net/ctdlasn/schema/context/json', '@graph': [FRAMEWORK, ...nodes] }); // prettier-ignore
const read = (...documents: unknown[]) =>
  readCtdlFramework(
    documents.map((json, at) => ({ file: `${at + 1}.json`, chunks: [Buffer.from(JSON.stringify(json))] })),
  );
async function entriesOf(...documents: unknown[]): Promise<(n: number) => FrameworkEntry | undefined> {
  const { content } = await read(...documents);
  return (n) => content.entries.find((entry) => entry.uri.endsWith(ctid(n)));
}

describe('readCtdlFramework', () => {
  it('reads texts in every language that a map has, whatever the case of its tags', async () => {
    const entry = await entriesOf(
      graph(
        competency(2, {
          'ceasn:competencyLabel': { 'EN-us': 'Towing', de: ['Schleppen', 'Ziehen'] },
          'ceasn:competencyText': { 'en-us': 'Tows gliders.', de: 'Schleppt Segelflugzeuge.' },
          'ceasn:competencyCategory': { 'en-us': 'Knowledge' },
          'ceasn:codedNotation': 'T.1',
          'ceasn:conceptKeyword': { 'en-us': ['tug', 'glider'] },
          'ceasn:comment': [{ 'en-us': ['Outdoors.'] }],
          'ceasn:complexityLevel': ['https://levels.example.org/3'],
        }),
      ),
    );
    expect(entry(2)).toMatchObject({
      label: { language: 'en-us', text: 'Towing' },
      translations: [{ language: 'de', text: 'Schleppen' }],
      definition: 'Tows gliders.',
      notes: 'Outdoors.',
      code: 'T.1',
      type: 'knowledge',
      hiddenLabels: ['tug', 'glider'].map((text) => ({ language: 'en-us', text })),
      details: { definitions: { de: 'Schleppt Segelflugzeuge.' }, complexityLevel: ['https://levels.example.org/3'] },
    });
  });

  it('takes the language of the document for plain texts', async () => {
    const framework = { ...FRAMEWORK, 'ceasn:inLanguage': 'fr' };
    const entry = await entriesOf({ '@graph': [framework, competency(2, { 'ceasn:competencyText': 'Remorquer' })] });
    expect(entry(2)?.label).toEqual({ language: 'fr', text: 'Remorquer' });
  });

  it('reads the envelopes of a registry, with the resource in the open or in its token', async () => {
    const plain = await read(graph(competency(2)));
    const open = await read({ envelope_id: 'x', envelope_ceterms_ctid: ctid(1), decoded_resource: graph(competency(2)), resource: 'a.b.c' }); // prettier-ignore
    const payload = Buffer.from(JSON.stringify(graph(competency(2)))).toString('base64url');
    const token = await read([{ envelope_id: 'x', resource: `eyJhbGciOiJSUzI1NiJ9.${payload}.c2ln` }]);
    expect(open.content).toEqual(plain.content);
    expect(token.content).toEqual(plain.content);
    expect(plain.content.about).toMatchObject({ title: 'Airfield work', publisher: 'Airfield school' });
  });

  it('knows a competency by its CTID, whatever address it is published under', async () => {
    const entry = await entriesOf(graph(competency(2, { '@id': 'https://school.example.org/competencies/towing' })));
    expect(entry(2)).toMatchObject({
      uri: `https://credentialengineregistry.org/resources/${ctid(2)}`,
      otherKeys: [`ctid:${ctid(2)}`, 'uri:https://school.example.org/competencies/towing'],
    });
  });

  it('reads the hierarchy from either side, and the framework as the top of it', async () => {
    const entry = await entriesOf(
      graph(
        competency(2, { 'ceasn:hasChild': [uri(4), uri(5)], 'ceasn:isTopChildOf': uri(1) }),
        competency(3, { 'ceasn:isChildOf': [uri(1)] }),
        competency(4, { 'ceasn:isChildOf': uri(2) }),
        competency(5),
      ),
    );
    expect([2, 3, 4, 5].map((n) => entry(n)?.broader)).toEqual([[], [], [uri(2)], [uri(2)]]);
    expect([2, 3, 4, 5].map((n) => entry(n)?.position)).toEqual([2, 1, 1, 2]);
  });

  it('keeps alignments as crosswalks, and what is needed before as a relation', async () => {
    const esco = 'http://data.europa.eu/esco/skill/00000000-0000-4000-8000-0000000000aa';
    const entry = await entriesOf(
      graph(
        competency(2, {
          'ceasn:exactAlignment': [esco],
          'ceasn:broadAlignment': { '@id': uri(90) },
          'ceasn:narrowAlignment': uri(91),
          'ceasn:majorAlignment': uri(92),
          'ceasn:minorAlignment': uri(93),
          'ceasn:prerequisiteAlignment': [uri(3), uri(94)],
        }),
        competency(3),
      ),
    );
    expect(entry(2)?.crosswalks).toEqual([
      { relation: 'related', key: `ctid:${ctid(94)}` },
      { relation: 'exact', key: 'esco:skill/00000000-0000-4000-8000-0000000000aa' },
      { relation: 'close', key: `ctid:${ctid(92)}` },
      { relation: 'broader', key: `ctid:${ctid(90)}` },
      { relation: 'narrower', key: `ctid:${ctid(91)}` },
      { relation: 'related', key: `ctid:${ctid(93)}` },
    ]);
    expect(entry(2)?.links).toEqual([{ type: 'requires', to: uri(3) }]);
  });

  it('reports what it cannot take by file and pointer', async () => {
    const { problems } = await read(
      graph(
        competency(2, { 'ceasn:hasChild': uri(80), 'ceasn:isChildOf': uri(81), 'ceasn:exactAlignment': 'no uri' }),
        competency(2),
        competency(3, { 'ceasn:competencyText': {} }),
        { '@id': '_:b0', '@type': 'ceasn:Competency', 'ceasn:competencyText': 'Nameless' },
        { '@id': uri(4), '@type': 'skos:ConceptScheme' },
        7,
      ),
    );
    expect(problems.listed.map(({ pointer, severity, code }) => [pointer, severity, code])).toEqual([
      ['/@graph/6', 'error', 'not-an-object'],
      ['/@graph/2', 'error', 'uri-repeated'],
      ['/@graph/3', 'error', 'label-missing'],
      ['/@graph/4', 'error', 'uri-invalid'],
      ['/@graph/5', 'error', 'type-unknown'],
      ['/@graph/1', 'warning', 'child-unknown'],
      ['/@graph/1', 'warning', 'match-unreadable'],
      ['/@graph/1', 'warning', 'broader-unknown'],
    ]);
  });

  it('refuses a document of another kind', async () => {
    await expect(read({ CFDocument: {} })).rejects.toMatchObject({ problem: { code: 'file-unknown' } });
  });
});
