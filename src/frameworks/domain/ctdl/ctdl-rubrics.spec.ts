import type { FrameworkEntry } from '../content/framework-content.js';
import { readCtdlFramework } from './ctdl-framework.js';

const ctid = (n: number): string => `ce-00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const uri = (n: number): string => `https://credentialengineregistry.org/resources/${ctid(n)}`;
const node = (type: string, n: number, members: object = {}) => ({
  '@id': uri(n),
  '@type': `ceasn:${type}`,
  'ceterms:ctid': ctid(n),
  ...members,
});
const blank = (type: string, name: string, members: object = {}) => ({
  '@id': `_:${name}`,
  '@type': `ceasn:${type}`,
  ...members,
});
const en = (text: string) => ({ 'en-us': text });
const level = (name: string, label: string, text: string, members: object = {}) =>
  blank('CriterionLevel', name, { 'ceasn:benchmarkLabel': en(label), 'ceasn:benchmarkText': en(text), ...members });

const TOWING = node('Competency', 2, { 'ceasn:competencyText': en('Tows') });
const RUBRIC = node('Rubric', 10, {
  'ceasn:name': { 'en-US': 'Towing rubric', de: 'Raster' },
  'ceasn:inLanguage': ['en-us'],
  'ceasn:hasRubricCriterion': [uri(11)],
});
const CRITERION = node('RubricCriterion', 11, {
  'ceasn:name': en('Care'),
  'ceasn:codedNotation': 'C1',
  'ceasn:weight': 0.5,
  'ceasn:hasCriterionLevel': ['_:good', '_:poor'],
  'ceterms:targetCompetency': [{ '@type': 'ceterms:CredentialAlignmentObject', 'ceterms:targetNode': uri(2) }],
});
const LEVELS = [
  level('good', 'Good', 'Checks the rope.', { 'schema:value': 3, 'ceasn:feedback': en('Well done.') }),
  level('poor', 'Poor', 'Does not look.', { 'schema:value': 1 }),
];

const read = (...nodes: unknown[]) =>
  readCtdlFramework([{ file: 'graph.json', chunks: [Buffer.from(JSON.stringify({ '@context': 'https://credreg.net/ctdlasn/schema/context/json', '@graph': nodes }))] }]); // prettier-ignore
const entryOf = (entries: readonly FrameworkEntry[], n: number) => entries.find((entry) => entry.uri === uri(n));
const anchorsOf = async (...nodes: unknown[]) => entryOf((await read(...nodes)).content.entries, 11)?.levelAnchors;

