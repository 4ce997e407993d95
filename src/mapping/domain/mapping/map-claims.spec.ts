import fc from 'fast-check';
import { normaliseLabel } from '../../../frameworks/index.js';
import type { Claim } from '../claims/claim.js';
import {
  queriesFor,
  type CompetencySource,
  type FoundCompetency,
  type IdentifiedCompetency,
  type NearCompetency,
} from './claim-queries.js';
import { mapClaims } from './map-claims.js';

const WELDING_KEY = 'esco:skill/326809fc-238d-40c2-881e-40042f7f2f0d';
const WELDING_URI = 'http://data.europa.eu/esco/skill/326809fc-238d-40c2-881e-40042f7f2f0d';

const competency = (competencyId: string, labels: string[], more: Partial<FoundCompetency> = {}): FoundCompetency => ({
  competencyId,
  frameworkVersionId: 'v1',
  type: 'skill',
  assignable: true,
  labels: labels.map(normaliseLabel),
  ...more,
});
const claim = (more: Partial<Claim>): Claim => ({
  jsonPath: '/x',
  kind: 'alignment',
  class: 'skill',
  text: '',
  origin: 'issuer',
  ...more,
});

interface World {
  identifiers?: Readonly<Record<string, readonly IdentifiedCompetency[]>>;
  labels?: Readonly<Record<string, readonly FoundCompetency[]>>;
  removed?: Readonly<Record<string, readonly FoundCompetency[]>>;
  near?: Readonly<Record<string, readonly NearCompetency[]>>;
  alternatives?: Readonly<Record<string, readonly FoundCompetency[]>>;
}
const source = ({
  identifiers = {},
  labels = {},
  removed = {},
  near = {},
  alternatives = {},
}: World): CompetencySource => ({
  byIdentifier: (key) => identifiers[key] ?? [],
  byNearCrosswalk: (key) => near[key] ?? [],
  byAlternativeLabel: (label) => alternatives[label] ?? [],
  byPreferredLabel: (label) => labels[label] ?? [],
  removed: (keyOrLabel) => removed[keyOrLabel] ?? [],
});

const welding = competency('welding', ['welding', 'join metal']);
const hygiene = competency('hygiene', ['dental hygiene']);
const world = source({
  identifiers: { [WELDING_KEY]: [{ ...welding, via: 'identifier' }] },
  labels: { welding: [welding], 'dental hygiene': [hygiene] },
});

