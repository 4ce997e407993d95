import jsonld from 'jsonld';
import { openBadge } from '../../demo/world/badge.js';
import { didKeyIssuer } from '../../demo/world/issuer.js';
import { newId } from '../../src/platform/ids/index.js';
import { DescribedAnswers } from '../support/described-answers.js';
import { type Answer, startTestApp, type TestApp } from '../support/running-app.js';

interface ExpandsJsonLd {
  expand(document: object, options: { documentLoader: () => Promise<never> }): Promise<Record<string, unknown>[]>;
}
const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const esco = (path: string, last: string): string =>
  `http://data.europa.eu/esco/${path}/00000000-0000-4000-8000-00000000000${last}`;
const [WELD, JOIN, METAL, WELDER] = [
  esco('skill', '1'),
  esco('skill', '2'),
  esco('skill', '3'),
  esco('occupation', '4'),
];

/** `weld` is a kind of `join` and of `metal`, `join` of `metal`; welders need `weld`. */
const files = (label: string): Record<string, string> => ({
  'skills_en.csv': [
    'conceptType,conceptUri,skillType,preferredLabel,altLabels,hiddenLabels,status,description',
    `KnowledgeSkillCompetence,${WELD},skill/competence,${label},"weld metals\njoin by melting",wleding,released,Joins by melting.`,
    `KnowledgeSkillCompetence,${JOIN},skill/competence,join,,,released,`,
    `KnowledgeSkillCompetence,${METAL},skill/competence,work metal,,,released,`,
  ].join('\n'),
  'skills_de.csv': [
    'conceptType,conceptUri,skillType,preferredLabel,altLabels',
    `KnowledgeSkillCompetence,${WELD},skill/competence,schweißen,`,
  ].join('\n'),
  'occupations_en.csv': [
    'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels',
    `Occupation,${WELDER},,welder,`,
  ].join('\n'),
  'broader.csv': [
    'conceptType,conceptUri,broaderType,broaderUri',
    ...[
      [WELD, JOIN],
      [WELD, METAL],
      [JOIN, METAL],
    ].map(([from, to]) => `KnowledgeSkillCompetence,${from},KnowledgeSkillCompetence,${to}`),
  ].join('\n'),
  'relations.csv': [
    'occupationUri,relationType,skillType,skillUri',
    `${WELDER},essential,skill/competence,${WELD}`,
  ].join('\n'),
});