describe('rubrics in CTDL-ASN', () => {
  it('are a heading with criteria below it, whose levels say what each is like for what they judge', async () => {
    const { content, files, problems } = await read(...LEVELS, CRITERION, RUBRIC, TOWING);
    expect(problems.listed).toEqual([]);
    expect(entryOf(content.entries, 10)).toMatchObject({
      label: { language: 'en-us', text: 'Towing rubric' },
      translations: [{ language: 'de', text: 'Raster' }],
      type: 'group',
      assignable: false,
    });
    expect(entryOf(content.entries, 11)).toMatchObject({
      label: { text: 'Care' },
      code: 'C1',
      type: 'skill',
      assignable: true,
      position: 1,
      broader: [uri(2), uri(10)],
      levelAnchors: { 1: 'Poor: Does not look.', 2: 'Good: Checks the rope.' },
      otherKeys: [`ctid:${ctid(11)}`],
      details: {
        weight: 0.5,
        levels: [
          { quality: 'Poor', description: 'Does not look.', value: 1 },
          { quality: 'Good', description: 'Checks the rope.', value: 3, feedback: 'Well done.' },
        ],
      },
    });
    expect(entryOf(content.entries, 2)?.levelAnchors).toEqual(entryOf(content.entries, 11)?.levelAnchors);
    expect(files).toEqual([
      { file: 'graph.json', kind: 'ctdl-asn competencies', rows: 1 },
      { file: 'graph.json', kind: 'ctdl-asn parts of rubrics', rows: 4 },
    ]);
  });

  it('order their levels by points, else as the rubric lists its own, else by number, else as they are listed', async () => {
    const plain = LEVELS.map((one) => ({ ...one, 'schema:value': undefined }));
    const columns = [
      blank('RubricLevel', 'low', { 'ceasn:name': en('Low'), 'ceasn:hasCriterionLevel': ['_:poor'] }),
      blank('RubricLevel', 'high', { 'ceasn:name': en('High'), 'ceasn:hasCriterionLevel': ['_:good'] }),
    ];
    const listing = { ...RUBRIC, 'ceasn:hasRubricLevel': ['_:low', '_:high'] };
    const upwards = { 1: 'Poor: Does not look.', 2: 'Good: Checks the rope.' };
    expect(await anchorsOf(listing, CRITERION, ...columns, ...plain)).toEqual(upwards);
    const numbered = plain.map((one, at) => ({ ...one, 'ceasn:listID': String(2 - at) }));
    expect(await anchorsOf(RUBRIC, CRITERION, ...numbered)).toEqual(upwards);
    expect(await anchorsOf(RUBRIC, CRITERION, ...plain)).toEqual({ 1: upwards[2], 2: upwards[1] });
    // One of two levels has points, which orders nothing.
    const some = [{ ...plain[0], 'schema:value': 1 }, plain[1]];
    expect(await anchorsOf(RUBRIC, CRITERION, ...some)).toEqual({ 1: upwards[2], 2: upwards[1] });
  });

  it('call a level without a label of its own as the rubric calls it', async () => {
    const bare = blank('CriterionLevel', 'good', { 'ceasn:BenchmarkText': en('Checks the rope.') });
    const column = blank('RubricLevel', 'high', { 'ceasn:name': en('High'), 'ceasn:hasCriterionLevel': ['_:good'] });
    const criterion = { ...CRITERION, 'ceasn:hasCriterionLevel': ['_:good'] };
    const { content } = await read({ ...RUBRIC, 'ceasn:hasRubricLevel': ['_:high'] }, criterion, column, bare);
    expect(entryOf(content.entries, 11)?.levelAnchors).toEqual({ 1: 'High: Checks the rope.' });
    expect(entryOf(content.entries, 10)?.details).toEqual({ levels: [{ name: 'High' }] });
  });

  it('may hold their parts inside, and need no ids for them', async () => {
    const inside = {
      '@type': 'ceasn:RubricCriterion',
      'ceasn:name': en('Speed'),
      'ceasn:hasCriterionLevel': [
        { '@type': 'ceasn:CriterionLevel', 'ceasn:benchmarkText': en('Slow') },
        { '@type': 'ceasn:CriterionLevel', 'ceasn:benchmarkText': en('Fast') },
      ],
      'ceterms:targetCompetency': 'http://data.europa.eu/esco/skill/00000000-0000-4000-8000-0000000000aa',
    };
    const { content, problems } = await read({ ...RUBRIC, 'ceasn:hasRubricCriterion': [inside] });
    expect(problems.listed).toEqual([]);
    expect(content.entries.find((entry) => entry.label.text === 'Speed')).toMatchObject({
      // RFC 9562 version 5 of the rubric's uri and the place of the criterion in it.
      uri: 'urn:uuid:01bfde81-db51-55e3-9c30-af75a1e0fe9c',
      broader: [uri(10)],
      levelAnchors: { 1: 'Slow', 2: 'Fast' },
      crosswalks: [{ relation: 'broader', key: 'esco:skill/00000000-0000-4000-8000-0000000000aa' }],
    });
  });

  it('may share a criterion', async () => {
    const other = node('Rubric', 12, { 'ceasn:name': en('Other'), 'ceasn:hasRubricCriterion': uri(11) });
    const { content, problems } = await read(RUBRIC, other, CRITERION, ...LEVELS);
    expect(problems.listed.map(({ code }) => code)).toEqual([]);
    expect(entryOf(content.entries, 11)?.broader).toEqual([uri(10), uri(12)]);
  });

  it('are reported where a part is missing, unused or too much', async () => {
    const many = Array.from({ length: 10 }, (_, n) => level(`l${n}`, `L${n}`, '', { 'schema:value': n }));
    const full = node('RubricCriterion', 13, {
      'ceasn:name': en('Full'),
      'ceasn:hasCriterionLevel': many.map((one) => one['@id']),
      'ceterms:targetCompetency': 'no uri',
    });
    const { problems } = await read(
      { ...RUBRIC, 'ceasn:hasRubricCriterion': [uri(99)] },
      node('Rubric', 14),
      full,
      ...many,
      level('unused', 'Unused', ''),
      level('unused', 'Again', ''),
    );
    expect(problems.listed.map(({ pointer, severity, code }) => [pointer, severity, code])).toEqual([
      ['/@graph/14', 'error', 'uri-repeated'],
      ['/@graph/0', 'warning', 'part-unknown'],
      ['/@graph/1', 'error', 'label-missing'],
      ['/@graph/2', 'warning', 'too-many-levels'],
      ['/@graph/2', 'warning', 'match-unreadable'],
      ['/@graph/13', 'error', 'level-unused'],
    ]);
  });

  it('do not slow down more than they grow', async () => {
    const levels = Array.from({ length: 20_000 }, (_, n) => level(`l${n}`, `L${n}`, 'x'));
    const columns = levels.map((one, n) => blank('RubricLevel', `c${n}`, { 'ceasn:hasCriterionLevel': one['@id'] }));
    const criteria = levels.map((one, n) =>
      node('RubricCriterion', 1_000 + n, { 'ceasn:name': en(`C${n}`), 'ceasn:hasCriterionLevel': one['@id'] }),
    );
    const began = performance.now();
    const { content } = await read(
      { ...RUBRIC, 'ceasn:hasRubricLevel': columns.map((one) => one['@id']), 'ceasn:hasRubricCriterion': criteria.map((one) => one['@id']) }, // prettier-ignore
      ...columns,
      ...criteria,
      ...levels,
    );
    expect(content.entries).toHaveLength(20_001);
    // A few seconds; with a step for each pair of the 20,000 it took more than fifty.
    expect(performance.now() - began).toBeLessThan(30_000);
  }, 90_000);
});
