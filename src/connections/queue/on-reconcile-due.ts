import { Injectable } from '@nestjs/common';
import {
  type EventContext,
  EventHandler,
  type HandlesEvents,
  type OutboxMessage,
} from '../../platform/outbox/index.js';
import { ReconcileConnection } from '../application/reconcile-connection.js';
import { RECONCILE_DUE } from '../application/reconciliations.js';

@Injectable()
@EventHandler({ topic: RECONCILE_DUE, consumer: 'connections', lane: 'work' })
export class OnReconcileDue implements HandlesEvents {
  constructor(private readonly reconcile: ReconcileConnection) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return this.reconcile.run(message, context);
  }
}