describe('the page of a competency', () => {
  let app: TestApp;
  let path: string;
  let welder: string;

  const imported = async (version: string, label: string): Promise<void> => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ format: 'esco', name: 'Small ESCO', version })) body.set(name, value);
    for (const [name, text] of Object.entries(files(label))) body.append('files', new Blob([text]), name);
    const accepted = await app.call('POST', '/v1/frameworks', { body });
    expect(accepted.status).toBe(202);
    await app.settle();
  };
  const idOf = async (uri: string): Promise<string> =>
    (await app.call('GET', `/v1/competencies?q=${encodeURIComponent(uri)}`)).body.data[0].id;
  const page = (accept?: string): Promise<Answer> =>
    app.call('GET', path, accept === undefined ? {} : { headers: { accept } });
  const labels = (entries: readonly { label: string }[]): string[] => entries.map(({ label }) => label);

  beforeAll(async () => {
    app = await startTestApp();
    await app.settle();
    await imported('1', 'weld');
    await imported('2', 'weld metal');
    path = `/v1/competencies/${await idOf(WELD)}`;
    welder = `/v1/competencies/${await idOf(WELDER)}`;
    await app.call('POST', '/v1/crosswalks', {
      body: { competencyId: path.split('/').at(-1), relation: 'close', to: 'ONET:4.A.3.a.2', label: 'Handling' },
    });
    const at = new Date('2026-01-01T00:00:00Z');
    const issuer = await didKeyIssuer('Academy', 'eddsa-rdfc-2022');
    const [email, ended] = ['amara@mail.example', '2026-01-02T00:00:00Z'];
    for (const [name, validUntil] of [
      ['Amara', undefined],
      ['Ben', ended],
    ] as const) {
      const candidate = await app.call('POST', '/v1/candidates', { body: { name, emails: [`${name}${email}`] } });
      const badge = {
        ...openBadge(`urn:badge:${name}`, issuer, {
          title: 'Welding',
          skill: { name: 'weld metal', url: WELD },
          type: 'Assessment',
          recipientEmail: `${name}${email}`,
          validFrom: at,
        }),
        ...(validUntil === undefined ? {} : { validUntil }),
      };
      const { body, contentType } = await issuer.sign(badge, at);
      const headers = { 'content-type': contentType };
      await app.call('POST', `/v1/candidates/${candidate.body.id}/credentials`, { body, headers });
    }
    await app.settle();
  });
  afterAll(() => app?.stop());

  it('shows labels of all languages, every broader one, occupations, crosswalks, versions and holders', async () => {
    const { status, body, headers } = await page();
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(headers.get('link')).toBe(`<${path}>; rel="canonical"`);
    expect(headers.get('vary')).toMatch(/accept/i);
    expect(body).toMatchObject({ uri: WELD, label: 'weld metal', definition: 'Joins by melting.', inForce: true });
    expect(body.labels).toEqual(
      expect.arrayContaining([
        { language: 'de', kind: 'preferred', text: 'schweißen' },
        { language: 'en', kind: 'alternative', text: 'join by melting' },
        { language: 'en', kind: 'hidden', text: 'wleding' },
      ]),
    );
    expect(labels(body.broader)).toEqual(['join', 'work metal']);
    expect(body.ancestors.map(({ label, steps }: { label: string; steps: number }) => [label, steps])).toEqual([
      ['join', 1],
      ['work metal', 1],
    ]);
    expect(body.occupations).toEqual([
      expect.objectContaining({ uri: WELDER, label: 'welder', type: 'occupation', link: 'essential' }),
    ]);
    expect(body.links).toEqual([]);
    expect(body.crosswalks).toEqual([expect.objectContaining({ relation: 'close', key: 'onet:4.A.3.a.2' })]);
    expect(
      body.versions.map(({ version, label, inForce }: Record<string, unknown>) => [version, label, inForce]),
    ).toEqual([
      ['2', 'weld metal', true],
      ['1', 'weld', false],
    ]);
    // The credential of the other candidate has ended.
    expect(body.holders).toEqual({ held: 1, claimed: 2 });
    const document = (await app.call('GET', '/openapi.json', { key: null })).body;
    expect(new DescribedAnswers(document).differences('GET', '/v1/competencies/{id}', 200, body)).toEqual([]);
  });

  it('shows of an occupation what it needs', async () => {
    const { body } = await app.call('GET', welder);
    expect(body.links).toEqual([expect.objectContaining({ uri: WELD, link: 'essential' })]);
    expect(body.occupations).toEqual([]);
  });

  it('is a concept of SKOS for who asks for JSON-LD, readable with nothing else at hand', async () => {
    const { status, body, headers } = await page('text/html;q=0.5, application/ld+json');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/ld+json; charset=utf-8']);
    const [concept] = await (jsonld as unknown as ExpandsJsonLd).expand(body, {
      documentLoader: () => Promise.reject(new Error('nothing may be fetched')),
    });
    expect(concept).toMatchObject({ '@id': WELD, '@type': [`${SKOS}Concept`] });
    const of = (name: string): unknown => concept?.[`${SKOS}${name}`];
    expect(of('prefLabel')).toEqual(
      expect.arrayContaining([
        { '@value': 'weld metal', '@language': 'en' },
        { '@value': 'schweißen', '@language': 'de' },
      ]),
    );
    expect(of('definition')).toEqual([{ '@value': 'Joins by melting.', '@language': 'en' }]);
    expect(of('broader')).toEqual([
      expect.objectContaining({ '@id': JOIN }),
      expect.objectContaining({ '@id': METAL }),
    ]);
    expect(of('closeMatch')).toEqual([
      expect.objectContaining({ '@id': 'https://www.onetonline.org/find/descriptor/result/4.A.3.a.2' }),
    ]);
    expect(of('inScheme')).toEqual([
      expect.objectContaining({ 'http://purl.org/dc/terms/title': [{ '@value': 'Small ESCO' }] }),
    ]);
  });

  it('is refused in any other form, with what there is', async () => {
    const { status, body } = await page('text/turtle, application/json;q=0');
    expect([status, body.code]).toEqual([406, 'not-acceptable']);
    expect(body.detail).toContain('application/json or application/ld+json');
    expect((await page('*/*')).headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('is not there for an id that nothing has', async () => {
    expect((await app.call('GET', `/v1/competencies/${newId()}`)).body.code).toBe('competency-not-found');
  });
});
