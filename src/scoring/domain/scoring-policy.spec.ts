import { CREDENCE_1_RELATIONS } from '../../frameworks/domain/relations.js';
import { DEFAULT_SCORING_POLICY } from './scoring-policy.js';

describe('the default scoring policy', () => {
  it('has the percents of formula credence-1', () => {
    expect(DEFAULT_SCORING_POLICY).toMatchObject({
      ladder: { 'assessed-with-evidence': 100, assessed: 85, completed: 60, attended: 30, 'self-asserted': 0 },
      tiers: { trusted: 100, recognized: 90, known: 70, self_issued: 0, blocked: 0 },
      relations: CREDENCE_1_RELATIONS,
      thresholds: { fullRelation: 80, metStrength: 50 },
      unknownLevelPercent: 50,
    });
  });
});
