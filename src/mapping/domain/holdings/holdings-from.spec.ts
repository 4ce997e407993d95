import fc from 'fast-check';
import type { Claim } from '../claims/claim.js';
import { UNKNOWN_LEVEL, type LevelSource, type NormalisedLevel } from '../levels/normalised-level.js';
import { holdingsFrom, type AcceptableMapping, type HoldingInputs, type JudgedCredential } from './holdings-from.js';

interface Statement {
  competencyId?: string | null;
  state?: string;
  level?: NormalisedLevel;
  jsonPath?: string;
}

const at = (level: number, source: LevelSource = 'skill'): NormalisedLevel => ({
  level,
  raw: String(level),
  scale: null,
  jsonPath: '/level',
  source,
  status: 'stated',
});
const noCredit = (reason: NormalisedLevel['reason']): NormalisedLevel => ({
  ...UNKNOWN_LEVEL,
  status: 'no-credit',
  ...(reason && { reason }),
});
const VERIFIED: JudgedCredential = { verdict: 'verified', reasons: ['valid'], recipient: 'match' };

function inputs(
  statements: readonly Statement[],
  judged: JudgedCredential = VERIFIED,
  percents = { proof: 85, trust: 70 },
): HoldingInputs {
  const claims = statements.map(({ jsonPath }, index): Claim => ({
    jsonPath: jsonPath ?? `/${String(index)}`,
    kind: 'tag',
    class: 'skill',
    text: 'x',
    origin: 'issuer',
  }));
  const mappings = statements.map(
    ({ competencyId = 'welding', state = 'mapped_auto' }, claimIndex): AcceptableMapping => ({
      claimIndex,
      competencyId,
      frameworkVersionId: 'v1',
      method: 'identifier',
      score: 10_000,
      state,
      evidence: { jsonPath: '/', text: 'x', matched: 'k' },
    }),
  );
  return {
    credential: { credentialSubject: [{ achievement: [{}, {}] }] },
    claims,
    mappings,
    judged,
    proof: { grade: 'assessed', percent: percents.proof, reason: 'r', jsonPath: '/p' },
    levelOf: (claim) => statements[claims.indexOf(claim)]?.level ?? UNKNOWN_LEVEL,
    trustFor: () => ({ tier: 'known', percent: percents.trust }),
  };
}

