import { Injectable } from '@nestjs/common';
import {
  type EventContext,
  EventHandler,
  type HandlesEvents,
  type OutboxMessage,
} from '../../platform/outbox/index.js';
import { WorkOnFrameworkImport } from '../application/work-on-framework-import.js';

@Injectable()
@EventHandler({ topic: 'framework.import-requested', consumer: 'frameworks', lane: 'work' })
export class OnFrameworkImportRequested implements HandlesEvents {
  constructor(private readonly work: WorkOnFrameworkImport) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return this.work.run(message, context);
  }
}
