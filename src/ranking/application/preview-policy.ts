import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { RoleProfiles, type RoleProfileVersion } from '../../roles/index.js';
import { ScoringPolicies, type ScoringPolicyContent } from '../../scoring/index.js';
import { type Moves, movesBetween } from '../domain/moves.js';
import { PoolStandings } from '../persistence/pool-standings.js';
import { RankingEngine } from './ranking-engine.js';
import { ReadingSnapshot } from './reading-snapshot.js';

/** Movers named for each profile. */
const MOST_MOVERS = 20;

export interface PolicyPreview {
  readonly policyVersion: number;
  readonly asOf: Date;
  /** One more than was asked for, where there are more. */
  readonly profiles: readonly RoleProfileVersion[];
  /** By role profile; for as many as were asked for. */
  readonly moves: ReadonlyMap<string, Moves>;
}

/** Who would move, in each published profile, if a scoring policy were kept. Nothing is written. */
@Injectable()
export class PreviewPolicy {
  constructor(
    private readonly snapshot: ReadingSnapshot,
    private readonly policies: ScoringPolicies,
    private readonly profiles: RoleProfiles,
    private readonly engine: RankingEngine,
    private readonly standings: PoolStandings,
    private readonly clock: Clock,
  ) {}

  /**
   * @param before id of the last profile of the page before, newest first
   * @throws {PolicyImpossible}
   */
  run(
    organizationId: string,
    content: ScoringPolicyContent,
    before: string | null,
    limit: number,
  ): Promise<PolicyPreview> {
    const asOf = this.clock.now();
    return this.snapshot.run(organizationId, async (tx) => {
      const now = await this.policies.inForce(tx);
      const next = await this.policies.unsaved(tx, content);
      const profiles = await this.profiles.latestVersions(tx, before, limit + 1);
      const moves = new Map<string, Moves>();
      for (const profile of profiles.slice(0, limit)) {
        const was = await this.engine.order(tx, { profile, policy: now, asOf });
        const is = await this.standings.of(tx, { profile, policy: next, asOf, strength: 'by-policy' });
        moves.set(profile.roleProfileId, movesBetween(was, is, MOST_MOVERS));
      }
      return { policyVersion: now.version, asOf, profiles, moves };
    });
  }
}