describe('holdingsFrom', () => {
  it('gives a competency with its strength', () => {
    // floor(85 x 70 / 100) = floor(59.5) = 59
    expect(holdingsFrom(inputs([{ level: at(3) }]))).toEqual([
      expect.objectContaining({
        competencyId: 'welding',
        strength: 59,
        verdict: 'verified',
        jsonPath: '/0',
        level: at(3),
      }),
    ]);
  });

  it('asks the trust for each competency', () => {
    const given = {
      ...inputs([{}, { competencyId: 'drawing' }]),
      trustFor: (id: string) => ({ tier: 't', percent: id === 'welding' ? 100 : 0 }),
    };
    // floor(85 x 0 / 100) = 0; floor(85 x 100 / 100) = 85
    expect(holdingsFrom(given).map((draft) => [draft.competencyId, draft.strength])).toEqual([
      ['drawing', 0],
      ['welding', 85],
    ]);
  });

  it('counts a skill once, with the best known level', () => {
    const drafts = holdingsFrom(inputs([{}, { level: at(2) }, { level: at(4) }, {}]));
    expect(drafts.map((draft) => [draft.level.level, draft.jsonPath])).toEqual([[4, '/2']]);
  });

  it('believes what the person reached before what the badge aims at', () => {
    expect(holdingsFrom(inputs([{ level: at(5, 'skill') }, { level: at(2, 'result') }]))[0]?.level.level).toBe(2);
    expect(holdingsFrom(inputs([{ level: at(3, 'qualification') }, { level: at(1, 'skill') }]))[0]?.level.level).toBe(
      1,
    );
  });

  it('does not know the level when no statement does', () => {
    expect(holdingsFrom(inputs([{}, {}]))[0]?.level.level).toBeNull();
  });

  it.each(['suggested', 'unmapped', 'rejected', 'superseded'])('gives nothing for a mapping that is %s', (state) => {
    expect(holdingsFrom(inputs([{ state }]))).toEqual([]);
  });

  it('counts what a person accepted', () => {
    expect(holdingsFrom(inputs([{ state: 'mapped_reviewed' }]))).toHaveLength(1);
  });

  it.each([
    ['of somebody else', { ...VERIFIED, recipient: 'mismatch' }],
    ['of an unknown format', { ...VERIFIED, verdict: 'unsupported', reasons: ['unsupported'] }],
    ['that could not be read', { ...VERIFIED, verdict: 'failed', reasons: ['malformed'] }],
  ] as const)('gives nothing from a credential %s', (_, judged) => {
    expect(holdingsFrom(inputs([{}], judged))).toEqual([]);
  });

  it.each([
    ['unverifiable', ['status_unavailable']],
    ['failed', ['expired']],
  ] as const)('carries the verdict %s along', (verdict, reasons) => {
    expect(holdingsFrom(inputs([{}], { verdict, reasons, recipient: 'not_checked' }))[0]?.verdict).toBe(verdict);
  });

  describe('no credit', () => {
    it('takes the skill away wherever the same achievement states it', () => {
      const failed = {
        level: noCredit('not-completed'),
        jsonPath: '/credentialSubject/0/achievement/0/resultDescription/0/alignment/0',
      };
      const stated = { level: at(4), jsonPath: '/credentialSubject/0/achievement/0/alignment/0' };
      expect(holdingsFrom(inputs([stated, failed]))).toEqual([]);
    });

    it('leaves the skill that another achievement gives', () => {
      const failed = { level: noCredit('not-completed'), jsonPath: '/credentialSubject/0/achievement/0/alignment/0' };
      const passed = { level: at(4), jsonPath: '/credentialSubject/0/achievement/1/alignment/0' };
      expect(holdingsFrom(inputs([failed, passed]))).toHaveLength(1);
    });

    it('of one rubric level does not touch the level that was reached', () => {
      const base = '/credentialSubject/0/achievement/0/resultDescription/0/rubricCriterionLevel';
      const higher = { level: noCredit('rubric-level-not-reached'), jsonPath: `${base}/1/alignment/0` };
      const reached = { level: at(3, 'rubric'), jsonPath: `${base}/0/alignment/0` };
      expect(holdingsFrom(inputs([higher, reached])).map((draft) => draft.level.level)).toEqual([3]);
    });
  });

  it('gives each competency once, never stronger than proof or trust, whatever the order of statements', () => {
    const anyStatement = fc.record({
      competencyId: fc.constantFrom('a', 'b', 'c'),
      state: fc.constantFrom('mapped_auto', 'mapped_reviewed', 'suggested'),
      level: fc.constantFrom(UNKNOWN_LEVEL, at(1), at(5), at(3, 'result'), noCredit('not-completed')),
    });
    const anyPercents = fc.record({ proof: fc.integer({ min: 0, max: 100 }), trust: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(fc.array(anyStatement, { maxLength: 12 }), anyPercents, (statements, percents) => {
        const drafts = holdingsFrom(inputs(statements, VERIFIED, percents));
        const ids = drafts.map((draft) => draft.competencyId);
        expect(ids).toEqual([...new Set(ids)].toSorted());
        for (const draft of drafts)
          expect(draft.strength).toBeLessThanOrEqual(Math.min(percents.proof, percents.trust));
        const reversed = holdingsFrom(inputs(statements.toReversed(), VERIFIED, percents));
        const inShort = (all: typeof drafts) =>
          all.map(({ competencyId, level, strength }) => [competencyId, level.level, strength]);
        expect(inShort(reversed)).toEqual(inShort(drafts));
      }),
    );
  });
});
