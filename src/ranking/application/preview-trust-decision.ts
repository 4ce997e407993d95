import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { RoleProfiles, type RoleProfileVersion } from '../../roles/index.js';
import { ScoringPolicies } from '../../scoring/index.js';
import { PreviewTrust, type TrustDecision } from '../../trust/index.js';
import { type Moves, movesBetween } from '../domain/moves.js';
import { PoolStandings } from '../persistence/pool-standings.js';
import { type StrengthChanges, StrengthChangesRepository } from '../persistence/strength-changes.repository.js';
import { ReadingSnapshot } from './reading-snapshot.js';

/** Movers named for each profile. */
const MOST_MOVERS = 20;

export interface TrustDecisionPreview {
  readonly asOf: Date;
  readonly policyVersion: number;
  readonly strengths: StrengthChanges;
  /** Issuers whose holdings were looked at: the one decided about, and those whom it endorses. */
  readonly issuerIds: readonly string[];
  /** One more than was asked for, where there are more. */
  readonly profiles: readonly RoleProfileVersion[];
  /** By role profile; for as many as were asked for. */
  readonly moves: ReadonlyMap<string, Moves>;
}

/** Whose holdings would be worth something else, and who would move, if a decision about an issuer were kept. */
@Injectable()
export class PreviewTrustDecision {
  constructor(
    private readonly snapshot: ReadingSnapshot,
    private readonly trust: PreviewTrust,
    private readonly policies: ScoringPolicies,
    private readonly profiles: RoleProfiles,
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
      const profiles = await this.profiles.latestVersions(tx, before, limit + 1);
      const moves = new Map<string, Moves>();
      for (const profile of profiles.slice(0, limit)) {
        const was = await this.standings.of(tx, { profile, policy, asOf });
        const is = await this.standings.of(tx, { profile, policy, asOf, tiers });
        moves.set(profile.roleProfileId, movesBetween(was, is, MOST_MOVERS));
      }
      const issuerIds = [...new Set(tiers.map((one) => one.issuerId))];
      return { asOf, policyVersion: policy.version, strengths, issuerIds, profiles, moves };
    });
  }
}
