import fc from 'fast-check';
import type { Claim } from '../claims/claim.js';
import { collectClaims } from '../claims/collect-claims.js';
import type { JsonObject } from '../reading/json-value.js';
import { levelFor } from './level-for.js';
import { LevelSheet } from './level-sheet.js';
import { DEFAULT_SCALE } from './proficiency-scale.js';

const skill = { targetName: 'Welding', targetUrl: 'https://example.org/welding' };

interface Parts {
  achievement?: JsonObject;
  alignment?: JsonObject;
  description?: JsonObject;
  results?: readonly JsonObject[];
}

/** A badge aligned to one skill, with one result description `urn:d` when one is given. */
function badge({ achievement = {}, alignment = skill, description, results }: Parts): JsonObject {
  return {
    credentialSubject: {
      achievement: {
        alignment: [alignment],
        ...(description && { resultDescription: [{ id: 'urn:d', ...description }] }),
        ...achievement,
      },
      ...(results && { result: results.map((result) => ({ resultDescription: 'urn:d', ...result })) }),
    },
  };
}

function firstClaim(credential: JsonObject): Claim {
  const [claim] = collectClaims(credential);
  if (!claim) throw new Error('the credential states nothing');
  return claim;
}

const read = (parts: Parts, levels = 5) => {
  const credential = badge(parts);
  return levelFor(firstClaim(credential), credential, { ...DEFAULT_SCALE, levels });
};
const rubric = (...levels: readonly JsonObject[]) => ({
  resultType: 'RubricCriterionLevel',
  rubricCriterionLevel: levels.map((level, index) => ({ id: `urn:l${String(index + 1)}`, ...level })),
});

describe('levelFor: the rubric level reached comes first', () => {
  it.each([
    // Two of four steps up: 5 x 3/4 = 3.75 -> 4
    ['by numeric level', rubric({ level: '4' }, { level: '3' }, { level: '2' }, { level: '1' }), 'urn:l2', 4],
    // basic < competent < proficient: 5 x 2/3 = 3.33 -> 3
    ['by level words', rubric({ level: 'Proficient' }, { level: 'Competent' }, { level: 'Basic' }), 'urn:l2', 3],
    // 10 points is the highest of three: 5 x 3/3
    [
      'by points',
      rubric({ name: 'x', points: '10' }, { name: 'y', points: '5' }, { name: 'z', points: '7.5' }),
      'urn:l1',
      5,
    ],
    // third of four by position: 3.75 -> 4
    ['by position', rubric({ name: 'p' }, { name: 'q' }, { name: 'r' }, { name: 's' }), 'urn:l3', 4],
    // the required level stands at the front, so the front is the highest: 5 x 2/2
    [
      'by position, turned by the required level',
      { ...rubric({ name: 'p' }, { name: 'q' }), requiredLevel: 'urn:l1' },
      'urn:l1',
      5,
    ],
  ])('%s', (_, description, achievedLevel, level) => {
    expect(read({ description, results: [{ achievedLevel }] })).toMatchObject({
      level,
      status: 'stated',
      source: 'rubric',
      jsonPath: '/credentialSubject/result/0/achievedLevel',
    });
  });

  it('by its own alignment to a known scale, before its place', () => {
    const aligned = {
      alignment: [
        {
          targetName: 'Programming',
          targetFramework: 'SFIA',
          targetCode: 'PROG-4',
          targetType: 'CFRubricCriterionLevel',
        },
      ],
    };
    const description = rubric(aligned, { name: 'higher' });
    // The lower of two would be 5 x 1/2 = 2.5 -> 2; SFIA 4 is 4.
    expect(read({ description, results: [{ achievedLevel: 'urn:l1' }] })).toMatchObject({
      level: 4,
      raw: '4',
      scale: 'SFIA',
    });
  });

  it('also when the result names another description than the one that holds the level', () => {
    const credential = badge({
      achievement: { resultDescription: [{ id: 'urn:d' }, { id: 'urn:e', ...rubric({ level: '1' }, { level: '2' }) }] },
      results: [{ achievedLevel: 'urn:l2' }],
    });
    expect(levelFor(firstClaim(credential), credential)).toMatchObject({ level: 5, source: 'rubric' });
  });

  it('and wins over value, skill and qualification', () => {
    const parts = {
      alignment: { ...skill, targetLevel: 'Expert' },
      achievement: { achievementType: 'MasterDegree' },
      description: { ...rubric({ level: '1' }, { level: '2' }), valueMin: '0', valueMax: '100' },
      results: [{ achievedLevel: 'urn:l1', value: '100' }],
    };
    // the lower of two: 5 x 1/2 = 2.5 -> 2
    expect(read(parts)).toMatchObject({ level: 2, source: 'rubric' });
  });

  it('does not know a level from a rubric of one', () => {
    expect(read({ description: rubric({ name: 'Done' }), results: [{ achievedLevel: 'urn:l1' }] })).toMatchObject({
      level: null,
      status: 'unknown',
      raw: 'Done',
    });
  });
});

