import { Injectable } from '@nestjs/common';
import {
  EventHandler,
  type EventContext,
  type HandlesEvents,
  type OutboxMessage,
} from '../../platform/outbox/index.js';
import { AttemptDelivery } from '../application/attempt-delivery.js';
import { DELIVERY_DUE } from '../application/plan-deliveries.js';
import { ReportEvents } from '../application/report-events.js';
import { REPORTED_TOPICS } from '../domain/event-types.js';

/** Nothing is owed for organizations that nobody listens to. */
const SOMEBODY_LISTENS = `EXISTS (SELECT FROM webhook_endpoint WHERE organization_id = $1)`;

@Injectable()
@EventHandler({ topic: REPORTED_TOPICS, consumer: 'webhooks', lane: 'work', owedWhen: SOMEBODY_LISTENS })
export class OnReportedEvent implements HandlesEvents {
  constructor(private readonly report: ReportEvents) {}

  handle(_message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commitInOrder((tx, messages) => this.report.run(tx, messages));
  }
}

@Injectable()
@EventHandler({ topic: DELIVERY_DUE, consumer: 'webhook-delivery', lane: 'delivery' })
export class OnDeliveryDue implements HandlesEvents {
  constructor(private readonly attempt: AttemptDelivery) {}

  handle({ organizationId, payload }: OutboxMessage, context: EventContext): Promise<void> {
    const ticket = { deliveryId: String(payload.deliveryId), ticket: Number(payload.ticket) };
    return this.attempt.run(organizationId, ticket, context);
  }
}
