import { tierFor, type TrustDecision } from './tier.js';

const all = (tier: TrustDecision['tier']): TrustDecision => ({ tier, competencyIds: null });
const only = (tier: TrustDecision['tier'], ...competencyIds: string[]): TrustDecision => ({ tier, competencyIds });

describe('tierFor', () => {
  it('is known without a decision', () => {
    expect(tierFor([], 'welding', false)).toBe('known');
  });

  it('follows the decision about the competency before the one about the issuer', () => {
    const decisions = [all('recognized'), only('blocked', 'welding')];
    expect(tierFor(decisions, 'welding', false)).toBe('blocked');
    expect(tierFor(decisions, 'first-aid', false)).toBe('recognized');
  });

  it('lets nobody vouch for oneself, whatever was decided, but keeps a block', () => {
    expect(tierFor([all('trusted')], 'welding', true)).toBe('self_issued');
    expect(tierFor([all('blocked')], 'welding', true)).toBe('blocked');
  });
});
