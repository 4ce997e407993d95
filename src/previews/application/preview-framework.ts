import { Injectable } from '@nestjs/common';
import {
  type ChangedFramework,
  changedFramework,
  ChangeFramework,
  type PlannedVersion,
} from '../../frameworks/index.js';
import type { Principal } from '../../identity/index.js';
import { MOST_REHEARSED, RehearseFramework } from '../../mapping/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { type ProfilePage, RehearsedMoves, type RehearsedMovesFound } from '../../ranking/index.js';

export interface FrameworkPreview {
  readonly changed: ChangedFramework;
  /** Null where more credentials would be mapped again than a preview does. */
  readonly found: RehearsedMovesFound | null;
}

type FrameworkChanges = Parameters<ChangeFramework['planned']>[1];

/** What changes of a framework would do, and who would move in each published profile. Nothing is kept. */
@Injectable()
export class PreviewFramework {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly frameworks: ChangeFramework,
    private readonly rehearsal: RehearseFramework,
    private readonly moves: RehearsedMoves,
  ) {}

  /** @throws {NotFound} @throws {Invalid} as changing it would */
  async changes(id: string, changes: FrameworkChanges, actor: Principal, page: ProfilePage): Promise<FrameworkPreview> {
    return this.run(await this.frameworks.planned(id, changes, actor, anyVersion), actor, page);
  }

  /** @throws {NotFound} as restoring it would */
  async restore(id: string, versionId: string, actor: Principal, page: ProfilePage): Promise<FrameworkPreview> {
    return this.run(await this.frameworks.restored(id, versionId, actor, anyVersion), actor, page);
  }

  private async run(planned: PlannedVersion, actor: Principal, page: ProfilePage): Promise<FrameworkPreview> {
    const likely = await this.rehearsal.likelyMeanings(actor.organizationId);
    return this.unitOfWork.rehearse(actor.organizationId, async (tx) => {
      const outcome: { changed?: ChangedFramework; isTooMuch?: boolean } = {};
      const found = await this.moves.of(tx, page, async () => {
        const made = await this.frameworks.make(tx, planned, `preview ${newId()}`, actor);
        outcome.changed = changedFramework({ ...made, version: planned.framework.version }, true);
        const ids = made.diff === undefined ? [] : await this.rehearsal.credentialIds(tx, made.diff);
        outcome.isTooMuch = ids.length > MOST_REHEARSED;
        if (!outcome.isTooMuch) await this.rehearsal.mapAgain(tx, ids, likely);
      });
      if (outcome.changed === undefined) throw new Error('what happens has happened');
      return { changed: outcome.changed, found: outcome.isTooMuch === true ? null : found };
    });
  }
}

/** Looking needs no entity tag: what is told is of the version in force. */
const anyVersion = (): void => undefined;
