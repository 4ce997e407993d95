import { tierFor, type TrustDecision } from './tier.js';

const all = (tier: TrustDecision['tier']): TrustDecision => ({ tier, competencyIds: null });
const only = (tier: TrustDecision['tier'], ...competencyIds: string[]): TrustDecision => ({ tier, competencyIds });
const stranger = { issuerIsHolder: false, isRecognized: false };
const recognized = { issuerIsHolder: false, isRecognized: true };
const holder = { issuerIsHolder: true, isRecognized: true };

describe('tierFor', () => {
  it('is known without a decision, and recognized where others vouch for the issuer', () => {
    expect(tierFor([], 'welding', stranger)).toBe('known');
    expect(tierFor([], 'welding', recognized)).toBe('recognized');
  });

  it('follows what was decided whoever vouches for the issuer', () => {
    for (const tier of ['trusted', 'known', 'blocked'] as const)
      expect(tierFor([all(tier)], 'welding', recognized)).toBe(tier);
    expect(tierFor([only('known', 'welding')], 'first-aid', recognized)).toBe('recognized');
  });

  it('follows the decision about the competency before the one about the issuer', () => {
    const decisions = [all('recognized'), only('blocked', 'welding')];
    expect(tierFor(decisions, 'welding', stranger)).toBe('blocked');
    expect(tierFor(decisions, 'first-aid', stranger)).toBe('recognized');
  });

  it('lets nobody vouch for oneself, whatever was decided, but keeps a block', () => {
    expect(tierFor([], 'welding', holder)).toBe('self_issued');
    expect(tierFor([all('trusted')], 'welding', holder)).toBe('self_issued');
    expect(tierFor([all('blocked')], 'welding', holder)).toBe('blocked');
  });
});
