import { Injectable } from '@nestjs/common';
import { Candidates } from '../../candidates/index.js';
import type { Principal } from '../../identity/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { HookOutcome } from '../domain/hook-outcome.js';
import type { IntakeEvent } from '../domain/intake-event.js';
import { watermarkSubject } from '../domain/watermark-subject.js';
import { WatermarkRepository } from '../persistence/watermark.repository.js';
import { ChangePerson } from './change-person.js';
import { ForgetPerson } from './forget-person.js';
import { MergePeople } from './merge-people.js';

const NOBODY: HookOutcome = { status: 'accepted', candidateId: null, credentials: [] };

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
    private readonly candidates: Candidates,
    private readonly watermarks: WatermarkRepository,
  ) {}

  /** @throws {ExternalIdsConflict} when the external ids belong to two people */
  run(tx: Transaction, event: IntakeEvent, actor: Principal): Promise<HookOutcome> {
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
      default:
        return this.person.change(tx, event, actor);
    }
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
