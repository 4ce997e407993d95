import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Conflict, Invalid, NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { CrosswalkRelation } from '../domain/content/framework-content.js';
import { canonicalKey } from '../domain/identifier/canonical-identifier.js';
import { MAX_KEY_BYTES } from '../domain/identifier/entry-keys.js';
import { canonicalReference } from '../domain/identifier/identifier.js';
import { CrosswalkRepository, type StatedCrosswalk } from '../persistence/crosswalk.repository.js';
import { CompetencyLookup } from './competency-lookup.js';
import { CompetencyResolver } from './competency-resolver.js';

export interface CrosswalkCommand {
  readonly competencyId: string;
  readonly relation: CrosswalkRelation;
  /** A URI in any spelling, or a code with its framework before it. */
  readonly to: string;
  readonly label?: string | undefined;
  readonly confidence?: number | undefined;
}

/** What a decision on a mapping says of a competency that no framework in force has. */
export interface ReviewedCrosswalk {
  readonly competencyId: string;
  readonly relation: 'exact' | 'close';
  /** Canonical key of the other side. */
  readonly key: string;
  readonly label: string | null;
  readonly reviewer: string;
  readonly decisionId: string;
}

/** People say which competency of one framework is which thing of another. */
@Injectable()
export class Crosswalks {
  constructor(
    private readonly crosswalks: CrosswalkRepository,
    private readonly lookup: CompetencyLookup,
    private readonly resolver: CompetencyResolver,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns id of the crosswalk
   * @throws {NotFound} `competency-not-found`
   * @throws {Invalid} `reference-unreadable`, `crosswalk-to-itself`
   * @throws {Conflict} `crosswalk-exists`
   */
  async create(tx: Transaction, command: CrosswalkCommand, actor: Principal): Promise<string> {
    const { competencyId, relation, to, label, confidence } = command;
    const competency = await this.resolver.resolve(tx, { competencyId });
    if (competency === undefined) throw new NotFound('competency');
    const key = keyOf(to);
    const own = (await this.lookup.byIdentifiers(tx, [key])).get(key) ?? [];
    const others = own.filter(({ via }) => via === 'identifier');
    if (others.some((one) => one.competencyId === competency.id)) {
      throw new Invalid('crosswalk-to-itself', 'Both sides are the same competency.');
    }
    const id = newId();
    const stated: StatedCrosswalk = {
      id,
      competencyId: competency.id,
      relation,
      key,
      label: label ?? null,
      toCompetencyId: others[0]?.competencyId ?? null,
      confidence: confidence ?? null,
      source: 'person',
      reviewer: actor.id,
      decisionId: null,
    };
    if (!(await this.crosswalks.add(tx, stated, this.clock.now()))) {
      throw new Conflict('crosswalk-exists', 'Somebody has stated this crosswalk already.');
    }
    await this.tell(tx, 'crosswalk.created', id, { competencyId: competency.id, relation, key }, actor);
    return id;
  }

  /** Whether a key identifies a competency that no framework in force has, so that a crosswalk to it says something. */
  async isForeign(tx: Transaction, key: string): Promise<boolean> {
    if (Buffer.byteLength(key) > MAX_KEY_BYTES) return false;
    const found = (await this.lookup.byIdentifiers(tx, [key])).get(key) ?? [];
    return !found.some(({ via }) => via === 'identifier');
  }

  /** What a decision on a mapping says; nothing where the two are crosswalked already, unless by an inexact one only. */
  async stateByReview(tx: Transaction, review: ReviewedCrosswalk): Promise<void> {
    const { competencyId, key, relation, decisionId } = review;
    const relations = await this.crosswalks.relationsBetween(tx, competencyId, key);
    if (relations.includes('exact') || (relation === 'close' && relations.length > 0)) return;
    const stated = { ...review, id: newId(), toCompetencyId: null, confidence: null, source: 'review' as const };
    await this.crosswalks.add(tx, stated, this.clock.now());
    await this.changed(tx, relation, { crosswalkId: stated.id, key, decisionId });
  }

  /** @returns whether the decision had stated one that nobody has taken back yet */
  async takeBackReview(tx: Transaction, decisionId: string): Promise<boolean> {
    const gone = await this.crosswalks.deleteOfDecision(tx, decisionId);
    for (const { id, relation, key } of gone) await this.changed(tx, relation, { crosswalkId: id, key, decisionId });
    return gone.length > 0;
  }

  /**
   * @throws {NotFound} `crosswalk-not-found`
   * @throws {Conflict} `crosswalk-of-framework`
   */
  async delete(tx: Transaction, id: string, actor: Principal): Promise<void> {
    const found = await this.crosswalks.find(tx, id);
    if (found === undefined) throw new NotFound('crosswalk');
    if (found.source === 'framework') {
      throw new Conflict('crosswalk-of-framework', 'The framework itself states it; import a version without it.');
    }
    await this.crosswalks.delete(tx, id);
    await this.tell(tx, 'crosswalk.deleted', id, { relation: found.relation, key: found.key }, actor);
  }

  private async tell(
    tx: Transaction,
    action: string,
    id: string,
    detail: { relation: string; key: string; competencyId?: string },
    actor: Principal,
  ): Promise<void> {
    await this.changed(tx, detail.relation, { crosswalkId: id, key: detail.key });
    await this.audit.record(tx, { actor, action, targetType: 'crosswalk', targetId: id, detail });
  }

  /** Only what is exactly the same decides what claims mean. */
  private async changed(tx: Transaction, relation: string, payload: Record<string, string>): Promise<void> {
    if (relation === 'exact') await this.outbox.publish(tx, { topic: 'crosswalk.changed', payload });
  }
}

/** @throws {Invalid} `reference-unreadable` */
function keyOf(to: string): string {
  const identifier = canonicalReference(to);
  const key = identifier === undefined ? '' : canonicalKey(identifier);
  if (key !== '' && Buffer.byteLength(key) <= MAX_KEY_BYTES) return key;
  throw new Invalid('reference-unreadable', 'Name the other side by a URI, or a code with its framework before it.', [
    { pointer: '/to', code: 'reference-unreadable', message: 'must be a URI or a code like ESCO:S5.6.1' },
  ]);
}
