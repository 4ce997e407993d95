import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Candidates } from '../../candidates/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import type { Connection } from '../domain/connection.js';
import type { IntakeEvent } from '../domain/intake-event.js';
import { HookDeliveryRepository } from '../persistence/hook-delivery.repository.js';
import { toStoredEvent } from '../persistence/stored-event.js';
import { ApplyHookEvent } from './apply-hook-event.js';
import { RunEffect } from './run-effect.js';

/** Takes in what a system says is so and no delivery has told. */
@Injectable()
export class TakeInMissed {
  constructor(
    private readonly candidates: Candidates,
    private readonly inbox: HookDeliveryRepository,
    private readonly apply: ApplyHookEvent,
    private readonly runEffect: RunEffect,
  ) {}

  /**
   * Where the event tells nothing new it leaves no trace; else it stands among the deliveries of the connection, so that it can
   * be seen and run again.
   *
   * @param prefix of the delivery's id, the same for one comparison
   */
  async run(tx: Transaction, connection: Connection, event: IntakeEvent, prefix: string): Promise<void> {
    const digest = createHash('sha256')
      .update(JSON.stringify(toStoredEvent(event)))
      .digest();
    const delivery = {
      id: newId(),
      connectionId: connection.id,
      deliveryId: `${prefix}${digest.toString('hex').slice(0, 32)}`,
      digest,
      eventType: event.type,
      event,
    };
    await tx.query('SAVEPOINT missed');
    if ((await this.inbox.claim(tx, delivery, 'by-id')) !== undefined) return;
    const before = await this.known(tx, event);
    const outcome = await this.runEffect.run(tx, () => this.apply.run(tx, event, { connection, baseUrl: '' }));
    const isNew =
      outcome.status === 'rejected' ||
      (outcome.status === 'accepted' &&
        (outcome.credentials.some(({ duplicate }) => !duplicate) || (await this.known(tx, event)) !== before));
    if (isNew) await this.inbox.keep(tx, delivery, outcome);
    else await tx.query('ROLLBACK TO SAVEPOINT missed');
  }

  /** What is known of the person and their applications, as one text. */
  private async known(tx: Transaction, { person }: IntakeEvent): Promise<string> {
    const [id, ...others] = person === undefined ? [] : await this.candidates.everyoneKnownAs(tx, person.externalIds);
    if (id === undefined || others.length > 0) return '';
    const { name, emails, externalIds } = await this.candidates.present(tx, id);
    const applications = (await this.candidates.applicationsOf(tx, id))
      .map(({ system, externalId, jobId, jobTitle, status, stage }) => [
        system,
        externalId,
        jobId,
        jobTitle,
        status,
        stage,
      ])
      .map((application) => JSON.stringify(application))
      .sort();
    return JSON.stringify([name, emails, externalIds, applications]);
  }
}
