import { checkPolicy } from './check-policy.js';
import { DEFAULT_SCORING_POLICY, type ScoringPolicyContent } from './scoring-policy.js';

const { ladder, tiers, relations, thresholds } = DEFAULT_SCORING_POLICY;
const faults = (change: Partial<ScoringPolicyContent>) =>
  checkPolicy({ ...DEFAULT_SCORING_POLICY, ...change }).map(({ pointer, code }) => [pointer, code]);

describe('checkPolicy', () => {
  it('keeps the default, and equal steps', () => {
    expect(faults({})).toEqual([]);
    expect(
      faults({ ladder: { ...ladder, assessed: 100 }, relations: { ...relations, narrower: [], broader: [] } }),
    ).toEqual([]);
  });

  it.each([
    ['a weaker proof above a stronger', { ladder: { ...ladder, completed: 90 } }, '/ladder/completed', 'out-of-order'],
    ['a lower tier above a higher', { tiers: { ...tiers, known: 95 } }, '/tiers/known', 'out-of-order'],
    ['worth for own word', { ladder: { ...ladder, 'self-asserted': 10 } }, '/tiers/self_issued', 'must-be-nought'],
    ['worth for self-issued', { tiers: { ...tiers, self_issued: 10 } }, '/tiers/self_issued', 'must-be-nought'],
    ['less than all for the same', { relations: { ...relations, same: 90 } }, '/relations/same', 'must-be-full'],
    [
      'more for further steps',
      { relations: { ...relations, narrower: [80, 90] } },
      '/relations/narrower/1',
      'out-of-order',
    ],
    ['a step that counts nothing', { relations: { ...relations, broader: [0] } }, '/relations/broader/0', 'no-step'],
    // 100 x 50 / 100 = 50, and 60 is needed.
    [
      'what nothing can meet',
      { tiers: { ...tiers, trusted: 50, recognized: 50, known: 50 }, thresholds: { ...thresholds, metStrength: 60 } },
      '/thresholds/metStrength',
      'nothing-can-be-met',
    ],
  ])('refuses %s', (_name, change, pointer, code) => {
    expect(faults(change)).toEqual([[pointer, code]]);
  });

  it('refuses worth for what a blocked issuer says', () => {
    expect(faults({ tiers: { ...tiers, self_issued: 0, blocked: 5 } })).toEqual([
      ['/tiers/blocked', 'out-of-order'],
      ['/tiers/blocked', 'must-be-nought'],
    ]);
  });
});
