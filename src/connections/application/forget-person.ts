import { Injectable } from '@nestjs/common';
import { Candidates, RemoveCandidate } from '../../candidates/index.js';
import type { Principal } from '../../identity/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { forgottenOf } from '../domain/anonymized-fields.js';
import type { HookOutcome } from '../domain/hook-outcome.js';
import type { IntakeEvent } from '../domain/intake-event.js';
import { HookDeliveryRepository } from '../persistence/hook-delivery.repository.js';
import { WatermarkRepository } from '../persistence/watermark.repository.js';
import { isAmong, subjectsOf } from './person-watermarks.js';

/** What an HR system forgot of a person is forgotten here as well. */
@Injectable()
export class ForgetPerson {
  constructor(
    private readonly candidates: Candidates,
    private readonly removal: RemoveCandidate,
    private readonly watermarks: WatermarkRepository,
    private readonly inbox: HookDeliveryRepository,
  ) {}

  async erase(tx: Transaction, { occurredAt, person }: IntakeEvent, actor: Principal): Promise<HookOutcome> {
    const externalIds = person?.externalIds ?? [];
    const known = await this.watermarks.hold(tx, subjectsOf(externalIds, ['any', 'erasure']), occurredAt);
    if (isAmong(known.newer, externalIds, 'any')) return { status: 'ignored', reason: 'older-than-known' };
    const id = await this.candidates.knownAs(tx, externalIds);
    if (id !== undefined) await this.removal.erase(tx, id, actor);
    await this.watermarks.raise(tx, subjectsOf(externalIds, ['any', 'erasure']), occurredAt);
    return { status: 'accepted', candidateId: id ?? null, credentials: [] };
  }

  /** Clears the fields that were forgotten, or erases the person where that cannot be told field by field. */
  async anonymize(tx: Transaction, event: IntakeEvent, actor: Principal): Promise<HookOutcome> {
    const forgotten = forgottenOf(event.anonymizedFields ?? []);
    if (forgotten.everything) return this.erase(tx, event, actor);
    const externalIds = event.person?.externalIds ?? [];
    const aspects = (['name', 'emails'] as const).filter((aspect) => forgotten[aspect]);
    const subjects = subjectsOf(externalIds, aspects);
    await this.watermarks.hold(tx, subjects, event.occurredAt);
    await this.watermarks.raise(tx, subjects, event.occurredAt);
    const id = await this.candidates.knownAs(tx, externalIds);
    if (id === undefined) return { status: 'accepted', candidateId: null, credentials: [] };
    const cleared = { ...(forgotten.name && { name: null }), ...(forgotten.emails && { emails: [] }) };
    await this.candidates.change(tx, id, { externalIds, ...cleared, applications: [] }, actor);
    await this.inbox.forgetEventsOf(tx, id);
    return { status: 'accepted', candidateId: id, credentials: [] };
  }
}
