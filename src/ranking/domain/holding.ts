export type HoldingVerdict = 'verified' | 'unverifiable' | 'failed';

/** All that the score knows of a holding. What is not named here cannot enter a score. */
export interface ScorableHolding {
  readonly credentialId: string;
  readonly competencyId: string;
  readonly verdict: HoldingVerdict;
  /** On the organization's scale, 1 upwards; null when the issuer stated none. */
  readonly level: number | null;
  /** How it was shown, percent. */
  readonly proof: number;
  /** How far the issuer is trusted, percent. */
  readonly trust: number;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
}

/** A holding with what the explanation names beside it. */
export interface Holding extends ScorableHolding {
  /** RFC 6901 pointer to the place in the credential that states the competency. */
  readonly jsonPath: string;
  /** Trust tier of the issuer by name. */
  readonly tier: string;
}

/** @returns whole percent, 0 to 100 */
export function strengthPercent(holding: Pick<ScorableHolding, 'proof' | 'trust'>): number {
  return Math.floor((holding.proof * holding.trust) / 100);
}
