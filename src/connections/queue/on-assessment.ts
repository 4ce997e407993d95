import { Injectable } from '@nestjs/common';
import {
  type EventContext,
  EventHandler,
  type HandlesEvents,
  type OutboxMessage,
} from '../../platform/outbox/index.js';
import { ASSESSMENT_DUE, ASSESSMENT_ENDED } from '../application/assessments.js';
import { TellVendor } from '../application/tell-vendor.js';
import { WorkOnAssessment } from '../application/work-on-assessment.js';

@Injectable()
@EventHandler({ topic: ASSESSMENT_DUE, consumer: 'connections', lane: 'work' })
export class OnAssessmentDue implements HandlesEvents {
  constructor(private readonly work: WorkOnAssessment) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return this.work.run(message, context);
  }
}

@Injectable()
@EventHandler({ topic: ASSESSMENT_ENDED, consumer: 'connections', lane: 'delivery' })
export class OnAssessmentEnded implements HandlesEvents {
  constructor(private readonly tell: TellVendor) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return this.tell.run(message, context);
  }
}
