/** How far the organization believes an issuer. */
export const TIERS = ['trusted', 'recognized', 'known', 'self_issued', 'blocked'] as const;
export type Tier = (typeof TIERS)[number];

/** A decision in force: for everything the issuer says, or only for some competencies. */
export interface TrustDecision {
  readonly tier: Tier;
  /** null: for all competencies. */
  readonly competencyIds: readonly string[] | null;
}

/**
 * The tier that counts for an issuer's word on a competency: a decision about that competency, else one about the issuer,
 * else what is known without a decision: `recognized` where a registry lists it or a trusted issuer endorses it, else
 * `known`. Nobody vouches for oneself: an issuer that is the candidate is `self_issued` unless it is blocked.
 *
 * @param about whether issuer and candidate are one, and whether others recognize the issuer
 */
export function tierFor(
  decisions: readonly TrustDecision[],
  competencyId: string,
  { issuerIsHolder, isRecognized }: { readonly issuerIsHolder: boolean; readonly isRecognized: boolean },
): Tier {
  const particular = decisions.find((d) => d.competencyIds?.includes(competencyId) ?? false);
  const general = decisions.find((d) => d.competencyIds === null);
  const decided = (particular ?? general)?.tier;
  if (issuerIsHolder) return decided === 'blocked' ? 'blocked' : 'self_issued';
  return decided ?? (isRecognized ? 'recognized' : 'known');
}
