import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import type { TrustDecision } from '../domain/tier.js';
import { IssuerRepository, type Issuer } from '../persistence/issuer.repository.js';
import { IssuerEndorsements } from './issuer-endorsements.js';
import { requireKnownCompetencies } from './require-known-competencies.js';
import { TrustChanges } from './trust-changes.js';

/** The organization decides how far it believes an issuer; holdings and rankings follow. */
@Injectable()
export class DecideTrust {
  constructor(
    private readonly issuers: IssuerRepository,
    private readonly endorsements: IssuerEndorsements,
    private readonly changes: TrustChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {NotFound} for an issuer that was never met
   * @throws {Invalid} when a competency is not one of the organization's
   */
  async run(
    tx: Transaction,
    issuerId: string,
    decision: TrustDecision & { readonly reason: string },
    actor: Principal,
  ): Promise<Issuer> {
    if ((await this.issuers.find(tx, issuerId)) === undefined) throw new NotFound('issuer');
    const { competencyIds } = decision;
    await requireKnownCompetencies(tx, this.issuers, competencyIds);
    await this.issuers.decide(tx, { ...decision, issuerId, decidedBy: actor.id }, this.clock.now());
    await this.changes.tell(tx, [issuerId]);
    if (competencyIds === null) await this.endorsements.endorserDecided(tx, issuerId);
    await this.audit.record(tx, {
      actor,
      action: 'issuer.trust-decided',
      targetType: 'issuer',
      targetId: issuerId,
      detail: { tier: decision.tier, competencyIds },
    });
    const issuer = await this.issuers.find(tx, issuerId);
    if (issuer === undefined) throw new NotFound('issuer');
    return issuer;
  }
}
