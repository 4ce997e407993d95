import fc from 'fast-check';
import type { AlignmentReference } from '../alignment-reference.js';
import { canonicalKey, parseCanonicalKey } from './canonical-identifier.js';
import { canonicalIdentifier, canonicalIdentifiers, canonicalReference } from './identifier.js';

const UUID = '326809fc-238d-40c2-881e-40042f7f2f0d';
const ESCO = `http://data.europa.eu/esco/skill/${UUID}`;

function keyOf(reference: AlignmentReference): string | undefined {
  const identifier = canonicalIdentifier(reference);
  return identifier === undefined ? undefined : canonicalKey(identifier);
}

describe('canonicalIdentifier', () => {
  const once = encodeURIComponent(ESCO);
  const escoSpellings: [string, AlignmentReference][] = [
    ['the URI with code and type', { url: ESCO, code: UUID, framework: 'ESCO', type: 'ext:ESCO' }],
    ['https', { url: ESCO.replace('http:', 'https:') }],
    ['a closing slash and blanks', { url: `  ${ESCO}/ \n` }],
    ['an upper-case uuid', { url: `http://data.europa.eu/esco/skill/${UUID.toUpperCase()}` }],
    ['an upper-case host and path', { url: `HTTP://DATA.EUROPA.EU/ESCO/SKILL/${UUID}` }],
    ['a page of the portal', { url: `https://esco.ec.europa.eu/en/classification/skill?uri=${once}` }],
    ['its plural in another language', { url: `https://esco.ec.europa.eu/de/classification/skills?uri=${once}` }],
    [
      'a uri encoded twice',
      { url: `https://esco.ec.europa.eu/fr/classification/skill?uri=${encodeURIComponent(once)}` },
    ],
    ['a uri that is not encoded', { url: `https://esco.ec.europa.eu/en/classification/skill?uri=${ESCO}` }],
    ['the old portal', { url: `https://ec.europa.eu/esco/portal/skill?uri=${once}&conceptLanguage=en&full=true` }],
    ['the web service', { url: `https://ec.europa.eu/esco/api/resource/skill?language=en&uri=${once}` }],
    ['the whole address encoded', { url: once }],
    ['no scheme', { url: `data.europa.eu/esco/skill/${UUID}` }],
    ['a path only', { url: `/esco/skill/${UUID}`, type: 'ESCO:Skill' }],
    ['a fragment and a query', { url: `${ESCO}?language=de#overlay` }],
    ['angle brackets', { url: `<${ESCO}>` }],
    ['an invisible character', { url: `\u200b${ESCO}\u200e` }],
    ['the URI in the code', { url: 'https://example.org/course/12', code: ESCO }],
    [
      'the uuid as code of the framework',
      { url: 'https://example.org/course/12', code: UUID, framework: 'ESCO v1.1.1' },
    ],
    [
      'a framework named in full',
      {
        code: UUID,
        framework: 'European Skills, Competences, Qualifications and Occupations (ESCO)',
      },
    ],
    ['a framework known from the type', { code: UUID.toUpperCase(), type: ['Alignment', 'ext:ESCO'] }],
    ['a code with its prefix', { code: `ESCO:${UUID}` }],
    ['a list of codes', { code: ['', UUID], framework: 'esco' }],
  ];
  it.each(escoSpellings)('reads an ESCO concept from %s', (_name, reference) => {
    expect(keyOf(reference)).toBe(`esco:skill/${UUID}`);
  });

  it.each([
    [
      'a placeholder and a code',
      { url: 'https://example.org', code: 'S1.4.1', framework: 'ESCO' },
      'esco-group:S1.4.1',
    ],
    ['a course page and a prefixed code', { url: 'https://example.org/c', code: 'ESCO:S6.3.2' }, 'esco-group:S6.3.2'],
    ['a transversal group', { code: 't5.1', type: 'ext:ESCO' }, 'esco-group:T5.1'],
    ['a language group', { code: 'L1', framework: 'esco' }, 'esco-group:L1'],
    ['an ISCED-F group', { url: 'http://data.europa.eu/esco/isced-f/0611' }, 'esco-group:isced-f/0611'],
  ])('reads an ESCO group from %s', (_name, reference, key) => expect(keyOf(reference)).toBe(key));

  it.each([
    ['its URI', { url: 'http://data.europa.eu/esco/isco/C7121', code: '7121', framework: 'ESCO' }, 'isco:7121'],
    ['a path only', { url: '/esco/isco/c7121', framework: 'ESCO' }, 'isco:7121'],
    ['ISCO by name', { code: '2512', framework: 'ISCO-08' }, 'isco:2512'],
    ["an occupation's code", { code: '2512.4', framework: 'ESCO' }, 'isco:2512.4'],
    ["an occupation's URI", { url: `https://data.europa.eu/esco/occupation/${UUID}` }, `esco:occupation/${UUID}`],
  ])('tells an occupation of ESCO from %s', (_name, reference, key) => expect(keyOf(reference)).toBe(key));

  it.each([
    ['a summary page', { url: 'https://www.onetonline.org/link/summary/15-1252.00' }, 'onet-occupation:15-1252.00'],
    ['a SOC code', { code: '15-1252', framework: 'SOC 2018' }, 'onet-occupation:15-1252.00'],
    ['a list of codes', { code: ['15-1252.00', '15-1254.00'], framework: 'O*NET' }, 'onet-occupation:15-1252.00'],
    ['an element page', { url: 'https://www.onetonline.org/find/descriptor/result/2.A.1.a?a=1' }, 'onet:2.A.1.a'],
    ['an element code in any case', { code: '2.a.1.A', framework: 'O*NET-SOC' }, 'onet:2.A.1.a'],
    ['a detailed work activity', { code: '4.a.1.a.1.i01.d01', framework: 'onet' }, 'onet:4.A.1.a.1.I01.D01'],
    ['a technology', { code: 'ONET:43232306' }, 'onet:43232306'],
  ])('reads O*NET from %s', (_name, reference, key) => expect(keyOf(reference)).toBe(key));

  const GUID = '74f5bb7d-d7cc-11e8-824f-0242ac160002';
  it.each([
    ['the registry', { url: `https://caseregistry.imsglobal.org/uri/${GUID}`, code: GUID, type: 'CFItem' }],
    ['another host', { url: `https://case.example.gov/ims/case/v1p0/CFItems/${GUID.toUpperCase()}` }],
    ['the newer version', { url: `http://satchelcommons.com/ims/case/v1p1/CFItems/${GUID}/` }],
    ['a page nobody knows, said to be CASE', { url: `https://example.org/standard/${GUID}`, type: 'CFItem' }],
    ['a urn', { url: `urn:uuid:${GUID}`, type: 'CFItem' }],
    ['the code alone', { url: 'https://example.org/badge', code: GUID, type: 'CFItem' }],
  ])('knows a CASE item by its GUID from %s', (_name, reference) => expect(keyOf(reference)).toBe(`case:${GUID}`));

  const CTID = 'ce-cf4dee18-7cea-443a-b920-158a0762c6bf';
  it.each([
    ['the finder', { url: `https://credentialfinder.org/competency/${CTID}`, code: CTID, type: 'ceasn:Competency' }],
    ['the registry', { url: `http://credentialengineregistry.org/resources/${CTID.toUpperCase()}` }],
    ['the sandbox', { url: `https://sandbox.credentialengineregistry.org/graph/${CTID}` }],
    [
      'the code beside a page',
      { url: 'https://credentialfinder.org/credential/20229/Requirements_Analysis', code: CTID },
    ],
  ])('knows a registry resource by its CTID from %s', (_name, reference) =>
    expect(keyOf(reference)).toBe(`ctid:${CTID}`),
  );

  it.each([
    ['the old host', { url: 'https://skills.emsidata.com/skills/KS122HN7559WPNWPMDML' }],
    [
      'the new host with a name behind',
      { url: 'https://lightcast.io/open-skills/skills/ks122hn7559wpnwpmdml/negotiation' },
    ],
    ['the code alone', { code: 'KS122HN7559WPNWPMDML' }],
    ['the framework by its old name', { code: 'KS122HN7559WPNWPMDML', framework: 'EMSI Burning Glass' }],
  ])('reads a Lightcast skill from %s', (_name, reference) =>
    expect(keyOf(reference)).toBe('lightcast:KS122HN7559WPNWPMDML'),
  );

  it.each([
    ['https://osmt.example.edu/api/skills/', 'https://OSMT.example.edu/api/v3/skills/'],
    ['http://osmt.example.edu/skills/', 'https://osmt.example.edu/api/skills/'],
  ])('knows a rich skill descriptor by library and uuid: %s', (a, b) => {
    expect(keyOf({ url: a + UUID })).toBe(`rsd:osmt.example.edu/${UUID}`);
    expect(keyOf({ url: b + UUID.toUpperCase() })).toBe(`rsd:osmt.example.edu/${UUID}`);
    expect(keyOf({ url: `https://other.example.edu/api/skills/${UUID}` })).not.toBe(keyOf({ url: a + UUID }));
  });

  it.each([
    ['the page', { url: 'http://www.corestandards.org/ELA-Literacy/RST/11-12/3' }],
    [
      'page and code',
      { url: 'http://corestandards.org/ELA-Literacy/RST/11-12/3/', code: 'CCSS.ELA-Literacy.RST.11-12.3' },
    ],
    ['the code alone', { code: 'CCSS.ELA-LITERACY.RST.11-12.3' }],
    ['the framework by name', { code: 'ELA-Literacy.RST.11-12.3', framework: 'Common Core State Standards' }],
  ])('reads a school standard from %s', (_name, reference) =>
    expect(keyOf(reference)).toBe('ccss:ELALITERACYRST11.12.3'),
  );

  it('keeps school standards apart whose numbers would run into one', () => {
    expect(keyOf({ code: 'CCSS.Math.Content.1.12' })).not.toBe(keyOf({ code: 'CCSS.Math.Content.11.2' }));
    expect(keyOf({ code: 'CCSS.Math.Content.HSF-IF.C.8b' })).toBe(
      keyOf({ url: 'http://www.corestandards.org/Math/Content/HSF/IF/C/8/b/' }),
    );
  });

  it.each(['PROG', 'PROG-4', 'prog level 4', 'SFIA:PROG-4'])('reads the SFIA skill of %s', (code) => {
    expect(keyOf({ code, framework: 'SFIA 9' })).toBe('sfia:PROG');
  });

  it.each([
    ['https://Example.org:443/Skills/a%2db/?x=1#part', 'uri:https://example.org/Skills/a-b?x=1#part'],
    ['http://example.org/skills/', 'uri:https://example.org/skills'],
    ['http://example.org', 'uri:https://example.org'],
    ['URN:Credence:starter:sql', 'uri:urn:credence:starter:sql'],
  ])('spells any other URI in one way: %s', (url, key) => expect(keyOf({ url })).toBe(key));

  it.each([
    'javascript:alert(1)',
    'data:text/plain,x',
    '_:b0',
    'Teamwork',
    '',
    '   ',
    `https://example.org/${'a'.repeat(2_100)}`,
  ])('takes %s for no identifier', (url) => expect(keyOf({ url })).toBeUndefined());

  it('takes a code without any framework for nothing, unless nobody else has codes of that form', () => {
    expect(keyOf({ code: 'S1.4.1' })).toBeUndefined();
    expect(keyOf({ code: '2.A.1.a' })).toBeUndefined();
    expect(keyOf({ code: UUID })).toBeUndefined();
    expect(keyOf({ name: 'Teamwork' })).toBeUndefined();
  });

  it('finds the code of a framework that is known by its name, after the address', () => {
    const found = canonicalIdentifiers({
      url: 'https://acme.example/skills/7',
      code: 'W-07',
      framework: 'Acme Skills',
    });
    expect(found.map(canonicalKey)).toEqual(['uri:https://acme.example/skills/7', 'code:acme skills/w-07']);
  });

  it('prefers what the address says to the code beside it', () => {
    expect(keyOf({ url: ESCO, code: '4f5c1208-62fd-4e5a-a51e-306c06947e11', framework: 'ESCO' })).toBe(
      `esco:skill/${UUID}`,
    );
  });

  it('is not led by an address that only mentions ESCO', () => {
    expect(keyOf({ url: `https://evil.example/?uri=${once}` })).toMatch(/^uri:https:\/\/evil\.example/);
    expect(keyOf({ url: `https://data.europa.eu.evil.example/esco/skill/${UUID}` })).toMatch(/^uri:/);
  });

  it('answers in time for text made to be slow', () => {
    const long = [
      `ESCO${'1'.repeat(190)}!`,
      'a.'.repeat(1_000),
      `https://${'a-'.repeat(500)}/`,
      '%25'.repeat(600),
      '('.repeat(2_000),
    ];
    const started = performance.now();
    for (const text of long) canonicalIdentifiers({ url: text, code: text, framework: text, name: text, type: text });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('survives what is not text', () => {
    const reference = { url: 7, code: [null, { a: 1 }], framework: ['x'], type: 3 } as unknown as AlignmentReference;
    expect(canonicalIdentifiers(reference)).toEqual([]);
  });

  const spelled = fc.record({
    uuid: fc.uuid(),
    scheme: fc.constantFrom('http://', 'https://', 'HTTPS://'),
    tail: fc.constantFrom('', '/', ' ', '\u00a0', '/ ', '#main', '?language=en'),
    upper: fc.boolean(),
    page: fc.constantFrom(undefined, 'en', 'de', 'sl'),
    encodings: fc.integer({ min: 0, max: 2 }),
  });
  it('gives one key for every spelling of a concept', () => {
    fc.assert(
      fc.property(spelled, ({ uuid, scheme, tail, upper, page, encodings }) => {
        const concept = `${scheme}data.europa.eu/esco/skill/${upper ? uuid.toUpperCase() : uuid}`;
        let uri = concept;
        for (let n = 0; n < encodings; n += 1) uri = encodeURIComponent(uri);
        const url =
          page === undefined ? concept + tail : `https://esco.ec.europa.eu/${page}/classification/skill?uri=${uri}`;
        expect(keyOf({ url })).toBe(`esco:skill/${uuid.toLowerCase()}`);
      }),
    );
  });

  it('never throws, and its own key leads back to the same identifier', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (url, code, framework) => {
        for (const identifier of canonicalIdentifiers({ url, code, framework })) {
          expect(parseCanonicalKey(canonicalKey(identifier))).toEqual(identifier);
        }
      }),
    );
  });
});

describe('canonicalReference', () => {
  it.each([
    ['ESCO:S5.6.1', 'esco-group:S5.6.1'],
    ['ONET:2.A.1.a', 'onet:2.A.1.a'],
    ['O*NET: 15-1252.00', 'onet-occupation:15-1252.00'],
    ['SFIA:PROG', 'sfia:PROG'],
    [ESCO, `esco:skill/${UUID}`],
    ['https://example.org/skills/1', 'uri:https://example.org/skills/1'],
  ])('reads %s', (text, key) => {
    const identifier = canonicalReference(text);
    expect(identifier && canonicalKey(identifier)).toBe(key);
  });

  it('takes a known prefix with a senseless code for nothing', () => {
    expect(canonicalReference('ESCO:nonsense')).toBeUndefined();
  });
});
