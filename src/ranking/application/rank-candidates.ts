import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { FULL_FIT } from '../domain/fit.js';
import type { Band } from '../domain/gates.js';
import { totalOf } from '../domain/group-total.js';
import type { RankingAnswer, RankingPosition } from '../domain/ranking.js';
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
  readonly after?: ContinuedRanking | undefined;
}

/** Where a ranking goes on, and what it was made with: its pages agree although time goes on. */
export interface ContinuedRanking extends RankingPosition {
  readonly asOf: Date;
  readonly profileVersion: number;
}

export interface Ranking extends RankingGround {
  readonly answer: RankingAnswer;
  readonly maxScore: number;
}

/** The candidates of a pool against the latest published version of a role profile. */
@Injectable()
export class RankCandidates {
  constructor(
    private readonly snapshot: ReadingSnapshot,
    private readonly grounds: RankingGrounds,
    private readonly engine: RankingEngine,
    private readonly clock: Clock,
  ) {}

  /** @throws {NotFound} @throws {NotPublished} */
  run(organizationId: string, wish: RankingWish): Promise<Ranking> {
    const { after, profileId, ...filters } = wish;
    const asOf = after?.asOf ?? wish.asOf ?? this.clock.now();
    return this.snapshot.run(organizationId, async (tx) => {
      const ground = await this.grounds.lay(tx, profileId, asOf, after?.profileVersion);
      const { profile, policy } = ground;
      const answer = await this.engine.rank(tx, { ...filters, profile, policy, asOf, after });
      const maxScore = totalOf(
        profile,
        profile.requirements.map(({ weight }) => weight * FULL_FIT),
      );
      return { ...ground, answer, maxScore };
    });
  }
}
