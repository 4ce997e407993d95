import { Injectable } from '@nestjs/common';
import type { Principal } from '../../identity/index.js';
import {
  type CommandOnMapping,
  type ForeseenDecision,
  MOST_REHEARSED,
  RehearseDecisions,
} from '../../mapping/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { type ProfilePage, RehearsedMoves, type RehearsedMovesFound } from '../../ranking/index.js';

export interface DecisionsPreview {
  readonly decisions: readonly ForeseenDecision[];
  /** Null where more credentials would be mapped again than a preview does. */
  readonly found: RehearsedMovesFound | null;
}

/** What decisions on mappings would change, and who would move in each published profile. Nothing is kept. */
@Injectable()
export class PreviewDecisions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rehearsal: RehearseDecisions,
    private readonly moves: RehearsedMoves,
  ) {}

  /** @throws {NotFound} @throws {Conflict} @throws {Invalid} as deciding would */
  one({ mappingId, ...command }: CommandOnMapping, actor: Principal, page: ProfilePage): Promise<DecisionsPreview> {
    return this.run(actor, page, async (tx) => [await this.rehearsal.foresee(tx, mappingId, command)]);
  }

  /** @throws {Invalid} `decision-refused`, pointing to the one that cannot be taken and naming why */
  many(commands: readonly CommandOnMapping[], actor: Principal, page: ProfilePage): Promise<DecisionsPreview> {
    return this.run(actor, page, (tx) => this.rehearsal.foreseeAll(tx, commands));
  }

  private async run(
    actor: Principal,
    page: ProfilePage,
    foresee: (tx: Transaction) => Promise<readonly ForeseenDecision[]>,
  ): Promise<DecisionsPreview> {
    const likely = await this.rehearsal.likelyMeanings(actor.organizationId);
    return this.unitOfWork.rehearse(actor.organizationId, async (tx) => {
      const decisions = await foresee(tx);
      const credentialIds = await this.rehearsal.credentialIds(tx, decisions);
      if (credentialIds.length > MOST_REHEARSED) return { decisions, found: null };
      const found = await this.moves.of(tx, page, () =>
        this.rehearsal.takePlace(tx, decisions, credentialIds, actor, likely),
      );
      return { decisions, found };
    });
  }
}
