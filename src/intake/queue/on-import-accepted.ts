import { Injectable } from '@nestjs/common';
import {
  type EventContext,
  EventHandler,
  type HandlesEvents,
  type OutboxMessage,
} from '../../platform/outbox/index.js';
import { WorkOnImport } from '../application/work-on-import.js';

@Injectable()
@EventHandler({ topic: 'import.accepted', consumer: 'intake', lane: 'work' })
export class OnImportAccepted implements HandlesEvents {
  constructor(private readonly work: WorkOnImport) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return this.work.run(message, context);
  }
}
