import { Injectable } from '@nestjs/common';
import type { Principal } from '../../identity/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { LikelyMeanings } from '../domain/mapping/suggest-unmapped.js';
import { type DecisionEffect, DecisionReachRepository } from '../persistence/decision-reach.repository.js';
import { allOrNone, type CommandOnMapping, DecideMapping } from './decide-mapping.js';
import { type DecisionShown, DecisionsShown } from './decisions-shown.js';
import { type DecisionCommand, DraftDecision, type DraftRule } from './draft-decision.js';
import { LikelyMeaningsSource } from './likely-meanings.js';
import { MapCredential } from './map-credential.js';

/** Each is mapped again in the one transaction that is taken back, while its row is held. */
export const MOST_REHEARSED = 500;

/** A decision that nobody has taken, with what it would change at most: a narrower decision may stand against it. */
export interface ForeseenDecision {
  readonly draft: DraftRule;
  readonly shown: DecisionShown;
  readonly effect: DecisionEffect;
}

/** Decisions as they would turn out, in a transaction that is taken back. */
@Injectable()
export class RehearseDecisions {
  constructor(
    private readonly drafts: DraftDecision,
    private readonly decide: DecideMapping,
    private readonly reach: DecisionReachRepository,
    private readonly shown: DecisionsShown,
    private readonly map: MapCredential,
    private readonly likely: LikelyMeaningsSource,
  ) {}

  /** What mapping needs in memory, read before the transaction so that it does not wait for it. */
  likelyMeanings(organizationId: string): Promise<LikelyMeanings> {
    return this.likely.ofOrganization(organizationId);
  }

  /** @throws {NotFound} @throws {Conflict} @throws {Invalid} as taking it would */
  async foresee(tx: Transaction, mappingId: string, command: DecisionCommand): Promise<ForeseenDecision> {
    return this.withEffect(tx, await this.drafts.of(tx, mappingId, command));
  }

  /** @throws {Invalid} `decision-refused`, pointing to the one that cannot be taken and naming why */
  foreseeAll(tx: Transaction, commands: readonly CommandOnMapping[]): Promise<ForeseenDecision[]> {
    return allOrNone(commands, ({ mappingId, ...command }) => this.foresee(tx, mappingId, command));
  }

  /** Ids of the credentials that are mapped again; one more than {@link MOST_REHEARSED} where there are more. */
  async credentialIds(tx: Transaction, decisions: readonly ForeseenDecision[]): Promise<string[]> {
    const ids = new Set<string>();
    for (const { draft } of decisions) {
      for (const id of await this.reach.credentialIds(tx, draft, null, MOST_REHEARSED + 1)) ids.add(id);
      const named = draft.crosswalkRelation === 'exact' ? draft.claim : undefined;
      if (named) for (const id of await this.reach.naming(tx, named, MOST_REHEARSED + 1)) ids.add(id);
      if (ids.size > MOST_REHEARSED) break;
    }
    return [...ids].sort().slice(0, MOST_REHEARSED + 1);
  }

  /** Takes the decisions and maps the credentials, telling nobody. */
  async takePlace(
    tx: Transaction,
    decisions: readonly ForeseenDecision[],
    credentialIds: readonly string[],
    actor: Principal,
    likely: LikelyMeanings,
  ): Promise<void> {
    for (const { draft } of decisions) await this.decide.rehearse(tx, draft, actor);
    for (const id of credentialIds) await this.map.run(tx, id, likely);
  }

  private async withEffect(tx: Transaction, draft: DraftRule): Promise<ForeseenDecision> {
    const [shown] = await this.shown.of(tx, [draft]);
    if (shown === undefined) throw new Error('what is shown has the order of what was given');
    return { draft, shown, effect: await this.reach.effect(tx, draft) };
  }
}
