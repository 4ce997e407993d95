import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { type Tier, tierFor, type TrustDecision } from '../domain/tier.js';
import { IssuerEndorsementRepository } from '../persistence/issuer-endorsement.repository.js';
import { IssuerRepository } from '../persistence/issuer.repository.js';
import { RegistryEntryRepository } from '../persistence/registry-entry.repository.js';
import { requireKnownCompetencies } from './require-known-competencies.js';

/** What an issuer's word would be worth on one competency, or on all that are not named. */
export interface TierOnCompetency {
  readonly issuerId: string;
  /** null: on every competency without an entry of its own. */
  readonly competencyId: string | null;
  readonly tier: Tier;
}

/** The tiers that would be in force after a decision; nothing is kept. */
@Injectable()
export class PreviewTrust {
  constructor(
    private readonly issuers: IssuerRepository,
    private readonly endorsements: IssuerEndorsementRepository,
    private readonly entries: RegistryEntryRepository,
  ) {}

  /**
   * @returns the tiers of the issuer, and of those whom it endorses where a general decision about it may reach them; always
   *   one for each issuer that names no competency. Not what counts where issuer and candidate are one
   * @throws {NotFound} @throws {Invalid} as the decision itself would
   */
  async after(tx: Transaction, issuerId: string, decision: TrustDecision): Promise<readonly TierOnCompetency[]> {
    if ((await this.issuers.find(tx, issuerId)) === undefined) throw new NotFound('issuer');
    await requireKnownCompetencies(tx, this.issuers, decision.competencyIds);
    const before = await this.issuers.decisionsInForce(tx, issuerId);
    const after = [decision, ...before.filter((one) => !isSameScope(one, decision))];
    const own = tiersBy(issuerId, after, await this.issuers.isRecognized(tx, issuerId));
    if (decision.competencyIds !== null) return own;
    const reached = await this.entries.met(tx, await this.endorsements.endorsedBy(tx, issuerId));
    const tiers = [...own];
    for (const id of reached.filter((one) => one !== issuerId)) {
      const recognized = await this.issuers.isRecognizedWith(tx, id, {
        issuerId,
        isTrusted: decision.tier === 'trusted',
      });
      tiers.push(...tiersBy(id, await this.issuers.decisionsInForce(tx, id), recognized));
    }
    return tiers;
  }
}

function tiersBy(issuerId: string, decisions: readonly TrustDecision[], isRecognized: boolean): TierOnCompetency[] {
  const tierOn = (competencyId: string): Tier =>
    tierFor(decisions, competencyId, { issuerIsHolder: false, isRecognized });
  const named = new Set(decisions.flatMap(({ competencyIds }) => competencyIds ?? []));
  return [
    { issuerId, competencyId: null, tier: tierOn('') },
    ...[...named].map((competencyId) => ({ issuerId, competencyId, tier: tierOn(competencyId) })),
  ];
}

function isSameScope(one: TrustDecision, other: TrustDecision): boolean {
  const scope = ({ competencyIds }: TrustDecision) =>
    JSON.stringify(competencyIds === null ? null : [...competencyIds].sort());
  return scope(one) === scope(other);
}
