import type { Claim } from '../claims/claim.js';
import type { Mapping } from '../mapping/mapping.js';
import { applyRules } from './apply-rules.js';
import type { MappingRule } from './mapping-rule.js';

const CLAIM: Claim = { jsonPath: '/a', kind: 'tag', class: 'skill', text: 'Java', origin: 'issuer' };
const IN_FORCE = {
  inForce: new Map([
    ['coffee', 'v1'],
    ['island', 'v1'],
    ['language', 'v1'],
  ]),
  last: new Map([['gone', 'v0']]),
};

const rule = (id: string, more: Partial<MappingRule>): MappingRule => ({
  id,
  decision: more.competencyId === undefined ? 'reject' : 'accept',
  scope: 'everywhere',
  matchKey: 'java',
  issuerId: null,
  achievementKey: null,
  competencyId: null,
  rejectedCompetencyId: null,
  overrides: null,
  decidedBy: 'somebody',
  ...more,
});
const found = (competencyId: string | null, state: Mapping['state']): Mapping => ({
  claimIndex: 0,
  competencyId,
  frameworkVersionId: competencyId === null ? null : 'v1',
  method: competencyId === null ? 'none' : 'preferred-label',
  score: 9_800,
  state,
  evidence: { jsonPath: '/a', text: 'Java', matched: 'java' },
});
const outcome = (derived: Mapping[], rules: MappingRule[], claim = CLAIM) =>
  applyRules([claim], derived, () => rules, IN_FORCE).map(
    ({ competencyId, state }) => `${String(competencyId)} ${state}`,
  );

describe('applyRules', () => {
  it('leaves what was found alone where nobody decided', () => {
    const derived = [found('coffee', 'mapped_auto'), found('island', 'suggested')];
    expect(applyRules([CLAIM], derived, () => [], IN_FORCE)).toEqual(derived);
  });

  it('names the rule and the reviewer in the evidence', () => {
    expect(applyRules([CLAIM], [], () => [rule('1', { competencyId: 'language' })], IN_FORCE)).toEqual([
      {
        claimIndex: 0,
        competencyId: 'language',
        frameworkVersionId: 'v1',
        method: 'review',
        score: 10_000,
        state: 'mapped_reviewed',
        evidence: { jsonPath: '/a', text: 'Java', matched: null, ruleId: '1', reviewer: 'somebody' },
      },
    ]);
  });

  it('answers the claim: other suggestions and "unmapped" go, what is exact in another framework stays', () => {
    const derived = [found('coffee', 'suggested'), found('island', 'mapped_auto'), found(null, 'unmapped')];
    expect(outcome(derived, [rule('1', { competencyId: 'language' })])).toEqual([
      'language mapped_reviewed',
      'island mapped_auto',
    ]);
  });

  it('never gives a rejected pair again, and leaves the other suggestions', () => {
    const derived = [found('coffee', 'mapped_auto'), found('island', 'suggested')];
    expect(outcome(derived, [rule('1', { rejectedCompetencyId: 'coffee' })])).toEqual([
      'coffee rejected',
      'island suggested',
    ]);
  });

  it('maps and rejects at once by a correction', () => {
    const correction = rule('1', { decision: 'correct', competencyId: 'language', rejectedCompetencyId: 'coffee' });
    expect(outcome([found('coffee', 'mapped_auto')], [correction])).toEqual([
      'coffee rejected',
      'language mapped_reviewed',
    ]);
  });

  it('goes by the narrowest decision on a pair, whichever came first', () => {
    const narrow = rule('1', { scope: 'achievement', rejectedCompetencyId: 'coffee' });
    const wide = rule('2', { competencyId: 'coffee' });
    expect(outcome([], [narrow, wide])).toEqual(['coffee rejected']);
    expect(outcome([], [wide, narrow])).toEqual(['coffee rejected']);
  });

  it('goes by the later of two equally narrow decisions', () => {
    const [no, yes] = [rule('1', { rejectedCompetencyId: 'coffee' }), rule('2', { competencyId: 'coffee' })];
    expect(outcome([], [yes, no])).toEqual(['coffee mapped_reviewed']);
  });

  it('goes by a wider decision that was taken against a narrower one', () => {
    const narrow = rule('1', { scope: 'achievement', competencyId: 'coffee' });
    const wide = rule('2', { rejectedCompetencyId: 'coffee', overrides: '1' });
    expect(outcome([], [narrow, wide])).toEqual(['coffee rejected']);
    // Taken back, it leaves the narrower one as it was.
    expect(outcome([], [narrow])).toEqual(['coffee mapped_reviewed']);
  });

  it('keeps rejected what a correction rejected when the correction itself is rejected', () => {
    const correction = rule('1', { decision: 'correct', competencyId: 'island', rejectedCompetencyId: 'coffee' });
    const rejection = rule('2', { rejectedCompetencyId: 'island', overrides: '1' });
    expect(outcome([found('coffee', 'mapped_auto')], [correction, rejection])).toEqual([
      'coffee rejected',
      'island rejected',
    ]);
  });

  it('lets a narrow correction silence what wider decisions map the claim to', () => {
    const narrow = rule('1', { decision: 'correct', scope: 'achievement', competencyId: 'island' });
    const wide = rule('2', { decision: 'correct', competencyId: 'language' });
    expect(outcome([], [narrow, wide])).toEqual(['island mapped_reviewed']);
  });

  it('lets a decision rest while no framework in force has its competency', () => {
    const derived = [found('island', 'suggested')];
    expect(outcome(derived, [rule('1', { competencyId: 'gone' })])).toEqual(['island suggested', 'gone suggested']);
    expect(outcome(derived, [rule('1', { rejectedCompetencyId: 'gone' })])).toEqual([
      'gone rejected',
      'island suggested',
    ]);
  });

  it('brings a decision back to review when its competency was removed, unless something else was found', () => {
    const resting = rule('1', { competencyId: 'gone' });
    expect(applyRules([CLAIM], [found(null, 'unmapped')], () => [resting], IN_FORCE)[1]).toMatchObject({
      competencyId: 'gone',
      frameworkVersionId: 'v0',
      state: 'suggested',
      evidence: { ruleId: '1', doubts: ['removed'] },
    });
    expect(outcome([found('island', 'mapped_auto')], [resting])).toEqual(['island mapped_auto']);
    expect(outcome([found('gone', 'suggested')], [resting])).toEqual(['gone suggested']);
  });

  it.each(['level', 'occupation', 'credential', 'accreditation'] as const)(
    'gives no skill for a claim of class %s',
    (c) => expect(outcome([], [rule('1', { competencyId: 'language' })], { ...CLAIM, class: c })).toEqual([]),
  );
});