describe('levelFor: the value of a result comes second', () => {
  it.each([
    // 1 + 4 x 0.85 = 4.4 -> 4
    ['a percentage', { resultType: 'Percent' }, '85', 4],
    ['a percentage with its sign', { resultType: 'Percent' }, '85 %', 4],
    // 1 + 4 x (70 - 20) / (120 - 20) = 3
    ['a raw score', { resultType: 'RawScore', valueMin: '20', valueMax: '120' }, '70', 3],
    // 1 + 4 x (750 - 100) / (1000 - 100) = 3.89 -> 4
    ['a scaled score', { resultType: 'ScaledScore', valueMin: 100, valueMax: 1000 }, 750, 4],
    ['a score without bounds', { resultType: 'RawScore' }, '70', null],
    ['a score above its bounds', { resultType: 'RawScore', valueMin: '0', valueMax: '50' }, '70', null],
    ['bounds the wrong way round', { resultType: 'RawScore', valueMin: '6', valueMax: '1' }, '2', null],
    // D C B A with C required runs upwards; B is third of four: 3.75 -> 4
    ['a grade', { resultType: 'LetterGrade', allowedValue: ['D', 'C', 'B', 'A'], requiredValue: 'C' }, 'B', 4],
    // no direction without a required value
    ['a grade without a required value', { resultType: 'LetterGrade', allowedValue: ['D', 'C', 'B', 'A'] }, 'B', null],
    // German marks, 4 required: 2 is fifth of six upwards: 5 x 5/6 = 4.17 -> 4
    [
      'marks that count down',
      { resultType: 'Result', allowedValue: ['1', '2', '3', '4', '5', '6'], requiredValue: '4' },
      '2',
      4,
    ],
    ['a language level', { resultType: 'PerformanceLevel', name: 'CEFR level' }, 'B2', 3],
    ['a level word', { resultType: 'PerformanceLevel' }, 'Proficient', 4],
  ])('%s', (_, description, value, level) => {
    expect(read({ description, results: [{ value: value }] })).toMatchObject({ level, raw: String(value) });
  });

  it.each(['PredictedScore', 'GradePointAverage'])('a %s is no level', (resultType) => {
    const description = { resultType, valueMin: '0', valueMax: '4' };
    expect(read({ description, results: [{ value: '4' }] })).toMatchObject({ level: null, source: 'none' });
  });

  it('takes the better of two attempts', () => {
    const description = { resultType: 'Percent', requiredValue: '60' };
    expect(read({ description, results: [{ value: '40' }, { value: '90' }] })).toMatchObject({
      level: 5,
      jsonPath: '/credentialSubject/result/1/value',
    });
  });

  it('leaves results that are aligned to another skill to that skill', () => {
    const other = { targetName: 'Drawing', targetUrl: 'https://example.org/drawing' };
    const parts = { description: { resultType: 'Percent', alignment: [other] }, results: [{ value: '10' }] };
    const credential = badge(parts);
    const [welding, drawing] = collectClaims(credential);
    expect(welding && levelFor(welding, credential)).toMatchObject({ level: null, status: 'unknown' });
    // 1 + 4 x 0.1 = 1.4 -> 1
    expect(drawing && levelFor(drawing, credential)).toMatchObject({ level: 1, source: 'result' });
  });
});

