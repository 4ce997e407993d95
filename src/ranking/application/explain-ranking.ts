import { Injectable } from '@nestjs/common';
import { Candidates } from '../../candidates/index.js';
import { CompetencyReader } from '../../frameworks/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { compare } from '../domain/compare.js';
import type { Comparison, ComparedExplanation } from '../domain/comparison.js';
import { type CompiledProfile, compileProfile } from '../domain/compiled-profile.js';
import { explain } from '../domain/explain.js';
import type { Explanation } from '../domain/explanation.js';
import { CandidateHoldings } from '../persistence/candidate-holdings.repository.js';
import { FrameworkRepository } from '../persistence/framework.repository.js';
import type { RankedCandidate } from '../domain/ranking.js';
import { RankingEngine } from './ranking-engine.js';
import { type RankingGround, RankingGrounds } from './ranking-ground.js';
import { ReadingSnapshot } from './reading-snapshot.js';

/** In which ranking candidates are explained. */
export interface ExplanationWish {
  readonly profileId: string;
  readonly asOf?: Date | undefined;
  /** The pool; a candidate who did not apply stands where they would if they had. */
  readonly job?: string | undefined;
}

type Sequenced<T> = T & { readonly sequence: number };

/** Why candidates stand where they stand, for anyone in the organization, on the list or not. */
@Injectable()
export class ExplainRanking {
  constructor(
    private readonly snapshot: ReadingSnapshot,
    private readonly grounds: RankingGrounds,
    private readonly engine: RankingEngine,
    private readonly frameworks: FrameworkRepository,
    private readonly holdings: CandidateHoldings,
    private readonly competencies: CompetencyReader,
    private readonly candidates: Candidates,
    private readonly clock: Clock,
  ) {}

  /** @throws {NotFound} @throws {CandidateGone} @throws {NotPublished} */
  one(organizationId: string, wish: ExplanationWish, candidateId: string): Promise<Sequenced<Explanation>> {
    return this.snapshot.run(organizationId, async (tx) => {
      const { ground, explained } = await this.explainAll(tx, wish, [candidateId]);
      return { ...this.of(explained, candidateId).explanation, sequence: ground.sequence };
    });
  }

  /** @throws {NotFound} @throws {CandidateGone} @throws {NotPublished} */
  pair(organizationId: string, wish: ExplanationWish, a: string, b: string): Promise<Sequenced<Comparison>> {
    return this.snapshot.run(organizationId, async (tx) => {
      const { ground, explained } = await this.explainAll(tx, wish, [a, b]);
      return { ...compare(this.of(explained, a), this.of(explained, b), ground.basis), sequence: ground.sequence };
    });
  }

  private async explainAll(
    tx: Transaction,
    wish: ExplanationWish,
    candidateIds: readonly string[],
  ): Promise<{ ground: RankingGround; explained: readonly ComparedExplanation[] }> {
    const asOf = wish.asOf ?? this.clock.now();
    const ground = await this.grounds.lay(tx, wish.profileId, asOf);
    for (const id of candidateIds) await this.candidates.present(tx, id);
    const { profile, policy } = ground;
    const limit = candidateIds.length;
    const answer = await this.engine.rank(tx, { profile, policy, asOf, job: wish.job, candidateIds, limit });
    const competencyIds = profile.requirements.map(({ competencyId }) => competencyId);
    const edges = await this.frameworks.edgesAround(tx, competencyIds, policy.relations);
    const compiled = compileProfile(profile, edges, policy, asOf);
    const explained: ComparedExplanation[] = [];
    for (const row of answer.rows) explained.push(await this.explainRow(tx, compiled, ground, row, answer.poolSize));
    return { ground, explained };
  }

  private async explainRow(
    tx: Transaction,
    compiled: CompiledProfile,
    { basis }: RankingGround,
    { candidateId, ordinal, rank }: RankedCandidate,
    poolSize: number,
  ): Promise<ComparedExplanation> {
    const holdings = await this.holdings.of(tx, candidateId);
    const named = [
      ...compiled.profile.requirements.map(({ competencyId }) => competencyId),
      ...holdings.map(({ competencyId }) => competencyId),
      ...holdings.flatMap(({ competencyId }) =>
        compiled.requirements.flatMap(({ relations }) => relations.get(competencyId)?.path ?? []),
      ),
    ];
    const summaries = await this.competencies.summaries(tx, named);
    const place = { candidateId, rank, poolSize };
    const anchorOf = await this.competencies.levelAnchors(tx, named);
    const labelOf = (id: string) => summaries.get(id)?.label ?? id;
    return { ordinal, explanation: explain(compiled, holdings, place, basis, labelOf, anchorOf) };
  }

  private of(explained: readonly ComparedExplanation[], candidateId: string): ComparedExplanation {
    const found = explained.find(({ explanation }) => explanation.candidateId === candidateId);
    if (found === undefined) throw new Error('a candidate who is present is in the ranking');
    return found;
  }
}
