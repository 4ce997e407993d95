import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { type EventContext, Outbox, type OutboxMessage } from '../../platform/outbox/index.js';
import type { Connection } from '../domain/connection.js';
import { HYDRATION } from '../domain/hydration/hydration.js';
import type { IntakeEvent } from '../domain/intake-event.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';
import { HookInboxRepository } from '../persistence/hook-inbox.repository.js';
import { ApplyHookEvent } from './apply-hook-event.js';
import { AskedToWait, AskVendor } from './ask-vendor.js';
import { RunEffect } from './run-effect.js';

export const HYDRATION_DUE = 'hook.hydration-due';

/** Asks an HR system for what its delivery did not say, with the organization's token, at the vendor's host only. */
@Injectable()
export class HydrateDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
    private readonly inbox: HookInboxRepository,
    private readonly vendor: AskVendor,
    private readonly runEffect: RunEffect,
    private readonly apply: ApplyHookEvent,
    private readonly outbox: Outbox,
  ) {}

  /** @throws {Error} when the system could not be asked this time */
  async run({ organizationId, payload }: OutboxMessage, context: EventContext): Promise<void> {
    const connectionId = String(payload.connectionId);
    const id = String(payload.id);
    const { connection, event } = await this.unitOfWork.run(organizationId, async (tx) => ({
      connection: await this.connections.find(tx, connectionId),
      event: (await this.inbox.find(tx, connectionId, id))?.event,
    }));
    if (connection === undefined || event?.hydrate === undefined) return context.commit(async () => undefined);
    try {
      const told = await this.ask(connection, event);
      await context.commit(async (tx) => {
        if (told === undefined) return this.inbox.hydrated(tx, connectionId, id, { state: 'not-there' });
        const outcome = await this.runEffect.run(tx, () => this.apply.run(tx, told, { connection, baseUrl: '' }));
        await this.inbox.hydrated(tx, connectionId, id, { state: 'done', status: outcome.status });
      });
    } catch (error) {
      if (!(error instanceof AskedToWait)) throw error;
      const again = { topic: HYDRATION_DUE, payload: { connectionId, id }, delayMs: error.delayMs };
      await context.commit((tx) => this.outbox.publish(tx, again));
    }
  }

  /** @returns undefined when the person is not there any more, or nothing can be asked */
  private async ask(connection: Connection, event: IntakeEvent): Promise<IntakeEvent | undefined> {
    const fetchFrom = HYDRATION[connection.system];
    const vendor = this.vendor.interfaceOf(connection);
    if (fetchFrom === undefined || vendor === undefined || event.hydrate === undefined) return undefined;
    // What is answered is how things are now, not how they were when the delivery was sent.
    const occurredAt = new Date();
    const told = await fetchFrom(event.hydrate, event, vendor);
    if (told === undefined) return undefined;
    const type = event.type === 'application.created' ? event.type : 'application.updated';
    return { ...told, type, occurredAt };
  }
}
