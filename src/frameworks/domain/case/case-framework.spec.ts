import type { FrameworkEntry } from '../content/framework-content.js';
import { readCaseFramework } from './case-framework.js';

const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const uri = (n: number, kind = 'CFItems'): string => `https://case.example.org/ims/case/v1p0/${kind}/${guid(n)}`;
const link = (n: number, title = '') => ({ identifier: guid(n), uri: uri(n), title });
const item = (n: number, members: object = {}) => ({
  identifier: guid(n),
  uri: uri(n),
  fullStatement: `Statement ${n}`,
  lastChangeDateTime: '2025-01-01T00:00:00Z',
  ...members,
});
let associationsSoFar = 100;
const association = (type: string, from: unknown, to: unknown, members: object = {}) => ({
  identifier: guid((associationsSoFar += 1)),
  associationType: type,
  originNodeURI: from,
  destinationNodeURI: to,
  ...members,
});
const DOCUMENT = { identifier: guid(1), uri: uri(1, 'CFDocuments'), title: 'Airfield', creator: 'Airfield school', lastChangeDateTime: '2025-06-01T00:00:00Z' }; // prettier-ignore

const read = (...documents: unknown[]) =>
  readCaseFramework(
    documents.map((json, at) => ({
      file: `${at + 1}.json`,
      chunks: [Buffer.from(typeof json === 'string' ? json : JSON.stringify(json))],
    })),
    'urn:credence:framework:x:',
  );
const pack = (CFItems: unknown[], CFAssociations: unknown[] = [], more: object = {}) => ({
  CFDocument: DOCUMENT,
  CFItems,
  CFAssociations,
  ...more,
});
async function entriesOf(...documents: unknown[]): Promise<(n: number) => FrameworkEntry | undefined> {
  const { content } = await read(...documents);
  return (n) => content.entries.find((entry) => entry.uri.endsWith(guid(n)));
}

