import { Injectable } from '@nestjs/common';
import { Candidates } from '../../candidates/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Connection } from '../domain/connection.js';
import type { HookOutcome } from '../domain/hook-outcome.js';
import type { IntakeEvent } from '../domain/intake-event.js';
import { watermarkSubject } from '../domain/watermark-subject.js';
import { WatermarkRepository } from '../persistence/watermark.repository.js';
import { Assessments } from './assessments.js';
import { ChangePerson } from './change-person.js';
import { connectionAsActor } from './connection-as-actor.js';
import { ForgetPerson } from './forget-person.js';
import { MergePeople } from './merge-people.js';

const NOBODY: HookOutcome = { status: 'accepted', candidateId: null, credentials: [] };

/** Through which connection an event came. */
export interface EventContext {
  readonly connection: Connection;
  /** Where the sender reached this service. */
  readonly baseUrl: string;
}

/**
 * Acts on an event of an HR system. Events come in any order: what is older than what is known changes nothing, while
 * documents and applications that were not known yet are always taken.
 */
@Injectable()
export class ApplyHookEvent {
  constructor(
    private readonly person: ChangePerson,
    private readonly forget: ForgetPerson,
    private readonly people: MergePeople,
    private readonly assessments: Assessments,
    private readonly candidates: Candidates,
    private readonly watermarks: WatermarkRepository,
  ) {}

  /** @throws {ExternalIdsConflict} when the external ids belong to two people */
  run(tx: Transaction, event: IntakeEvent, context: EventContext): Promise<HookOutcome> {
    const actor = connectionAsActor(context.connection);
    switch (event.type) {
      case 'candidate.erased':
        return this.forget.erase(tx, event, actor);
      case 'candidate.anonymized':
        return this.forget.anonymize(tx, event, actor);
      case 'candidate.merged':
        return this.people.merge(tx, event, actor);
      case 'application.deleted':
        return this.person.withdraw(tx, event, actor);
      case 'job.created':
      case 'job.updated':
      case 'job.deleted':
        return this.job(tx, event);
      case 'assessment.requested':
        return this.assess(tx, event, context);
      default:
        return this.person.change(tx, event, actor);
    }
  }

  /** @throws {NotFound}, {NotPublished} by the test that is asked for, {CallbackNotOfVendor} */
  private async assess(
    tx: Transaction,
    event: IntakeEvent,
    { connection, baseUrl }: EventContext,
  ): Promise<HookOutcome> {
    const outcome = await this.person.change(tx, event, connectionAsActor(connection));
    const { assessment } = event;
    if (assessment === undefined || outcome.status !== 'accepted' || outcome.candidateId === null) return outcome;
    await this.assessments.start(tx, connection, {
      roleProfileId: assessment.testId,
      candidateId: outcome.candidateId,
      callbackUrl: assessment.callbackUrl,
      externalRef: assessment.resultId,
      baseUrl,
      callbackPointer: '/partner-event/partner-result/update-url',
    });
    return outcome;
  }

  /** Applications show the present title of their job. That a job is closed or gone decides about nobody. */
  private async job(tx: Transaction, { job, occurredAt }: IntakeEvent): Promise<HookOutcome> {
    if (job?.title === undefined) return NOBODY;
    const subject = watermarkSubject('job', { system: job.system, id: job.externalId });
    const { newer } = await this.watermarks.hold(tx, [subject], occurredAt);
    if (newer.size > 0) return { status: 'ignored', reason: 'older-than-known' };
    await this.candidates.retitleJob(tx, job.system, job.externalId, job.title);
    await this.watermarks.raise(tx, [subject], occurredAt);
    return NOBODY;
  }
}
