import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { Connection } from '../domain/connection.js';
import { DeliveryIdReused, SignatureRefused } from '../domain/hook-errors.js';
import type { HookOutcome } from '../domain/hook-outcome.js';
import { takenStatus } from '../domain/hr-system.js';
import type { Reading } from '../domain/intake-event.js';
import type { SignatureScheme } from '../domain/signature/scheme.js';
import { type HookDelivery, HookDeliveryRepository } from '../persistence/hook-delivery.repository.js';
import { HookInboxRepository } from '../persistence/hook-inbox.repository.js';
import { ApplyHookEvent, type EventContext } from './apply-hook-event.js';
import { AuthenticateHook, type AuthenticDelivery, type RawDelivery } from './authenticate-hook.js';
import { connectionAsActor } from './connection-as-actor.js';
import { HYDRATION_DUE } from './hydrate-delivery.js';
import { RunEffect } from './run-effect.js';
import { readHookEvent } from './read-hook-event.js';

/** What a delivery led to; `replayed` when an equal one was first. */
export interface HookReceipt {
  readonly deliveryId: string;
  readonly outcome: HookOutcome;
  readonly replayed: boolean;
  /** The one that makes the sender do the right thing. */
  readonly status: 200 | 202;
  /** A header that a test of the set-up wants back. */
  readonly echo?: { readonly header: string; readonly value: string };
}

type Signed = Extract<AuthenticDelivery, { kind: 'signed' }>;
type Known = Exclude<Reading, { kind: 'ping' }>;

/** Takes a delivery of an HR system, once: its effect and its place in the inbox are one transaction. */
@Injectable()
export class ReceiveHook {
  constructor(
    private readonly authenticate: AuthenticateHook,
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: HookDeliveryRepository,
    private readonly apply: ApplyHookEvent,
    private readonly runEffect: RunEffect,
    private readonly audit: AuditLog,
    private readonly hydrations: HookInboxRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @throws {NotFound}, {SignatureRefused}, {TimestampOutOfTolerance} by who posts
   * @throws {Malformed} by what is posted; the inbox keeps nothing of it
   * @throws {DeliveryIdReused}
   */
  async run(raw: RawDelivery): Promise<HookReceipt> {
    const sender = await this.authenticate.run(raw);
    if (sender.kind === 'set-up') return pong('set-up', sender.answer.echo);
    const { connection, deliveryId, sentAt } = sender;
    const now = this.latestClock();
    const reading = await readHookEvent({
      system: connection.system,
      headers: raw.headers,
      body: raw.body,
      json: sender.json(),
      sentAt,
      now,
    });
    if (reading.kind === 'ping') return pong(deliveryId);
    const receipt = await this.unitOfWork.run(connection.organizationId, (tx) =>
      this.once(tx, toDelivery(sender, reading, raw.body), reading, sender, raw.baseUrl),
    );
    if (receipt === 'id-reused') throw sender.scheme.idIsSingleUse ? new SignatureRefused() : new DeliveryIdReused();
    return { ...receipt, status: takenStatus(connection.system) };
  }

  private async once(
    tx: Transaction,
    delivery: HookDelivery,
    reading: Known,
    { connection, scheme }: Signed,
    baseUrl: string,
  ): Promise<Omit<HookReceipt, 'status'> | 'id-reused'> {
    const { deliveryId, digest } = delivery;
    const first = await this.inbox.claim(tx, delivery, scheme.idIsSigned ? 'by-id' : 'by-id-and-digest');
    if (first?.digest.equals(digest)) return { deliveryId, outcome: first.outcome, replayed: true };
    if (first !== undefined) {
      await this.tellOfReuse(tx, connection, deliveryId);
      return 'id-reused';
    }
    const outcome = await this.effect(tx, reading, { connection, baseUrl });
    await this.inbox.keep(tx, delivery, outcome);
    if (outcome.status === 'accepted') await this.askForMore(tx, delivery, connection);
    return { deliveryId, outcome, replayed: false };
  }

  private async effect(tx: Transaction, reading: Known, context: EventContext): Promise<HookOutcome> {
    if (reading.kind === 'unknown') return { status: 'ignored', reason: 'unknown-event-type' };
    return this.runEffect.run(tx, () => this.apply.run(tx, reading.event, context));
  }

  /** Events with ids only are filled in later, where the organization gave a token for it. */
  private async askForMore(tx: Transaction, { id, event }: HookDelivery, connection: Connection): Promise<void> {
    if (event?.hydrate === undefined || connection.settings.apiToken === undefined) return;
    const connectionId = connection.id;
    await this.hydrations.hydrated(tx, connectionId, id, { state: 'queued' });
    await this.outbox.publish(tx, { topic: HYDRATION_DUE, payload: { connectionId, id } });
  }

  private tellOfReuse(tx: Transaction, connection: Connection, deliveryId: string): Promise<void> {
    return this.audit.record(tx, {
      actor: connectionAsActor(connection),
      action: 'hook.delivery-id-reused',
      targetType: 'connection',
      targetId: connection.id,
      detail: { deliveryId },
    });
  }

  private latestClock(): Date {
    const [clock, real] = this.authenticate.clocks();
    return clock > real ? clock : real;
  }
}

/** Tests of the set-up leave nothing behind, not even in the inbox. */
const pong = (deliveryId: string, echo?: HookReceipt['echo']): HookReceipt => ({
  deliveryId,
  outcome: { status: 'ignored', reason: 'ping' },
  replayed: false,
  status: 200,
  ...(echo !== undefined && { echo }),
});

const toDelivery = ({ connection, deliveryId, scheme }: Signed, reading: Known, body: Buffer): HookDelivery => ({
  id: newId(),
  connectionId: connection.id,
  deliveryId,
  digest: digestOf(body, scheme),
  eventType: reading.kind === 'event' ? reading.event.type : reading.type.slice(0, MAX_TYPE_LENGTH),
  event: reading.kind === 'event' ? reading.event : null,
});

const MAX_TYPE_LENGTH = 100;

/** What two deliveries of one event have in common. */
function digestOf(body: Buffer, { retryCounter }: SignatureScheme): Buffer {
  const hash = createHash('sha256');
  if (retryCounter === undefined) return hash.update(body).digest();
  const { [retryCounter]: _, ...rest } = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  return hash.update(JSON.stringify(rest)).digest();
}
