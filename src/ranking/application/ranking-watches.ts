import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound } from '../../platform/errors/index.js';
import { RoleProfiles } from '../../roles/index.js';
import { type RankingWatch, RankingWatchRepository } from '../persistence/ranking-watch.repository.js';

const MAX_WATCHES = 50;

/** Which role profiles an organization wants to hear of when their ranking changes. */
@Injectable()
export class RankingWatches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: RoleProfiles,
    private readonly watches: RankingWatchRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws {NotFound}, {Invalid} `too-many-watches` */
  set(actor: Principal, roleProfileId: string, first: number): Promise<RankingWatch> {
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      await this.profiles.present(tx, roleProfileId);
      if ((await this.watches.countOthers(tx, roleProfileId)) >= MAX_WATCHES) {
        throw new Invalid('too-many-watches', `An organization may watch ${MAX_WATCHES} role profiles. End one first.`);
      }
      await this.watches.set(tx, roleProfileId, first);
      await this.audit.record(tx, {
        actor,
        action: 'ranking.watched',
        targetType: 'role-profile',
        targetId: roleProfileId,
        detail: { first },
      });
      return present(await this.watches.find(tx, roleProfileId));
    });
  }

  /** @throws {NotFound} */
  find(organizationId: string, roleProfileId: string): Promise<RankingWatch> {
    return this.unitOfWork.run(organizationId, async (tx) => present(await this.watches.find(tx, roleProfileId)));
  }

  /** @throws {NotFound} */
  async end(actor: Principal, roleProfileId: string): Promise<void> {
    await this.unitOfWork.run(actor.organizationId, async (tx) => {
      if (!(await this.watches.remove(tx, roleProfileId))) throw new NotFound('ranking watch');
      await this.audit.record(tx, {
        actor,
        action: 'ranking.unwatched',
        targetType: 'role-profile',
        targetId: roleProfileId,
      });
    });
  }
}

function present(watch: RankingWatch | undefined): RankingWatch {
  if (watch === undefined) throw new NotFound('ranking watch');
  return watch;
}
