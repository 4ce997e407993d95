import { Injectable } from '@nestjs/common';
import {
  type EventContext,
  EventHandler,
  type HandlesEvents,
  type OutboxMessage,
} from '../../platform/outbox/index.js';
import { HydrateDelivery, HYDRATION_DUE } from '../application/hydrate-delivery.js';

@Injectable()
@EventHandler({ topic: HYDRATION_DUE, consumer: 'connections', lane: 'delivery' })
export class OnHydrationDue implements HandlesEvents {
  constructor(private readonly hydrate: HydrateDelivery) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return this.hydrate.run(message, context);
  }
}
