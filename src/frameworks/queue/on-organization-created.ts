import { Injectable } from '@nestjs/common';
import {
  type EventContext,
  EventHandler,
  type HandlesEvents,
  type OutboxMessage,
} from '../../platform/outbox/index.js';
import { StarterFramework } from '../application/starter-framework.js';

/** A new organization can define roles at once: it has the starter framework. */
@Injectable()
@EventHandler({ topic: 'organization.created', consumer: 'frameworks', lane: 'work' })
export class OnOrganizationCreated implements HandlesEvents {
  constructor(private readonly starter: StarterFramework) {}

  async handle(_message: OutboxMessage, context: EventContext): Promise<void> {
    const content = await this.starter.read();
    await context.commit((tx) => this.starter.import(tx, content));
  }
}
