import fc from 'fast-check';
import { valueAt } from '../reading/json-pointer.js';
import type { JsonObject } from '../reading/json-value.js';
import type { Claim } from './claim.js';
import { collectClaims } from './collect-claims.js';

const ESCO = 'http://data.europa.eu/esco/skill/326809fc-238d-40c2-881e-40042f7f2f0d';

const badge = (achievement: JsonObject, rest: JsonObject = {}): JsonObject => ({
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  credentialSubject: { type: ['AchievementSubject'], achievement, ...rest },
});
const inShort = (claims: readonly Claim[]) => claims.map(({ kind, text, jsonPath }) => [kind, text, jsonPath]);

describe('collectClaims', () => {
  it('finds alignments at all four places of Open Badges 3', () => {
    const align = (targetName: string) => [
      { type: ['Alignment'], targetName, targetUrl: `https://example.org/${targetName}` },
    ];
    const credential = badge(
      {
        alignment: align('one'),
        resultDescription: [
          { id: 'urn:d', alignment: align('two'), rubricCriterionLevel: [{ id: 'urn:l', alignment: align('three') }] },
        ],
      },
      { result: [{ resultDescription: 'urn:d', alignment: align('four') }] },
    );

    expect(inShort(collectClaims(credential))).toEqual([
      ['alignment', 'one', '/credentialSubject/achievement/alignment/0'],
      ['alignment', 'two', '/credentialSubject/achievement/resultDescription/0/alignment/0'],
      ['alignment', 'three', '/credentialSubject/achievement/resultDescription/0/rubricCriterionLevel/0/alignment/0'],
      ['alignment', 'four', '/credentialSubject/result/0/alignment/0'],
    ]);
  });

  it('reads the claims of an SD-JWT VC as those of its subject', () => {
    const credential = {
      vct: 'https://credentials.example/welding',
      achievement: { name: 'Welder', alignment: [{ targetName: 'Welding', targetUrl: ESCO }] },
      skills: ['Grinding', { name: 'Brazing', id: ESCO }],
    };
    expect(inShort(collectClaims(credential))).toEqual([
      ['alignment', 'Welding', '/achievement/alignment/0'],
      ['extension', 'Grinding', '/skills/0'],
      ['extension', 'Brazing', '/skills/1'],
      ['name', 'Welder', '/achievement/name'],
    ]);
  });

  it('keeps every member of an alignment as it stands', () => {
    const alignment = {
      targetName: 'establish collaborative relations',
      targetUrl: ESCO,
      targetCode: '326809fc-238d-40c2-881e-40042f7f2f0d',
      targetType: 'ext:ESCO',
      targetFramework: 'ESCO',
      targetDescription: 'Work well with others',
    };

    expect(collectClaims(badge({ alignments: alignment }))).toEqual([
      {
        jsonPath: '/credentialSubject/achievement/alignments',
        kind: 'alignment',
        class: 'skill',
        text: 'establish collaborative relations',
        uri: ESCO,
        code: '326809fc-238d-40c2-881e-40042f7f2f0d',
        framework: 'ESCO',
        type: 'ext:ESCO',
        description: 'Work well with others',
        origin: 'issuer',
      },
    ]);
  });

  it.each([
    [
      'an Open Badges 1 alignment',
      { name: 'Welding', url: 'https://example.org/w' },
      { text: 'Welding', uri: 'https://example.org/w' },
    ],
    ['a bare link', ESCO, { text: '', uri: ESCO }],
    ['a bare word', 'Welding', { text: 'Welding' }],
    [
      'names in several languages',
      { targetName: { de: 'Schweißen', en: 'Welding' } },
      { text: 'Welding', translations: ['Schweißen'] },
    ],
    [
      'a numeric code',
      { targetName: 'EQF level 4', targetCode: 4, targetType: 'ext:EQF' },
      { code: '4', class: 'level' },
    ],
    ['a missing link', { targetName: 'Welding', targetFramework: 'ESCO' }, { text: 'Welding', framework: 'ESCO' }],
  ])('reads %s', (_, alignment, expected) => {
    expect(collectClaims(badge({ alignment: [alignment] }))[0]).toMatchObject(expected);
  });

  it('makes a claim of each code when an alignment lists several', () => {
    const claims = collectClaims(
      badge({
        alignment: [{ targetName: 'Developers', targetFramework: 'O*NET', targetCode: ['15-1252.00', '15-1254.00'] }],
      }),
    );
    expect(claims.map(({ code, jsonPath, class: kind }) => [code, jsonPath, kind])).toEqual([
      ['15-1252.00', '/credentialSubject/achievement/alignment/0/targetCode/0', 'occupation'],
      ['15-1254.00', '/credentialSubject/achievement/alignment/0/targetCode/1', 'occupation'],
    ]);
  });

  it.each([
    ['a confidence beside the skill', { targetName: 'Welding', 'Correlation Coefficient': '0.83' }],
    ['the tag of a matching program', { targetUrl: ESCO, 'Skill Tag': 'welding' }],
    ['a program as its source', { targetName: 'Welding', source: 'ai' }],
  ])('tells machine suggestions by %s', (_, alignment) => {
    expect(collectClaims(badge({ alignment: [alignment] }))[0]?.origin).toBe('machine');
  });

  describe('competency extension', () => {
    const key = 'extensions:CompetencyExtension';
    it.each([
      [
        'as a list',
        {
          [key]: [{ name: 'Welding', framework: 'esco', framework_identifier: ESCO, source: 'manual', studyLoad: 60 }],
        },
        { uri: ESCO, framework: 'esco', origin: 'issuer' },
        '/credentialSubject/achievement/extensions:CompetencyExtension/0',
      ],
      [
        'as a single object, suggested by a program',
        { [key]: { name: 'Welding', framework: 'esco', framework_identifier: ESCO, source: 'ai' } },
        { uri: ESCO, origin: 'machine' },
        '/credentialSubject/achievement/extensions:CompetencyExtension',
      ],
      [
        'with prefixed members and escoID',
        {
          [key]: [
            { 'extensions:name': 'Welding', 'extensions:escoID': '/esco/skill/326809fc-238d-40c2-881e-40042f7f2f0d' },
          ],
        },
        { uri: '/esco/skill/326809fc-238d-40c2-881e-40042f7f2f0d', framework: 'esco' },
        '/credentialSubject/achievement/extensions:CompetencyExtension/0',
      ],
      [
        'inside an extensions member, of an employer’s own framework',
        { extensions: { [key]: [{ name: 'Welding', framework: 'Acme', framework_identifier: 'W-7' }] } },
        { code: 'W-7', framework: 'Acme' },
        '/credentialSubject/achievement/extensions/extensions:CompetencyExtension/0',
      ],
    ])('is read %s', (_, achievement, expected, jsonPath) => {
      expect(collectClaims(badge(achievement))).toEqual([
        expect.objectContaining({ kind: 'extension', class: 'skill', text: 'Welding', jsonPath, ...expected }),
      ]);
    });

    it('is read once when achievement and subject are the same object', () => {
      const assertion = { type: 'Assertion', badge: { name: 'Badge' }, [key]: [{ name: 'Welding' }] };
      expect(inShort(collectClaims(assertion))).toEqual([
        ['extension', 'Welding', '/extensions:CompetencyExtension/0'],
        ['name', 'Badge', '/badge/name'],
      ]);
    });
  });

  it('reads learning outcomes of the European Learning Model, also of parts', () => {
    const outcome = (label: string) => ({
      learningOutcome: [{ relatedESCOSkill: { id: ESCO, prefLabel: { en: label } } }],
    });
    const credential = {
      credentialSubject: {
        hasClaim: {
          type: 'LearningAchievement',
          specifiedBy: outcome('whole'),
          hasPart: [{ specifiedBy: outcome('part') }],
        },
      },
    };
    expect(inShort(collectClaims(credential))).toEqual([
      ['extension', 'whole', '/credentialSubject/hasClaim/specifiedBy/learningOutcome/0/relatedESCOSkill'],
      ['extension', 'part', '/credentialSubject/hasClaim/hasPart/0/specifiedBy/learningOutcome/0/relatedESCOSkill'],
    ]);
  });

  it('reads competencies of HR Open with their identifier and proficiency, not the years', () => {
    const competency = {
      competencyName: 'Welding',
      competencyIds: [{ value: 'S1.2', schemeId: 'Acme' }],
      proficiencyLevel: { value: '4', minimum: '0', maximum: '5' },
      yearsOfExperience: 12,
    };
    expect(collectClaims({ credentialSubject: { competencies: [competency] } })).toEqual([
      {
        jsonPath: '/credentialSubject/competencies/0',
        kind: 'extension',
        class: 'skill',
        text: 'Welding',
        code: 'S1.2',
        framework: 'Acme',
        origin: 'issuer',
        level: {
          scale: null,
          value: '4',
          min: '0',
          max: '5',
          jsonPath: '/credentialSubject/competencies/0/proficiencyLevel/value',
        },
      },
    ]);
  });

  it('reads the skills of a JSON Resume and their keywords, and those of a learner record alone', () => {
    const resume = { basics: { name: 'A' }, skills: [{ name: 'Warehouse', keywords: ['Forklift operation', 7] }] };
    expect(collectClaims(resume).map(({ text, jsonPath }) => [text, jsonPath])).toEqual([
      ['Warehouse', '/skills/0'],
      ['Forklift operation', '/skills/0/keywords/0'],
    ]);
    const record = { type: 'LER-RSType', competencies: [{ competencyName: 'Welding' }] };
    expect(collectClaims(record).map(({ text }) => text)).toEqual(['Welding']);
  });

  it('reads name, tags, keywords and the sentences of the criteria, markup left out', () => {
    const credential = badge({
      name: 'Welder',
      tag: ['mig welding', 'steel, aluminium'],
      keywords: 'safety',
      criteria: { narrative: '# How\n<p>Welds **steel**. Reads drawings, e.g. of tanks.</p>' },
    });
    expect(inShort(collectClaims(credential))).toEqual([
      ['name', 'Welder', '/credentialSubject/achievement/name'],
      ['tag', 'mig welding', '/credentialSubject/achievement/tag/0'],
      ['tag', 'steel', '/credentialSubject/achievement/tag/1'],
      ['tag', 'aluminium', '/credentialSubject/achievement/tag/1'],
      ['tag', 'safety', '/credentialSubject/achievement/keywords'],
      ['narrative', 'How', '/credentialSubject/achievement/criteria/narrative'],
      ['narrative', 'Welds steel.', '/credentialSubject/achievement/criteria/narrative'],
      ['narrative', 'Reads drawings, e.g. of tanks.', '/credentialSubject/achievement/criteria/narrative'],
    ]);
  });

  it('reads every subject and every achievement of it', () => {
    const credential = {
      credentialSubject: [{ achievement: [{ name: 'one' }, { name: 'two' }] }, { achievement: { name: 'three' } }],
    };
    expect(inShort(collectClaims(credential))).toEqual([
      ['name', 'one', '/credentialSubject/0/achievement/0/name'],
      ['name', 'two', '/credentialSubject/0/achievement/1/name'],
      ['name', 'three', '/credentialSubject/1/achievement/name'],
    ]);
  });

  it('reads an Open Badges 2 assertion with its badge', () => {
    const assertion = {
      type: 'Assertion',
      badge: {
        name: 'Welder',
        tags: ['steel'],
        criteria: 'https://example.org/how',
        alignment: [{ targetName: 'Welding', targetUrl: ESCO }],
      },
    };
    expect(inShort(collectClaims(assertion))).toEqual([
      ['alignment', 'Welding', '/badge/alignment/0'],
      ['name', 'Welder', '/badge/name'],
      ['tag', 'steel', '/badge/tags/0'],
    ]);
  });

  it('takes nothing from credentials nested in a learner record: each has a verdict of its own', () => {
    const nested = badge({ name: 'Welder' });
    const record = {
      type: ['VerifiableCredential', 'ClrCredential'],
      credentialSubject: { type: ['ClrSubject'], verifiableCredential: [nested], achievement: [{ name: 'Welder' }] },
    };
    expect(collectClaims(record)).toEqual([]);
  });

  describe('limits', () => {
    it('keeps 200 claims and drops the vaguest kinds first', () => {
      const alignment = Array.from({ length: 150 }, (_, index) => ({ targetName: `skill ${String(index)}` }));
      const tag = Array.from({ length: 5_000 }, (_, index) => `tag ${String(index)}`);
      const claims = collectClaims(badge({ tag, alignment, criteria: { narrative: 'A sentence.' } }));
      expect(claims.filter((claim) => claim.kind === 'alignment')).toHaveLength(150);
      expect(claims.filter((claim) => claim.kind === 'tag')).toHaveLength(50);
      expect(claims).toHaveLength(200);
    });

    it('cuts texts at 1,000 characters, never through a character', () => {
      const claims = collectClaims(badge({ name: `${'x'.repeat(999)}😀${'y'.repeat(50)}` }));
      expect(claims[0]?.text).toBe('x'.repeat(999));
    });

    it('takes at most 50 sentences of a narrative', () => {
      expect(collectClaims(badge({ criteria: { narrative: 'Welds. '.repeat(2_000) } }))).toHaveLength(50);
    });

    it('strips what is invisible', () => {
      expect(collectClaims(badge({ name: 'Wel\u0000d\u200Bing' }))[0]?.text).toBe('Welding');
    });
  });

  it('survives any JSON: no throw, within the limits, every pointer leads somewhere', () => {
    const names = [
      'credentialSubject',
      'achievement',
      'alignment',
      'targetName',
      'targetCode',
      'tag',
      'criteria',
      'narrative',
      'result',
      'resultDescription',
      'name',
      'level',
      'hasClaim',
      'specifiedBy',
      'learningOutcome',
      'relatedSkill',
      'id',
      'extensions:CompetencyExtension',
    ];
    const { anyJson } = fc.letrec<{ anyJson: unknown }>((tie) => ({
      anyJson: fc.oneof(
        { depthSize: 'large', withCrossShrink: true },
        fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean()),
        fc.array(tie('anyJson'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...names), tie('anyJson'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('credentialSubject', 'badge', 'type'), anyJson), (credential) => {
        const claims = collectClaims(credential);
        expect(claims.length).toBeLessThanOrEqual(200);
        for (const claim of claims) {
          expect(claim.text.length).toBeLessThanOrEqual(1_000);
          expect(valueAt(credential, claim.jsonPath)).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });
});