describe('mapClaims', () => {
  it('takes an alternative label of three words for one competency, where it may, after the preferred ones', () => {
    const other = competency('other', ['sealing seams']);
    const asked = source({
      labels: { 'joining of metals': [hygiene] },
      alternatives: {
        'joining of metals': [welding],
        'fusing metal plates': [welding],
        'fusing plates': [welding],
        'making tight seams': [welding, other],
      },
    });
    const states = (text: string) =>
      mapClaims([claim({ text })], asked).map(({ competencyId, method, state }) => [competencyId, method, state]);
    expect(states('Joining of metals')).toEqual([['hygiene', 'preferred-label', 'mapped_auto']]);
    expect(states('Fusing metal plates')).toEqual([['welding', 'alternative-label', 'mapped_auto']]);
    expect(states('Fusing plates')).toEqual([[null, 'none', 'unmapped']]);
    expect(states('Making tight seams')).toEqual([
      ['welding', 'alternative-label', 'suggested'],
      ['other', 'alternative-label', 'suggested'],
    ]);
  });

  it('offers what a crosswalk calls near, three at most, and keeps the claim as it is stated', () => {
    const path = ['uri:urn:elsewhere:1', 'uri:urn:own:weld'];
    const near = [1, 2, 3, 4].map((at) => ({ ...competency(`c${at}`, ['joining']), relation: 'close', path }));
    const [offered, ...others] = mapClaims(
      [claim({ text: 'Fusing', uri: 'urn:elsewhere:1' })],
      source({ near: { 'uri:urn:elsewhere:1': near } }),
    );
    expect(offered).toMatchObject({
      competencyId: 'c1',
      method: 'crosswalk',
      state: 'suggested',
      evidence: { matched: 'uri:urn:elsewhere:1', path, relation: 'close', doubts: ['not-exact'] },
    });
    expect(others.map(({ competencyId, state }) => [competencyId, state])).toEqual([
      ['c2', 'suggested'],
      ['c3', 'suggested'],
      [null, 'unmapped'],
    ]);
  });

  it('takes an identifier without a person', () => {
    expect(mapClaims([claim({ text: 'Welding', uri: WELDING_URI })], world)).toEqual([
      {
        claimIndex: 0,
        competencyId: 'welding',
        frameworkVersionId: 'v1',
        method: 'identifier',
        score: 10_000,
        state: 'mapped_auto',
        evidence: { jsonPath: '/x', text: 'Welding', matched: WELDING_KEY },
      },
    ]);
  });

  it('takes one exact crosswalk hop and keeps its path', () => {
    const path = [WELDING_KEY, 'uri:urn:own:welding'];
    const crossed = source({ identifiers: { [WELDING_KEY]: [{ ...welding, via: 'crosswalk', path }] } });
    expect(mapClaims([claim({ text: 'Welding', uri: WELDING_URI })], crossed)[0]).toMatchObject({
      method: 'crosswalk',
      score: 9_900,
      state: 'mapped_auto',
      evidence: { path },
    });
  });

  it('prefers the competency itself to one across a crosswalk', () => {
    const both = source({
      identifiers: {
        [WELDING_KEY]: [
          { ...hygiene, via: 'crosswalk' },
          { ...welding, via: 'identifier' },
        ],
      },
    });
    expect(mapClaims([claim({ text: 'Welding', uri: WELDING_URI })], both).map((each) => each.competencyId)).toEqual([
      'welding',
    ]);
  });

  it('falls back on framework and code when the address identifies nothing', () => {
    const byCode = source({ identifiers: { 'esco-group:S5.6.1': [{ ...welding, via: 'identifier' }] } });
    const mapped = mapClaims(
      [claim({ text: 'Welding', uri: 'https://school.example.org/course', code: 'S5.6.1', framework: 'ESCO' })],
      byCode,
    );
    expect(mapped[0]).toMatchObject({
      method: 'identifier',
      state: 'mapped_auto',
      evidence: { matched: 'esco-group:S5.6.1' },
    });
  });

  it.each(['alignment', 'extension', 'tag', 'name'] as const)(
    'takes the exact preferred label in the words of a %s',
    (kind) => {
      expect(mapClaims([claim({ kind, text: '• WELDING.' })], world)[0]).toMatchObject({
        competencyId: 'welding',
        method: 'preferred-label',
        score: 9_800,
        state: 'mapped_auto',
        evidence: { matched: 'welding' },
      });
    },
  );

  it('finds the label in another language of the claim', () => {
    expect(
      mapClaims([claim({ kind: 'name', text: 'Schweißen', translations: ['Welding'] })], world)[0]?.competencyId,
    ).toBe('welding');
  });

  it('keeps what fits nothing as the issuer’s own skill, once', () => {
    const mapped = mapClaims(
      [claim({ text: 'Basket weaving' }), claim({ kind: 'tag', text: 'basket weaving' })],
      world,
    );
    expect(mapped).toEqual([
      {
        claimIndex: 0,
        competencyId: null,
        frameworkVersionId: null,
        method: 'none',
        score: 0,
        state: 'unmapped',
        evidence: { jsonPath: '/x', text: 'Basket weaving', matched: null },
      },
    ]);
  });

  it.each(['level', 'occupation', 'credential', 'accreditation'] as const)(
    'never makes a competency of a %s',
    (kind) => {
      expect(mapClaims([claim({ class: kind, text: 'Welding', uri: WELDING_URI })], world)).toEqual([]);
    },
  );

  it('never makes a competency of an entry that is an occupation', () => {
    const jobs = source({ labels: { welder: [competency('job', ['welder'], { type: 'occupation' })] } });
    expect(mapClaims([claim({ kind: 'name', text: 'Welder' })], jobs)[0]?.state).toBe('unmapped');
  });

  it('marks a group', () => {
    const group = competency('group', ['working with metal'], { type: 'group' });
    const groups = source({ identifiers: { 'esco-group:S5.6.1': [{ ...group, via: 'identifier' }] } });
    const mapped = mapClaims(
      [claim({ class: 'group', text: 'Working with metal', code: 'S5.6.1', framework: 'ESCO' })],
      groups,
    );
    expect(mapped[0]).toMatchObject({ state: 'mapped_auto', evidence: { group: true } });
  });

  describe('only suggests', () => {
    it.each([
      ['what a program suggested', { text: 'Welding', uri: WELDING_URI, origin: 'machine' }, ['machine-made']],
      ['words of a claim of unknown class', { text: 'Welding', class: 'unknown' }, ['class-unknown']],
      ['a sentence of a narrative', { kind: 'narrative', text: 'Welding' }, ['prose']],
    ] as const)('%s', (_, more, doubts) => {
      expect(mapClaims([claim(more)], world)).toEqual([
        expect.objectContaining({
          competencyId: 'welding',
          state: 'suggested',
          evidence: expect.objectContaining({ doubts }),
        }),
      ]);
    });

    it('a link whose name says another skill, with the other skill beside it', () => {
      const mapped = mapClaims([claim({ text: 'Dental hygiene', uri: WELDING_URI })], world);
      expect(mapped.map(({ competencyId, state, evidence }) => [competencyId, state, evidence.doubts])).toEqual([
        ['welding', 'suggested', ['name-differs']],
        ['hygiene', 'suggested', ['name-differs']],
      ]);
    });

    it('a label that two competencies of one framework share, but takes one of each of two frameworks', () => {
      const sameFramework = source({ labels: { welding: [welding, competency('other', ['welding'])] } });
      const twoFrameworks = source({
        labels: { welding: [welding, competency('other', ['welding'], { frameworkVersionId: 'v2' })] },
      });
      const states = (world: CompetencySource) =>
        mapClaims([claim({ text: 'Welding' })], world).map((each) => each.state);
      expect(states(sameFramework)).toEqual(['suggested', 'suggested']);
      expect(states(twoFrameworks)).toEqual(['mapped_auto', 'mapped_auto']);
    });

    it('a heading of the framework', () => {
      const headings = source({
        labels: { trades: [competency('trades', ['trades'], { type: 'group', assignable: false })] },
      });
      expect(mapClaims([claim({ kind: 'tag', text: 'Trades' })], headings)[0]).toMatchObject({
        state: 'suggested',
        evidence: { doubts: ['not-assignable'] },
      });
    });
  });

  it('leaves sentences that fit nothing as mere claims', () => {
    expect(mapClaims([claim({ kind: 'narrative', text: 'No experience of welding required.' })], world)).toEqual([]);
  });

  it('suggests what a newer version has dropped, beside the skill as the issuer stated it', () => {
    const dropped = source({ removed: { [WELDING_KEY]: [welding], 'dental hygiene': [hygiene] } });
    const shown = (one: Claim) =>
      mapClaims([one], dropped).map(({ competencyId, state, method, evidence }) => [
        competencyId,
        state,
        method,
        evidence.doubts ?? [],
      ]);
    expect(shown(claim({ text: 'Welding', uri: WELDING_URI }))).toEqual([
      ['welding', 'suggested', 'identifier', ['removed']],
      [null, 'unmapped', 'none', []],
    ]);
    expect(shown(claim({ kind: 'tag', text: 'Dental hygiene' }))).toEqual([
      ['hygiene', 'suggested', 'preferred-label', ['removed']],
      [null, 'unmapped', 'none', []],
    ]);
    expect(shown(claim({ kind: 'narrative', text: 'Dental hygiene' }))).toEqual([]);
    expect(mapClaims([claim({ text: 'Welding', uri: WELDING_URI })], world)).toHaveLength(1);
  });

  it('asks only what queriesFor announced, and takes nothing that a machine or prose said', () => {
    const anyClaim = fc.record({
      jsonPath: fc.constant('/x'),
      kind: fc.constantFrom<Claim['kind']>('alignment', 'extension', 'tag', 'name', 'narrative'),
      class: fc.constantFrom<Claim['class']>(
        'skill',
        'group',
        'unknown',
        'level',
        'occupation',
        'credential',
        'accreditation',
      ),
      text: fc.constantFrom('Welding', 'Dental hygiene', 'Basket weaving', ''),
      uri: fc.option(fc.constantFrom(WELDING_URI, 'https://example.org/course'), { nil: undefined }),
      origin: fc.constantFrom<Claim['origin']>('issuer', 'machine'),
    });
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 12 }), (claims) => {
        const { identifierKeys, labels } = queriesFor(claims);
        const asked: CompetencySource = {
          byIdentifier: (key) => (expect(identifierKeys).toContain(key), world.byIdentifier(key)),
          byAlternativeLabel: (label) => (expect(labels).toContain(label), world.byAlternativeLabel(label)),
          byNearCrosswalk: (key) => (expect(identifierKeys).toContain(key), world.byNearCrosswalk(key)),
          byPreferredLabel: (label) => (expect(labels).toContain(label), world.byPreferredLabel(label)),
          removed: (wanted) => (expect([...identifierKeys, ...labels]).toContain(wanted), world.removed(wanted)),
        };
        for (const mapping of mapClaims(claims, asked)) {
          const from = claims[mapping.claimIndex];
          if (mapping.state !== 'mapped_auto') continue;
          expect(from?.origin).toBe('issuer');
          expect(from?.kind === 'narrative' && mapping.method === 'preferred-label').toBe(false);
          expect(['skill', 'group', 'unknown']).toContain(from?.class);
        }
      }),
    );
  });
});
