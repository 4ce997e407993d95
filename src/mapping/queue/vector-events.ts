import { Injectable } from '@nestjs/common';
import {
  EventHandler,
  type EventContext,
  type HandlesEvents,
  type OutboxMessage,
} from '../../platform/outbox/index.js';
import { MakeVectors } from '../application/make-vectors.js';

/** A new version is compared by its meaning too, once its vectors are there. */
@Injectable()
@EventHandler({ topic: 'framework.imported', consumer: 'vectors', lane: 'work' })
export class OnVersionToCompare implements HandlesEvents {
  constructor(private readonly vectors: MakeVectors) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) => this.vectors.begin(tx, String(message.payload.frameworkVersionId)));
  }
}

@Injectable()
@EventHandler({ topic: 'mapping.vectors-due', consumer: 'vectors', lane: 'work' })
export class OnVectorsDue implements HandlesEvents {
  constructor(private readonly vectors: MakeVectors) {}

  handle({ organizationId, payload }: OutboxMessage, context: EventContext): Promise<void> {
    const portion = {
      frameworkVersionId: String(payload.frameworkVersionId),
      model: String(payload.model),
      after: typeof payload.after === 'string' ? payload.after : null,
    };
    return this.vectors.make(organizationId, portion, (effect) => context.commit(effect));
  }
}
