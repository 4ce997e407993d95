import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { RoleProfiles } from '../../roles/index.js';
import { ScoringPolicies } from '../../scoring/index.js';
import { PreviewTrust, type TrustDecision } from '../../trust/index.js';
import { PoolStandings } from '../persistence/pool-standings.js';
import { type StrengthChanges, StrengthChangesRepository } from '../persistence/strength-changes.repository.js';
import { type MovesInProfiles, movesInProfiles } from './moves-in-profiles.js';
import { RankingEngine } from './ranking-engine.js';
import { ReadingSnapshot } from './reading-snapshot.js';

export interface TrustDecisionPreview extends MovesInProfiles {
  readonly asOf: Date;
  readonly policyVersion: number;
  readonly strengths: StrengthChanges;
  /** Issuers whose holdings were looked at: the one decided about, and those whom it endorses. */
  readonly issuerIds: readonly string[];
}

/** Whose holdings would be worth something else, and who would move, if a decision about an issuer were kept. */
@Injectable()
export class PreviewTrustDecision {
  constructor(
    private readonly snapshot: ReadingSnapshot,
    private readonly trust: PreviewTrust,
    private readonly policies: ScoringPolicies,
    private readonly profiles: RoleProfiles,
    private readonly engine: RankingEngine,
    private readonly standings: PoolStandings,
    private readonly strengths: StrengthChangesRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param before id of the last profile of the page before, newest first
   * @throws {NotFound} @throws {Invalid}
   */
  run(
    organizationId: string,
    issuerId: string,
    decision: TrustDecision,
    before: string | null,
    limit: number,
  ): Promise<TrustDecisionPreview> {
    const asOf = this.clock.now();
    return this.snapshot.run(organizationId, async (tx) => {
      const tiers = await this.trust.after(tx, issuerId, decision);
      const policy = await this.policies.inForce(tx);
      const strengths = await this.strengths.count(tx, policy, tiers);
      const found = await movesInProfiles(tx, this.profiles, { before, limit }, async (profile) => [
        await this.engine.order(tx, { profile, policy, asOf }),
        await this.standings.of(tx, { profile, policy, asOf, tiers }),
      ]);
      const issuerIds = [...new Set(tiers.map((one) => one.issuerId))];
      return { asOf, policyVersion: policy.version, strengths, issuerIds, ...found };
    });
  }
}
