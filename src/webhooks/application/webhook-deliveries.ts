import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { composeEvent } from '../domain/compose-event.js';
import type { Delivery, DeliveryAttempt } from '../domain/delivery.js';
import { wantedTypes } from '../domain/event-filter.js';
import { PING } from '../domain/event-types.js';
import type { WebhookEndpoint } from '../domain/webhook-endpoint.js';
import { EndpointDisabled } from '../domain/webhook-errors.js';
import { type DeliveryFilter, DeliveryLogRepository } from '../persistence/delivery-log.repository.js';
import { WebhookDeliveryRepository } from '../persistence/webhook-delivery.repository.js';
import { PlanDeliveries } from './plan-deliveries.js';
import { WebhookEndpoints } from './webhook-endpoints.js';

/** Events that one call sends again at most. */
export const MAX_REDELIVERIES = 10_000;

export interface Redelivery {
  readonly redelivered: number;
  /** False when the range holds more than one call sends. */
  readonly complete: boolean;
}

/** The log of what was sent, and sending it again. */
@Injectable()
export class WebhookDeliveries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly endpoints: WebhookEndpoints,
    private readonly log: DeliveryLogRepository,
    private readonly deliveries: WebhookDeliveryRepository,
    private readonly plans: PlanDeliveries,
    private readonly audit: AuditLog,
  ) {}

  list(
    organizationId: string,
    endpointId: string,
    filter: DeliveryFilter,
    after: string | undefined,
    limit: number,
  ): Promise<Delivery[]> {
    return this.unitOfWork.run(organizationId, async (tx) => {
      await this.endpoints.present(tx, endpointId);
      return this.log.list(tx, endpointId, filter, after, limit);
    });
  }

  /** @throws {NotFound} */
  find(
    organizationId: string,
    endpointId: string,
    id: string,
  ): Promise<Delivery & { body: string; log: DeliveryAttempt[] }> {
    return this.unitOfWork.run(organizationId, async (tx) => {
      await this.endpoints.present(tx, endpointId);
      return { ...(await this.present(tx, endpointId, id)), log: await this.log.attempts(tx, id) };
    });
  }

  /** Sends an event that means nothing to this endpoint only. @throws {NotFound}, {EndpointDisabled} */
  ping(actor: Principal, endpointId: string): Promise<Delivery> {
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      await this.open(tx, endpointId);
      const payload = { endpointId };
      const event = composeEvent({ id: newId(), topic: PING, payload, createdAt: new Date() });
      if (event === undefined) throw new Error('a ping is an event');
      await this.deliveries.insertEvents(tx, [event]);
      const [id = ''] = await this.plans.begin(tx, [{ endpointId, eventId: event.id }]);
      return this.present(tx, endpointId, id);
    });
  }

  /** Sends one event again, under its id; what still waits for its next attempt is sent now. @throws {NotFound} */
  redeliverOne(actor: Principal, endpointId: string, deliveryId: string): Promise<Redelivery> {
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      await this.open(tx, endpointId);
      const { eventId } = await this.present(tx, endpointId, deliveryId);
      return this.sendAgain(tx, actor, endpointId, [eventId], { deliveryId });
    });
  }

  /**
   * Sends again what happened in a span of time and the endpoint hears of, under the ids of the events: what failed or
   * was never sent to it, and, if wanted, what was delivered.
   */
  redeliverRange(
    actor: Principal,
    endpointId: string,
    span: { since: Date; until: Date; delivered: boolean },
  ): Promise<Redelivery> {
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      const { eventTypes } = await this.open(tx, endpointId);
      const range = { ...span, types: wantedTypes(eventTypes), limit: MAX_REDELIVERIES + 1 };
      const events = await this.log.eventsToSendAgain(tx, endpointId, range);
      const detail = { since: span.since.toISOString(), until: span.until.toISOString() };
      return this.sendAgain(tx, actor, endpointId, events, detail);
    });
  }

  private async sendAgain(
    tx: Transaction,
    actor: Principal,
    endpointId: string,
    events: readonly string[],
    detail: Record<string, string>,
  ): Promise<Redelivery> {
    const taken = events.slice(0, MAX_REDELIVERIES);
    await this.plans.begin(
      tx,
      taken.map((eventId) => ({ endpointId, eventId })),
    );
    await this.audit.record(tx, {
      actor,
      action: 'webhook-endpoint.redelivered',
      targetType: 'webhook-endpoint',
      targetId: endpointId,
      detail: { ...detail, events: taken.length },
    });
    return { redelivered: taken.length, complete: taken.length === events.length };
  }

  private async open(tx: Transaction, id: string): Promise<WebhookEndpoint> {
    const endpoint = await this.endpoints.present(tx, id, 'for-update');
    if (endpoint.disabledAt !== null) throw new EndpointDisabled();
    return endpoint;
  }

  private async present(tx: Transaction, endpointId: string, id: string): Promise<Delivery & { body: string }> {
    const found = await this.log.find(tx, endpointId, id);
    if (found === undefined) throw new NotFound('delivery');
    return found;
  }
}