describe('readCaseFramework', () => {
  it('reads both envelopes, and tells which version a package is', async () => {
    const old = await read(pack([item(2)], [association('isChildOf', link(2), link(1))]));
    const newer = await read({ CFPackage: pack([item(2)]) });
    expect(old.content.entries).toEqual(newer.content.entries);
    expect(old.files).toEqual([
      { file: '1.json', kind: 'case 1.0 items', rows: 1 },
      { file: '1.json', kind: 'case 1.0 associations', rows: 1 },
    ]);
    expect(newer.files[0]).toEqual({ file: '1.json', kind: 'case 1.1 items', rows: 1 });
    expect(old.content.about).toMatchObject({ title: 'Airfield', publisher: 'Airfield school' });
  });

  it('keeps what an item says', async () => {
    const definitions = { CFItemTypes: [{ identifier: guid(50), title: 'Domain' }], CFConcepts: [{ identifier: guid(51), keywords: 'taxi|apron' }] }; // prettier-ignore
    const entry = await entriesOf(
      pack(
        [
          item(2, { abbreviatedStatement: 'Towing', humanCodingScheme: 'T.1', language: 'EN-us', notes: 'Outdoors.', educationLevel: ['09', '10'], conceptKeywords: ['tug'], conceptKeywordsURI: link(51), CFItemType: 'Knowledge' }), // prettier-ignore
          item(3, { CFItemType: null, CFItemTypeURI: { identifier: guid(50), uri: 'x', title: 'Cut off' } }),
          item(4, { statusEndDate: '2025-05-31', educationalLevel: '11' }),
        ],
        [],
        { CFDefinitions: definitions },
      ),
    );
    expect(entry(2)).toMatchObject({
      label: { language: 'en-us', text: 'Towing' },
      definition: 'Statement 2',
      alternativeLabels: [{ language: 'en-us', text: 'Statement 2' }],
      hiddenLabels: ['tug', 'taxi', 'apron'].map((text) => ({ language: 'en-us', text })),
      code: 'T.1',
      notes: 'Outdoors.',
      type: 'knowledge',
      assignable: true,
      details: { itemType: 'Knowledge', educationLevel: ['09', '10'] },
      otherKeys: [`case:${guid(2)}`],
    });
    expect(entry(3)).toMatchObject({ type: 'group', assignable: false, details: { itemType: 'Domain' } });
    // The document changed on 2025-06-01, one day after the item had ended.
    expect(entry(4)).toMatchObject({ status: 'deprecated', details: { educationLevel: ['11'] } });
  });

  it('knows an item by its GUID, whatever host a link names or the item is published on', async () => {
    const elsewhere = { ...item(3), uri: 'https://standards.example.org/algebra/3' };
    const links = [
      association('isChildOf', `http://staging.example.com/uri/${guid(2)}`, `local:${guid(3)}`),
      association('isChildOf', link(3), { identifier: guid(1), uri: 'local:document' }, { sequenceNumber: 7 }),
    ];
    const { content, problems } = await read(pack([item(2), elsewhere], links));
    const [child, parent] = content.entries;
    expect(child?.broader).toEqual([parent?.uri]);
    expect(parent).toMatchObject({
      uri: `https://caseregistry.imsglobal.org/uri/${guid(3)}`,
      otherKeys: [`case:${guid(3)}`, 'uri:https://standards.example.org/algebra/3'],
      position: 7,
    });
    expect(problems.listed).toEqual([]);
  });

  it('reads every type of association, inside the package and out of it', async () => {
    const outside = { identifier: guid(90), uri: `https://other.example.org/uri/${guid(90)}`, title: 'Marshalling' };
    const esco = { identifier: guid(91), uri: 'http://data.europa.eu/esco/skill/00000000-0000-4000-8000-0000000000aa' };
    const entry = await entriesOf(
      pack(
        [2, 3, 4, 5].map((n) => item(n)),
        [
          association('isRelatedTo', link(2), link(3)),
          association('precedes', link(2), link(3)),
          association('isPartOf', link(2), link(4)),
          association('hasSkillLevel', link(2), link(5)),
          association('exactMatchOf', link(2), outside),
          association('exactMatchOf', esco, link(2)),
          association('isTranslationOf', link(2), { ...outside, identifier: guid(92), uri: `local:${guid(92)}`, title: 'Destination Node' }), // prettier-ignore
          association('isRelatedTo', link(2), { ...outside, identifier: guid(93), uri: `local:${guid(93)}` }),
          association('precedes', link(2), outside),
          association('ext:isAssessedBy', link(2), outside),
          association('replacedBy', link(3), link(4)),
        ],
      ),
    );
    expect(entry(2)).toMatchObject({
      related: [uri(3)],
      links: [
        { type: 'precedes', to: uri(3) },
        { type: 'part-of', to: uri(4) },
        { type: 'skill-level', to: uri(5) },
      ],
      crosswalks: [
        { relation: 'exact', key: `case:${guid(90)}`, label: 'Marshalling' },
        { relation: 'exact', key: 'esco:skill/00000000-0000-4000-8000-0000000000aa' },
        { relation: 'exact', key: `case:${guid(92)}` },
        { relation: 'related', key: `case:${guid(93)}`, label: 'Marshalling' },
      ],
      details: {
        associations: [
          { type: 'precedes', uri: outside.uri, title: 'Marshalling' },
          { type: 'ext:isAssessedBy', uri: outside.uri, title: 'Marshalling' },
        ],
      },
    });
    expect(entry(3)).toMatchObject({ status: 'deprecated', replacedBy: uri(4) });
  });

  it('takes a child named "Level n" for what that level of its parent looks like', async () => {
    const entry = await entriesOf(
      pack(
        [item(2), item(3, { abbreviatedStatement: 'Level 2', fullStatement: 'Tows with a guide.' })],
        [association('isChildOf', link(3), link(2))],
      ),
    );
    expect(entry(2)?.levelAnchors).toEqual({ 2: 'Tows with a guide.' });
    expect(entry(3)).toMatchObject({ type: 'group', assignable: false });
  });

  it('does not call an item by a short name that others have too', async () => {
    const entry = await entriesOf(pack([2, 3].map((n) => item(n, { abbreviatedStatement: 'Evidence 1' }))));
    expect([entry(2), entry(3)].map((found) => found?.label.text)).toEqual(['Statement 2', 'Statement 3']);
  });

  it('reads rubrics: criteria below the rubric and the item, levels by score', async () => {
    const level = (n: number, quality: string, score: number) => ({ identifier: guid(n), quality, description: `${quality} towing`, score, position: 9 - score }); // prettier-ignore
    const rubric = {
      identifier: guid(20),
      uri: uri(20, 'CFRubrics'),
      title: 'Towing rubric',
      CFRubricCriteria: [
        {
          identifier: guid(21),
          uri: uri(21, 'CFRubricCriteria'),
          category: 'Care',
          CFItemURI: link(2),
          weight: 0.5,
          CFRubricCriterionLevels: [level(23, 'Good', 2), level(22, 'Poor', 1)],
        },
      ],
    };
    const entry = await entriesOf(pack([item(2)], [], { CFRubrics: [rubric] }));
    expect(entry(20)).toMatchObject({ type: 'group', assignable: false, label: { text: 'Towing rubric' } });
    expect(entry(21)).toMatchObject({
      label: { text: 'Care' },
      broader: [uri(20, 'CFRubrics'), uri(2)],
      levelAnchors: { 1: 'Poor: Poor towing', 2: 'Good: Good towing' },
      otherKeys: [21, 22, 23].map((n) => `case:${guid(n)}`),
      details: { weight: 0.5 },
    });
    expect(entry(2)?.levelAnchors).toEqual(entry(21)?.levelAnchors);
  });

  it('reports what it cannot take by file and pointer', async () => {
    const { problems } = await read({
      CFPackage: pack(
        [item(2), item(2), item(3, { fullStatement: '' }), 'text', { fullStatement: 'No identity' }],
        [
          association('isChildOf', link(2), link(80)),
          association('isChildOf', link(81), link(82)),
          association('likes', link(2), link(2)),
          association('exactMatchOf', link(2), { uri: 'no uri' }),
        ],
      ),
    });
    expect(problems.listed.map(({ file, pointer, severity, code }) => [file, pointer, severity, code])).toEqual([
      ['1.json', '/CFPackage/CFItems/1', 'error', 'uri-repeated'],
      ['1.json', '/CFPackage/CFItems/2', 'error', 'label-missing'],
      ['1.json', '/CFPackage/CFItems/3', 'error', 'not-an-object'],
      ['1.json', '/CFPackage/CFItems/4', 'error', 'identity-missing'],
      ['1.json', '/CFPackage/CFAssociations/0', 'warning', 'broader-unknown'],
      ['1.json', '/CFPackage/CFAssociations/1', 'error', 'origin-unknown'],
      ['1.json', '/CFPackage/CFAssociations/2', 'error', 'association-unknown'],
      ['1.json', '/CFPackage/CFAssociations/3', 'error', 'match-unreadable'],
    ]);
  });

  it.each([
    ['broken JSON', '{"CFDocument": {', 'not-json'],
    ['JSON of another kind', { CFItems: [] }, 'file-unknown'],
    ['lists inside each other without end', `${'['.repeat(100)}${']'.repeat(100)}`, 'json-too-deep'],
    ['a package without items', pack([]), 'no-entries'],
  ])('refuses %s', async (_what, document, code) => {
    await expect(read(document)).rejects.toMatchObject({ problem: { code } });
  });

  it('does not slow down more than the file grows when one item has very many associations', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) =>
      association('exactMatchOf', link(2), { uri: `https://other.example.org/skill/${at}` }),
    );
    const { content } = await read(pack([item(2)], many));
    expect(content.entries[0]?.crosswalks).toHaveLength(20_000);
  });

  it('leaves out an item whose extension is not what an export writes', async () => {
    const broken = item(2, { extensions: { credence: { uri: uri(2), label: 'no language' } } });
    const other = item(3, { extensions: { somebody: { else: 1 } } });
    const { content, problems } = await read(pack([broken, other]));
    expect(content.entries.map((entry) => entry.label.text)).toEqual(['Statement 3']);
    expect(problems.listed).toEqual([expect.objectContaining({ code: 'extension-invalid', pointer: '/CFItems/0' })]);
  });
});
