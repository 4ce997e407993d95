import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { RoleProfiles } from '../../roles/index.js';
import { ScoringPolicies, type ScoringPolicyContent } from '../../scoring/index.js';
import { PoolStandings } from '../persistence/pool-standings.js';
import { type MovesInProfiles, movesInProfiles } from './moves-in-profiles.js';
import { RankingEngine } from './ranking-engine.js';
import { ReadingSnapshot } from './reading-snapshot.js';

export interface PolicyPreview extends MovesInProfiles {
  readonly policyVersion: number;
  readonly asOf: Date;
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
      const found = await movesInProfiles(tx, this.profiles, { before, limit }, async (profile) => [
        await this.engine.order(tx, { profile, policy: now, asOf }),
        await this.standings.of(tx, { profile, policy: next, asOf, strength: 'by-policy' }),
      ]);
      return { policyVersion: now.version, asOf, ...found };
    });
  }
}
