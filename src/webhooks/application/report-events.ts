import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { OutboxMessage } from '../../platform/outbox/index.js';
import { composeEvent } from '../domain/compose-event.js';
import { isWanted } from '../domain/event-filter.js';
import { WebhookDeliveryRepository } from '../persistence/webhook-delivery.repository.js';
import { WebhookEndpointRepository } from '../persistence/webhook-endpoint.repository.js';
import { PlanDeliveries } from './plan-deliveries.js';

/** Turns what happened into events and their deliveries. */
@Injectable()
export class ReportEvents {
  constructor(
    private readonly endpoints: WebhookEndpointRepository,
    private readonly deliveries: WebhookDeliveryRepository,
    private readonly plans: PlanDeliveries,
  ) {}

  /**
   * Keeps every event that some endpoint hears of, also for endpoints that are disabled: they may ask for it later.
   *
   * @param messages what happened in one organization, oldest first
   */
  async run(tx: Transaction, messages: readonly OutboxMessage[]): Promise<void> {
    const endpoints = await this.endpoints.holdAll(tx);
    const wanted = messages
      .flatMap((message) => composeEvent(message) ?? [])
      .filter(({ type }) => endpoints.some(({ eventTypes }) => isWanted(eventTypes, type)));
    if (wanted.length === 0) return;
    await this.deliveries.insertEvents(tx, wanted);
    const open = endpoints.filter(({ disabledAt }) => disabledAt === null);
    await this.plans.begin(
      tx,
      wanted.flatMap(({ id: eventId, type }) =>
        open
          .filter(({ eventTypes }) => isWanted(eventTypes, type))
          .map(({ id: endpointId }) => ({ endpointId, eventId })),
      ),
    );
  }
}
