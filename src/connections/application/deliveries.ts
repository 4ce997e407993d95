import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Conflict, NotFound } from '../../platform/errors/index.js';
import type { HookOutcome } from '../domain/hook-outcome.js';
import { type DeliveryFilter, HookInboxRepository, type StoredDelivery } from '../persistence/hook-inbox.repository.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';
import { ApplyHookEvent } from './apply-hook-event.js';
import { RunEffect } from './run-effect.js';

/** The event is not there any more: the person was erased, or it was of a type that is not acted on. */
export class NothingToRun extends Conflict {
  constructor() {
    super('nothing-to-run', 'What this delivery said is not kept, so it cannot be run again.');
  }
}

/** What came from an HR system, for people who look after a connection. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
    private readonly inbox: HookInboxRepository,
    private readonly effect: RunEffect,
    private readonly apply: ApplyHookEvent,
    private readonly audit: AuditLog,
  ) {}

  list(organizationId: string, connectionId: string, filter: DeliveryFilter): Promise<StoredDelivery[]> {
    return this.unitOfWork.run(organizationId, async (tx) => {
      if ((await this.connections.find(tx, connectionId)) === undefined) throw new NotFound('connection');
      return this.inbox.list(tx, connectionId, filter);
    });
  }

  async one(organizationId: string, connectionId: string, id: string): Promise<StoredDelivery> {
    const found = await this.unitOfWork.run(organizationId, (tx) => this.inbox.find(tx, connectionId, id));
    if (found === undefined) throw new NotFound('delivery');
    return found;
  }

  /**
   * Acts on a delivery once more, as of the time it told. What is known newer stays, so it is harmless.
   *
   * @throws {NotFound}, {NothingToRun}
   */
  rerun(actor: Principal, connectionId: string, id: string, baseUrl: string): Promise<StoredDelivery> {
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      const connection = await this.connections.find(tx, connectionId);
      const delivery = await this.inbox.find(tx, connectionId, id, 'for-update');
      if (connection === undefined || delivery === undefined) throw new NotFound('delivery');
      const { event } = delivery;
      if (event === null) throw new NothingToRun();
      const outcome = await this.effect.run(tx, () => this.apply.run(tx, event, { connection, baseUrl }));
      await this.inbox.ranAgain(tx, connectionId, id, outcome);
      const target = { targetType: 'connection', targetId: connectionId };
      await this.audit.record(tx, { actor, action: 'hook.delivery-rerun', ...target, detail: { deliveryId: id } });
      return { ...delivery, attempts: delivery.attempts + 1, runAt: new Date(), outcome };
    });
  }

  /** Acts once more on the oldest deliveries of a time, each for itself; those of which nothing is kept are passed over. */
  async rerunRange(
    actor: Principal,
    connectionId: string,
    range: { from: Date; to: Date; limit: number; after: string | undefined },
    baseUrl: string,
  ): Promise<{ id: string; outcome: HookOutcome }[]> {
    const ids = await this.unitOfWork.run(actor.organizationId, async (tx) => {
      if ((await this.connections.find(tx, connectionId)) === undefined) throw new NotFound('connection');
      return this.inbox.idsBetween(tx, connectionId, range);
    });
    const done: { id: string; outcome: HookOutcome }[] = [];
    for (const id of ids) {
      const { outcome } = await this.rerun(actor, connectionId, id, baseUrl);
      done.push({ id, outcome });
    }
    return done;
  }
}
