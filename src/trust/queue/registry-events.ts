import { Injectable } from '@nestjs/common';
import {
  EventHandler,
  type EventContext,
  type HandlesEvents,
  type OutboxMessage,
} from '../../platform/outbox/index.js';
import { ReadRegistry } from '../application/registries/read-registry.js';

/** A registry was registered, or its time has come. */
@Injectable()
@EventHandler({ topic: 'trust-registry.read-due', consumer: 'trust', lane: 'work' })
export class OnRegistryReadDue implements HandlesEvents {
  constructor(private readonly read: ReadRegistry) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return this.read.run(message.organizationId, String(message.payload.registryId), context);
  }
}
