import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { WebhookDeliveryRepository } from '../persistence/webhook-delivery.repository.js';

/** The topic under which an attempt is owed. */
export const DELIVERY_DUE = 'webhook.delivery-due';

/** Puts deliveries on their way, each in its turn. Callers hold the endpoint. */
@Injectable()
export class PlanDeliveries {
  constructor(
    private readonly deliveries: WebhookDeliveryRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Begins deliveries, or begins them anew with the same id. */
  async begin(tx: Transaction, pairs: readonly { endpointId: string; eventId: string }[]): Promise<string[]> {
    if (pairs.length === 0) return [];
    const ids = await this.deliveries.begin(tx, pairs);
    await this.plan(tx, ids, 0);
    return ids;
  }

  /** The next attempt of those whose turn it is; the others follow when what is before them has ended. */
  async plan(tx: Transaction, deliveryIds: readonly string[], waitMs: number): Promise<void> {
    const tickets = await this.deliveries.plan(tx, deliveryIds, waitMs);
    await this.outbox.publishAll(
      tx,
      tickets.map(({ deliveryId, ticket }) => ({
        topic: DELIVERY_DUE,
        payload: { deliveryId, ticket },
        delayMs: Math.ceil(waitMs),
      })),
    );
  }

  /** Lets the delivery go that waited for the one that has ended. */
  async release(tx: Transaction, endpointId: string, orderingKey: string | null): Promise<void> {
    if (orderingKey === null) return;
    const next = await this.deliveries.nextInOrder(tx, endpointId, orderingKey);
    if (next !== undefined) await this.plan(tx, [next], 0);
  }
}
