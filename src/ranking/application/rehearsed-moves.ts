import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { RoleProfiles } from '../../roles/index.js';
import { ScoringPolicies } from '../../scoring/index.js';
import { PoolStandings } from '../persistence/pool-standings.js';
import { movesAfter, type MovesInProfiles, type ProfilePage } from './moves-in-profiles.js';

export interface RehearsedMovesFound extends MovesInProfiles {
  readonly policyVersion: number;
  readonly asOf: Date;
}

/** Who moves in published profiles when something happens that is rehearsed: done in a transaction that is taken back. */
@Injectable()
export class RehearsedMoves {
  constructor(
    private readonly policies: ScoringPolicies,
    private readonly profiles: RoleProfiles,
    private readonly standings: PoolStandings,
    private readonly clock: Clock,
  ) {}

  /** @param tx of `UnitOfWork.rehearse` */
  async of(tx: Transaction, page: ProfilePage, happens: () => Promise<void>): Promise<RehearsedMovesFound> {
    const asOf = this.clock.now();
    const policy = await this.policies.inForce(tx);
    const found = await movesAfter(tx, this.profiles, page, happens, (profile) =>
      this.standings.of(tx, { profile, policy, asOf }),
    );
    return { policyVersion: policy.version, asOf, ...found };
  }
}
