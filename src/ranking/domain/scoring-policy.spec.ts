import { CREDENCE_1_RELATIONS } from '../../frameworks/domain/relations.js';
import { DEFAULT_PROOF_LADDER } from '../../mapping/domain/proof/proof-ladder.js';
import { TRUST_PERCENT } from '../../trust/domain/tier.js';
import { DEFAULT_SCORING_POLICY } from './scoring-policy.js';

describe('the default scoring policy', () => {
  it('publishes the percents that the holdings were made with', () => {
    expect(DEFAULT_SCORING_POLICY.ladder).toEqual(DEFAULT_PROOF_LADDER);
    expect(DEFAULT_SCORING_POLICY.tiers).toEqual(TRUST_PERCENT);
    expect(DEFAULT_SCORING_POLICY.relations).toEqual(CREDENCE_1_RELATIONS);
  });
});
