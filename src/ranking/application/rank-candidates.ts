import { Injectable } from '@nestjs/common';
import type { ProofGrade } from '../../scoring/index.js';
import { Clock } from '../../platform/clock/index.js';
import { FULL_FIT } from '../domain/fit.js';
import type { Band } from '../domain/gates.js';
import { totalOf } from '../domain/group-total.js';
import type { RankingAnswer, RankingPosition } from '../domain/ranking.js';
import type { FilterEffect, PoolFilter } from '../domain/pool-filter.js';
import { filterEffects, FilterPool } from './filter-pool.js';
import { RankingEngine } from './ranking-engine.js';
import { type RankingGround, RankingGrounds } from './ranking-ground.js';
import { ReadingSnapshot } from './reading-snapshot.js';

export interface RankingWish {
  readonly profileId: string;
  readonly limit: number;
  readonly asOf?: Date | undefined;
  readonly job?: string | undefined;
  readonly bands?: readonly Band[] | undefined;
  readonly q?: string | undefined;
  readonly filter?: WishedFilter | undefined;
  readonly after?: ContinuedRanking | undefined;
}

/** Filters that look at how requirements are met. */
export interface WishedFilter extends Pick<PoolFilter, 'states' | 'shortOnly' | 'tiers'> {
  /** The weakest kind of proof that passes. */
  readonly proof?: ProofGrade | undefined;
}

/** Where a ranking goes on, and what it was made with: its pages agree although time goes on. */
export interface ContinuedRanking extends RankingPosition {
  readonly asOf: Date;
  readonly profileVersion: number;
}

export interface Ranking extends RankingGround {
  readonly answer: RankingAnswer;
  readonly maxScore: number;
  readonly filters: readonly FilterEffect[];
}

/** The candidates of a pool against the latest published version of a role profile. */
@Injectable()
export class RankCandidates {
  constructor(
    private readonly snapshot: ReadingSnapshot,
    private readonly grounds: RankingGrounds,
    private readonly engine: RankingEngine,
    private readonly pools: FilterPool,
    private readonly clock: Clock,
  ) {}

  /** @throws {NotFound} @throws {NotPublished} @throws {Invalid} `filters-impossible` */
  run(organizationId: string, wish: RankingWish): Promise<Ranking> {
    const { after, profileId, filter: wished = { states: [] }, ...shown } = wish;
    const asOf = after?.asOf ?? wish.asOf ?? this.clock.now();
    return this.snapshot.run(organizationId, async (tx) => {
      const ground = await this.grounds.lay(tx, profileId, asOf, after?.profileVersion);
      const { profile, policy } = ground;
      const { proof, ...parts } = wished;
      const leastProof = proof === undefined ? undefined : policy.ladder[proof];
      const filter = { ...parts, leastProof, q: wish.q, bands: wish.bands };
      const filtered = await this.pools.run(tx, { profile, policy, asOf, job: wish.job }, filter);
      const request = { ...shown, profile, policy, asOf, after, ordinals: filtered?.ordinals };
      const answer = await this.engine.rank(tx, request);
      const maxScore = totalOf(
        profile,
        profile.requirements.map(({ weight }) => weight * FULL_FIT),
      );
      return { ...ground, answer, maxScore, filters: filterEffects(filter, answer, filtered) };
    });
  }
}
