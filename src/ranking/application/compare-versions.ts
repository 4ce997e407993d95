import { Injectable } from '@nestjs/common';
import { CompetencyReader } from '../../frameworks/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { diffProfiles, diffSentences, type ProfileDiff, type RoleProfile, RoleProfiles } from '../../roles/index.js';
import { ScoringPolicies } from '../../scoring/index.js';
import { type Moves, movesBetween } from '../domain/moves.js';
import { RankingEngine } from './ranking-engine.js';
import { ReadingSnapshot } from './reading-snapshot.js';

const MOST_MOVERS = 50;

/** A published version by its number, or the draft as it stands. */
export type ComparedVersion = number | 'draft';

export interface VersionComparison {
  readonly from: ComparedVersion;
  readonly to: ComparedVersion;
  readonly diff: ProfileDiff;
  readonly sentences: readonly string[];
  readonly people: Moves;
  readonly policyVersion: number;
  readonly asOf: Date;
}

/** What is different between two states of a profile, in words and in people. */
@Injectable()
export class CompareVersions {
  constructor(
    private readonly snapshot: ReadingSnapshot,
    private readonly profiles: RoleProfiles,
    private readonly policies: ScoringPolicies,
    private readonly engine: RankingEngine,
    private readonly competencies: CompetencyReader,
    private readonly clock: Clock,
  ) {}

  /** @throws {NotFound} */
  run(
    organizationId: string,
    id: string,
    from: ComparedVersion,
    to: ComparedVersion,
    pool: { readonly job?: string | undefined; readonly asOf?: Date | undefined },
  ): Promise<VersionComparison> {
    const { job, asOf = this.clock.now() } = pool;
    return this.snapshot.run(organizationId, async (tx) => {
      const [before, after] = [await this.content(tx, id, from), await this.content(tx, id, to)];
      const policy = await this.policies.inForce(tx);
      const was = await this.engine.order(tx, { profile: before, policy, asOf, job });
      const is = await this.engine.order(tx, { profile: after, policy, asOf, job });
      const diff = diffProfiles(before, after);
      const named = [before, after].flatMap(({ requirements }) => requirements.map(({ competencyId }) => competencyId));
      const labels = await this.competencies.summaries(tx, named);
      return {
        from,
        to,
        diff,
        sentences: diffSentences(diff, (competencyId) => labels.get(competencyId)?.label ?? competencyId),
        people: movesBetween(was, is, MOST_MOVERS),
        policyVersion: policy.version,
        asOf,
      };
    });
  }

  private async content(
    tx: Transaction,
    id: string,
    which: ComparedVersion,
  ): Promise<Pick<RoleProfile, 'title' | 'requirements' | 'groups'>> {
    const draft = await this.profiles.present(tx, id);
    return which === 'draft' ? draft : this.profiles.version(tx, id, which);
  }
}