describe('levelFor: no credit', () => {
  it.each(['Failed', 'Withdrew', 'InProgress', 'Enrolled', 'OnHold', 'in progress'])(
    'for a result that is %s',
    (status) => {
      expect(read({ description: { resultType: 'Percent' }, results: [{ value: '95', status }] })).toMatchObject({
        level: null,
        status: 'no-credit',
        reason: 'not-completed',
        jsonPath: '/credentialSubject/result/0/status',
      });
    },
  );

  it.each([
    ['a percentage below', { resultType: 'Percent', requiredValue: '60' }, '59.5'],
    ['a grade below', { allowedValue: ['D', 'C', 'B', 'A'], requiredValue: 'C' }, 'D'],
    ['a grade below, listed downwards', { allowedValue: ['A', 'B', 'C', 'D'], requiredValue: 'C' }, 'D'],
    ['a grade below without a list', { resultType: 'LetterGrade', requiredValue: 'B' }, 'C'],
    [
      'words below',
      { allowedValue: ['Emerging', 'Developing', 'Proficient', 'Exemplary'], requiredValue: 'Proficient' },
      'Developing',
    ],
  ])('for %s the required value', (_, description, value) => {
    expect(read({ description, results: [{ value }] })).toMatchObject({
      status: 'no-credit',
      reason: 'requirement-not-reached',
    });
  });

  it.each([
    ['the same value', { resultType: 'Percent', requiredValue: '60' }, '60'],
    ['a higher value', { resultType: 'Percent', requiredValue: '60' }, '60.5'],
    ['a mark on a scale that counts down', { valueMin: '6', valueMax: '1', requiredValue: '4' }, '2'],
    ['words whose order nobody knows', { requiredValue: 'blue' }, 'green'],
  ])('but credit for %s', (_, description, value) => {
    expect(read({ description, results: [{ value }] }).status).not.toBe('no-credit');
  });

  it('for a rubric level below the required one', () => {
    const description = { ...rubric({ level: '1' }, { level: '2' }, { level: '3' }), requiredLevel: 'urn:l2' };
    expect(read({ description, results: [{ achievedLevel: 'urn:l1' }] }).status).toBe('no-credit');
    expect(read({ description, results: [{ achievedLevel: 'urn:l2' }] })).toMatchObject({ status: 'stated', level: 3 });
  });

  it('for a value that says in words that it failed', () => {
    expect(read({ description: { resultType: 'Status' }, results: [{ value: 'InProgress' }] }).status).toBe(
      'no-credit',
    );
    expect(read({ description: { resultType: 'Result' }, results: [{ value: 'Nicht bestanden' }] }).status).toBe(
      'no-credit',
    );
  });

  it('for the skill of a rubric level that was not the one reached', () => {
    const of = (name: string) => ({ alignment: [{ targetName: name, targetUrl: `https://example.org/${name}` }] });
    const credential = badge({
      description: rubric({ level: '1', ...of('assist') }, { level: '2', ...of('lead') }),
      results: [{ achievedLevel: 'urn:l1' }],
    });
    const levels = collectClaims(credential).map((claim) => [claim.text, levelFor(claim, credential).status]);
    expect(levels).toEqual([
      ['Welding', 'stated'],
      ['assist', 'stated'],
      ['lead', 'no-credit'],
    ]);
  });

  it('a status of completed alone says nothing of the level', () => {
    expect(read({ description: { resultType: 'Status' }, results: [{ status: 'Completed' }] })).toMatchObject({
      level: null,
      status: 'unknown',
    });
  });
});

