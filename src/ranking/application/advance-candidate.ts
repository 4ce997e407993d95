import { Injectable } from '@nestjs/common';
import { Candidates } from '../../candidates/index.js';
import { CompetencyReader } from '../../frameworks/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Invalid } from '../../platform/errors/index.js';
import { advanceOf } from '../domain/advance/advance.js';
import { type CompiledProfile, compileProfile } from '../domain/compiled-profile.js';
import type { CompetencyName, RankingBasis } from '../domain/explanation.js';
import { missingFor } from '../domain/missing.js';
import type { MovePlace } from '../domain/moves.js';
import { compareStandings, type Standing } from '../domain/order.js';
import { scoreRequirement } from '../domain/score-requirement.js';
import { scoreCandidate } from '../domain/score-candidate.js';
import type { RequirementState } from '../domain/states.js';
import { CandidateHoldings } from '../persistence/candidate-holdings.repository.js';
import { FrameworkRepository } from '../persistence/framework.repository.js';
import type { ExplanationWish } from './explain-ranking.js';
import { RankingEngine } from './ranking-engine.js';
import { RankingGrounds } from './ranking-ground.js';
import { ReadingSnapshot } from './reading-snapshot.js';

export interface NamedStep {
  readonly requirementId: string;
  readonly competency: CompetencyName;
  readonly state: RequirementState;
  readonly step: string;
  /** What is shown now, in words. */
  readonly text: string;
}

export interface CandidateAdvance extends RankingBasis {
  readonly candidateId: string;
  readonly goal: 'qualified' | 'rank';
  /** The rank to reach, where that is the goal. */
  readonly passing: number | null;
  readonly now: MovePlace;
  /** null when proving everything would not reach the goal. */
  readonly after: MovePlace | null;
  readonly steps: readonly NamedStep[];
  readonly smallest: boolean;
  readonly sequence: number;
}

class NoSuchRank extends Invalid {
  constructor(others: number) {
    super('no-such-rank', `There are only ${others} others in the pool.`, [
      { pointer: '/passing', code: 'no-such-rank', message: `must be at most ${others}` },
    ]);
  }
}

/** The fewest full proofs that would make a candidate qualified, or pass a rank; found and then scored again. */
@Injectable()
export class AdvanceCandidate {
  constructor(
    private readonly snapshot: ReadingSnapshot,
    private readonly grounds: RankingGrounds,
    private readonly engine: RankingEngine,
    private readonly frameworks: FrameworkRepository,
    private readonly holdings: CandidateHoldings,
    private readonly candidates: Candidates,
    private readonly competencies: CompetencyReader,
    private readonly clock: Clock,
  ) {}

  /**
   * @param passing the rank to reach; null for the band `qualified`
   * @throws {NotFound} @throws {CandidateGone} @throws {NotPublished} @throws {NoSuchRank}
   */
  of(
    organizationId: string,
    { profileId, job, asOf = this.clock.now() }: ExplanationWish,
    candidateId: string,
    passing: number | null,
  ): Promise<CandidateAdvance> {
    return this.snapshot.run(organizationId, async (tx) => {
      const { profile, policy, basis, sequence } = await this.grounds.lay(tx, profileId, asOf);
      const candidate = await this.candidates.present(tx, candidateId);
      // Given at the commit that creates the record, so that whoever is read has one.
      const ordinal = candidate.ordinal ?? Number.MAX_SAFE_INTEGER;
      const competencyIds = profile.requirements.map(({ competencyId }) => competencyId);
      const edges = await this.frameworks.edgesAround(tx, competencyIds, policy.relations);
      const compiled = compileProfile(profile, edges, policy, asOf);
      const held = await this.holdings.of(tx, candidateId);
      const pool = await this.engine.order(tx, { profile, policy, asOf, job });
      const others = pool.filter((standing) => standing.candidateId !== candidateId);
      const goal = passing === null ? null : (others[passing - 1] ?? null);
      if (passing !== null && goal === null) throw new NoSuchRank(others.length);
      const found = advanceOf(compiled, held, goal, ordinal);
      const placeOf = (standing: Omit<Standing, 'ordinal'>): MovePlace => ({
        rank: others.filter((other) => compareStandings(other, { ...standing, ordinal }) < 0).length + 1,
        band: standing.band,
        score: standing.score,
      });
      return {
        candidateId,
        goal: passing === null ? ('qualified' as const) : ('rank' as const),
        passing,
        now: placeOf(scoreCandidate(compiled, held)),
        after: found === null ? null : placeOf(found.result),
        steps: await this.named(tx, compiled, held, found?.steps ?? []),
        smallest: found?.smallest ?? true,
        ...basis,
        sequence,
      };
    });
  }

  private async named(
    tx: Transaction,
    compiled: CompiledProfile,
    held: Parameters<typeof scoreCandidate>[1],
    steps: readonly Omit<NamedStep, 'competency' | 'text'>[],
  ): Promise<readonly NamedStep[]> {
    const ids = compiled.profile.requirements.map(({ competencyId }) => competencyId);
    const summaries = await this.competencies.summaries(tx, ids);
    return steps.flatMap((step) => {
      const own = compiled.requirements.find(({ requirement }) => requirement.id === step.requirementId);
      if (own === undefined) return [];
      const { requirement } = own;
      const missing = missingFor(requirement, scoreRequirement(own, held, compiled), compiled.policy);
      const label = summaries.get(requirement.competencyId)?.label ?? requirement.competencyId;
      const text = missing?.text ?? 'it is met; a stronger or closer proof counts more';
      return [{ ...step, competency: { id: requirement.competencyId, label }, text }];
    });
  }
}
