import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { PoolStanding } from '../domain/pool-standing.js';
import { RankingEngine } from './ranking-engine.js';
import { type RankingGround, RankingGrounds } from './ranking-ground.js';

/** A whole pool in order, and what the order stands on. */
export interface OrderedPool extends RankingGround {
  /** Best first. */
  readonly standings: readonly PoolStanding[];
}

/** Everyone of a pool by the latest published version of a profile, in order and without reasons. */
@Injectable()
export class PoolOrder {
  constructor(
    private readonly grounds: RankingGrounds,
    private readonly engine: RankingEngine,
  ) {}

  /** @throws {NotFound} @throws {NotPublished} */
  async of(tx: Transaction, profileId: string, job: string | undefined, asOf: Date): Promise<OrderedPool> {
    const ground = await this.grounds.lay(tx, profileId, asOf);
    const { profile, policy } = ground;
    return { ...ground, standings: await this.engine.order(tx, { profile, policy, asOf, job }) };
  }
}
