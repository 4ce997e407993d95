import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { problemOf } from '../../intake/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import type { Connection } from '../domain/connection.js';
import { DeliveryIdReused } from '../domain/hook-errors.js';
import type { HookOutcome } from '../domain/hook-outcome.js';
import { type HookDelivery, HookDeliveryRepository } from '../persistence/hook-delivery.repository.js';
import { ApplyHookEvent } from './apply-hook-event.js';
import { AuthenticateHook, type RawDelivery } from './authenticate-hook.js';
import { type HookEvent, readHookEvent } from './read-hook-event.js';

/** What a delivery led to; `replayed` when an equal one was first. */
export interface HookReceipt {
  readonly deliveryId: string;
  readonly outcome: HookOutcome;
  readonly replayed: boolean;
}

/** Takes a delivery of an HR system, once: its effect and its place in the inbox are one transaction. */
@Injectable()
export class ReceiveHook {
  constructor(
    private readonly authenticate: AuthenticateHook,
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: HookDeliveryRepository,
    private readonly apply: ApplyHookEvent,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws {NotFound}, {SignatureRefused}, {TimestampOutOfTolerance} by who posts
   * @throws {Malformed} by what is posted; the inbox keeps nothing of it
   * @throws {DeliveryIdReused}
   */
  async run(raw: RawDelivery): Promise<HookReceipt> {
    const { connection, deliveryId, sentAt } = await this.authenticate.run(raw);
    const [clock, real] = this.authenticate.clocks();
    const now = clock > real ? clock : real;
    const event = await readHookEvent(raw.body, sentAt ?? now, now);
    const delivery: HookDelivery = {
      connectionId: connection.id,
      deliveryId,
      digest: createHash('sha256').update(raw.body).digest(),
      eventType: event.type,
    };
    const receipt = await this.unitOfWork.run(connection.organizationId, (tx) =>
      this.once(tx, delivery, event, actorOf(connection)),
    );
    if (receipt === 'id-reused') throw new DeliveryIdReused();
    return receipt;
  }

  private async once(
    tx: Transaction,
    delivery: HookDelivery,
    event: HookEvent,
    actor: Principal,
  ): Promise<HookReceipt | 'id-reused'> {
    const { deliveryId, connectionId, digest } = delivery;
    const first = await this.inbox.claim(tx, delivery);
    if (first?.digest.equals(digest)) return { deliveryId, outcome: first.outcome, replayed: true };
    if (first !== undefined) {
      const target = { targetType: 'connection', targetId: connectionId };
      await this.audit.record(tx, { actor, action: 'hook.delivery-id-reused', ...target, detail: { deliveryId } });
      return 'id-reused';
    }
    const outcome = await this.effect(tx, event, actor);
    await this.inbox.keep(tx, delivery, outcome);
    return { deliveryId, outcome, replayed: false };
  }

  /** A refusal is an outcome like others: it undoes the effect but not the receipt, since a repeat would not help. */
  private async effect(tx: Transaction, event: HookEvent, actor: Principal): Promise<HookOutcome> {
    if (event.kind === 'unknown') return { status: 'ignored', reason: 'unknown-event-type' };
    await tx.query('SAVEPOINT effect');
    try {
      return await this.apply.run(tx, event, actor);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT effect');
      return { status: 'rejected', problem: problemOf(error) };
    }
  }
}

const actorOf = ({ id, organizationId }: Connection): Principal => ({
  kind: 'connection',
  id,
  organizationId,
  roles: [],
});
