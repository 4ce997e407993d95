import { Injectable } from '@nestjs/common';
import { HoldingStore } from '../../candidates/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { RoleProfiles, type RoleProfileVersion } from '../../roles/index.js';
import { LevelMaps, ScoringPolicies } from '../../scoring/index.js';
import type { RankingBasis } from '../domain/explanation.js';
import { FORMULA, type ScoringPolicy } from '../domain/scoring-policy.js';
import { FrameworkRepository } from '../persistence/framework.repository.js';

/** What a ranking stands on: read once, the same for everyone in it. */
export interface RankingGround {
  readonly profile: RoleProfileVersion;
  readonly policy: ScoringPolicy;
  readonly basis: RankingBasis;
  /** How many changes of holdings the answer has seen. */
  readonly sequence: number;
}

@Injectable()
export class RankingGrounds {
  constructor(
    private readonly profiles: RoleProfiles,
    private readonly policies: ScoringPolicies,
    private readonly levelMaps: LevelMaps,
    private readonly frameworks: FrameworkRepository,
    private readonly holdings: HoldingStore,
  ) {}

  /**
   * @param version a published version; the latest when absent
   * @param policyVersion the policy in force when absent
   * @throws {NotFound} @throws {NotPublished}
   */
  async lay(
    tx: Transaction,
    profileId: string,
    asOf: Date,
    version?: number,
    policyVersion?: number,
  ): Promise<RankingGround> {
    const profile =
      version === undefined
        ? await this.profiles.published(tx, profileId)
        : await this.profiles.version(tx, profileId, version);
    const policy =
      policyVersion === undefined ? await this.policies.inForce(tx) : await this.policies.version(tx, policyVersion);
    const basis = {
      formula: FORMULA,
      policyVersion: policy.version,
      profileVersion: profile.version,
      frameworkVersions: await this.frameworks.versionsInForce(tx),
      levelMapsVersion: (await this.levelMaps.inForce(tx)).version,
      asOf,
    };
    return { profile, policy, basis, sequence: await this.holdings.sequence(tx) };
  }
}
