import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { tierFor, type Tier } from '../domain/tier.js';
import { IssuerRepository } from '../persistence/issuer.repository.js';

@Injectable()
export class TrustPolicy {
  constructor(private readonly issuers: IssuerRepository) {}

  /**
   * The tier of the issuer's word, by competency. Decisions are read once; the answer is asked as often as needed.
   *
   * @param issuerId null for an issuer that was never met: nothing was decided about it
   * @param issuerIsHolder whether issuer and candidate are one
   */
  async tierOf(
    tx: Transaction,
    issuerId: string | null,
    issuerIsHolder: boolean,
  ): Promise<(competencyId: string) => Tier> {
    const decisions = issuerId === null ? [] : await this.issuers.decisionsInForce(tx, issuerId);
    const isRecognized = issuerId !== null && (await this.issuers.isRecognized(tx, issuerId));
    return (competencyId) => tierFor(decisions, competencyId, { issuerIsHolder, isRecognized });
  }
}