describe('levelFor: a level at the skill comes third', () => {
  it.each([
    ['a SFIA code', { targetFramework: 'SFIA 9', targetCode: 'PROG-5', targetName: 'Programming' }, 5, 'SFIA'],
    ['a DigComp level in the name', { targetFramework: 'DigComp 2.2', targetName: 'Netiquette Level 6' }, 4, 'DigComp'],
    ['a targetLevel word', { ...skill, targetLevel: 'Intermediate' }, 3, null],
    ['a targetLevel on its scale', { ...skill, targetLevel: 'C1', targetLevelScale: 'CEFR' }, 4, 'CEFR'],
    // 1 + 4 x (3 - 1) / (4 - 1) = 3.67 -> 4
    ['a proficiency with its range', { ...skill, proficiencyLevel: { value: 3, min: 1, max: 4 } }, 4, null],
    ['a bare number on the own scale', { ...skill, targetLevel: 2 }, 2, null],
  ])('%s', (_, alignment, level, scale) => {
    expect(read({ alignment })).toMatchObject({ level, scale, status: 'stated', source: 'skill' });
  });

  it('keeps a level that cannot be read', () => {
    expect(read({ alignment: { ...skill, targetLevel: 'Ninja' } })).toMatchObject({
      level: null,
      raw: 'Ninja',
      status: 'unknown',
    });
  });

  it.each([
    ['the level extension', { 'extensions:LevelExtension': { Level: 'b2' } }, 3],
    [
      'an alignment of the achievement to a mere level',
      { alignment: [skill, { targetName: 'B2', targetFramework: 'CEFR' }] },
      3,
    ],
  ])('also from %s', (_, achievement, level) => {
    expect(read({ achievement })).toMatchObject({ level, status: 'stated', source: 'skill' });
  });
});

describe('levelFor: the qualification is a ceiling and comes last', () => {
  const eqf = (level: string) => ({
    targetName: `EQF level ${level}`,
    targetUrl: 'https://example.org/eqf',
    targetCode: level,
    targetType: 'ext:EQF',
  });

  it.each([
    // EQF 2 -> 1, 4 -> 2, 5 -> 3, 7 -> 5, cut at 3 of 5
    ['2', 1],
    ['4', 2],
    ['5', 3],
    ['7', 3],
  ])('EQF %s gives %s of five', (level, expected) => {
    expect(read({ achievement: { alignment: [skill, eqf(level)] } })).toMatchObject({
      level: expected,
      source: 'qualification',
      scale: 'EQF',
    });
  });

  it('never above three fifths of any scale', () => {
    // floor(3 x 9 / 5) = 5, floor(3 x 4 / 5) = 2, floor(3 x 1 / 5) = 0 -> 1
    const parts = { achievement: { alignment: [skill, eqf('8')] } };
    expect([read(parts, 9).level, read(parts, 4).level, read(parts, 1).level]).toEqual([5, 2, 1]);
  });

  it('from the kind of degree when no level is stated', () => {
    // AssociateDegree is EQF 5 -> 3
    expect(read({ achievement: { achievementType: 'AssociateDegree' } })).toMatchObject({ level: 3, raw: '5' });
    expect(read({ achievement: { achievementType: 'Certificate' } })).toMatchObject({ level: null, status: 'unknown' });
  });
});

describe('levelFor: on any scale', () => {
  it('stays on the scale and never falls when the score rises', () => {
    const anyScores = fc.record({
      levels: fc.integer({ min: 1, max: 9 }),
      low: fc.integer({ min: 0, max: 1_000 }),
      high: fc.integer({ min: 0, max: 1_000 }),
    });
    fc.assert(
      fc.property(anyScores, ({ levels, low, high }) => {
        const description = { resultType: 'RawScore', valueMin: '0', valueMax: '1000' };
        const [a, b] = [Math.min(low, high), Math.max(low, high)].map(
          (value) => read({ description, results: [{ value: String(value) }] }, levels).level ?? 0,
        );
        expect(a).toBeGreaterThanOrEqual(1);
        expect(b).toBeGreaterThanOrEqual(a ?? 9);
        expect(b).toBeLessThanOrEqual(levels);
      }),
    );
  });

  it('reads a credential full of results in good time', () => {
    const results = Array.from({ length: 4_000 }, (_, index) => ({
      value: String(index % 100),
      resultDescription: 'urn:d',
    }));
    const alignment = Array.from({ length: 2_000 }, (_, index) => ({
      targetName: `EQF level ${String(index)}`,
      targetType: 'ext:EQF',
    }));
    const credential = badge({ achievement: { alignment }, description: { resultType: 'Percent' }, results });
    const started = performance.now();
    const sheet = new LevelSheet(credential, DEFAULT_SCALE);
    for (const claim of collectClaims(credential)) levelFor(claim, credential, DEFAULT_SCALE, sheet);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
