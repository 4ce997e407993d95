import { Injectable } from '@nestjs/common';
import { HoldingStore } from '../../candidates/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { PeriodicTasks } from '../../platform/schedule/index.js';
import { RoleProfiles } from '../../roles/index.js';
import { ScoringPolicies } from '../../scoring/index.js';
import { changeBetween, MOST_QUALIFIED, standingOf } from '../domain/watched-ranking.js';
import { type RankingWatch, RankingWatchRepository, type SeenState } from '../persistence/ranking-watch.repository.js';
import { RankCandidates } from './rank-candidates.js';

const EVERY_MS = 2_000;
/** Many changes after each other, as during an import, are looked at together. */
const LEAST_AGE_SECONDS = 2;
/** Time alone moves people, when holdings become too old or end. */
const MOST_AGE_SECONDS = 3_600;

/** Looks at watched rankings again once something that they depend on has changed, and tells who moved. */
@Injectable()
export class CheckWatches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly watches: RankingWatchRepository,
    private readonly profiles: RoleProfiles,
    private readonly policies: ScoringPolicies,
    private readonly holdings: HoldingStore,
    private readonly rankings: RankCandidates,
    private readonly outbox: Outbox,
    tasks: PeriodicTasks,
  ) {
    tasks.add({ name: 'ranking.watches', everyMs: EVERY_MS, run: () => this.run() });
  }

  async run(): Promise<void> {
    const organizations = await this.unitOfWork.runAsSystem((tx) => this.watches.organizations(tx));
    for (const organizationId of organizations) {
      const due = await this.unitOfWork.run(organizationId, (tx) => this.due(tx));
      for (const watch of due) await this.check(organizationId, watch);
    }
  }

  private async due(tx: Transaction): Promise<RankingWatch[]> {
    const due: RankingWatch[] = [];
    const sequence = await this.holdings.sequence(tx);
    const { version: policyVersion } = await this.policies.inForce(tx);
    for (const watch of await this.watches.all(tx)) {
      const { publishedVersion: profileVersion } = await this.profiles.present(tx, watch.roleProfileId);
      if (profileVersion !== null && isDue(watch, { sequence, profileVersion, policyVersion })) due.push(watch);
    }
    return due;
  }

  private async check(organizationId: string, watch: RankingWatch): Promise<void> {
    const { roleProfileId, first } = watch;
    const { answer, basis, sequence } = await this.rankings.run(organizationId, {
      profileId: roleProfileId,
      limit: MOST_QUALIFIED,
    });
    const standing = standingOf(answer.rows, answer.totals.qualified, first);
    const { profileVersion, policyVersion } = basis;
    // What was read before the ranking is never newer than it; a change between the two is looked at once more.
    const seen = { sequence, profileVersion, policyVersion };
    const change = watch.standing === null ? undefined : changeBetween(watch.standing, standing);
    await this.unitOfWork.run(organizationId, async (tx) => {
      if (!(await this.watches.keep(tx, watch, seen, standing)) || change === undefined) return;
      await this.outbox.publish(tx, {
        topic: 'ranking.changed',
        payload: { roleProfileId, profileVersion, first, sequence, ...change },
      });
    });
  }
}

function isDue({ seen, ageSeconds }: RankingWatch, now: SeenState): boolean {
  if (seen === null || ageSeconds === null) return true;
  const isSame =
    seen.sequence === now.sequence &&
    seen.profileVersion === now.profileVersion &&
    seen.policyVersion === now.policyVersion;
  return ageSeconds >= (isSame ? MOST_AGE_SECONDS : LEAST_AGE_SECONDS);
}
