import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { tierFor, TRUST_PERCENT, type Tier } from '../domain/tier.js';
import { IssuerRepository } from '../persistence/issuer.repository.js';

/** The tier of an issuer for one competency, with what it is worth. */
export interface TrustInIssuer {
  readonly tier: Tier;
  readonly percent: number;
}

@Injectable()
export class TrustPolicy {
  constructor(private readonly issuers: IssuerRepository) {}

  /**
   * What the issuer's word is worth, by competency. Decisions are read once; the answer is asked as often as needed.
   *
   * @param issuerId null for an issuer that was never met: nothing was decided about it
   * @param issuerIsHolder whether issuer and candidate are one
   */
  async trustIn(
    tx: Transaction,
    issuerId: string | null,
    issuerIsHolder: boolean,
  ): Promise<(competencyId: string) => TrustInIssuer> {
    const decisions = issuerId === null ? [] : await this.issuers.decisionsInForce(tx, issuerId);
    return (competencyId) => {
      const tier = tierFor(decisions, competencyId, issuerIsHolder);
      return { tier, percent: TRUST_PERCENT[tier] };
    };
  }
}
