import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Operations } from '../../platform/operations/index.js';
import { type EventContext, Outbox, type OutboxMessage } from '../../platform/outbox/index.js';
import type { Connection } from '../domain/connection.js';
import type { ChangedPage } from '../domain/reconcile/list-changed.js';
import { RECONCILE } from '../domain/reconcile/reconcile.js';
import { apiUrlOf } from '../domain/vendor-hosts.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';
import { HookDeliveryRepository } from '../persistence/hook-delivery.repository.js';
import { AskedToWait, AskVendor } from './ask-vendor.js';
import { RECONCILE_DUE } from './reconciliations.js';
import { TakeInMissed } from './take-in-missed.js';

/** A list that does not end is not believed. */
const MOST_PAGES = 10_000;
const TRIES = 5;

/** How far a comparison has come. */
interface Progress {
  readonly connectionId: string;
  readonly operationId: string;
  readonly since: string;
  readonly cursor: string | null;
  readonly seen: number;
  readonly unreadable: number;
  readonly pages: number;
}

/** Compares a connection with what its system says has changed, one page with each message. */
@Injectable()
export class ReconcileConnection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
    private readonly inbox: HookDeliveryRepository,
    private readonly vendor: AskVendor,
    private readonly takeIn: TakeInMissed,
    private readonly operations: Operations,
    private readonly outbox: Outbox,
  ) {}

  /** @throws {Error} when the system could not be asked this time */
  async run({ organizationId, payload, attempt }: OutboxMessage, context: EventContext): Promise<void> {
    const progress = payload as unknown as Progress;
    const connection = await this.unitOfWork.run(organizationId, (tx) =>
      this.connections.find(tx, progress.connectionId),
    );
    if (connection === undefined) return context.commit((tx) => this.fail(tx, progress, 'connection-gone'));
    try {
      const page = await this.page(connection, progress);
      if (page === undefined) return await context.commit((tx) => this.fail(tx, progress, 'cannot-reconcile'));
      for (const event of page.events) {
        await this.unitOfWork.run(organizationId, (tx) =>
          this.takeIn.run(tx, connection, event, prefixOf(progress.operationId)),
        );
      }
      await context.commit((tx) => this.goOn(tx, progress, page));
    } catch (error) {
      if (error instanceof AskedToWait) {
        const again = { topic: RECONCILE_DUE, payload, delayMs: error.delayMs };
        return context.commit((tx) => this.outbox.publish(tx, again));
      }
      if (attempt < TRIES - 1) throw error;
      return context.commit((tx) => this.fail(tx, progress, 'system-not-answering'));
    }
  }

  private async page(connection: Connection, { since, cursor }: Progress): Promise<ChangedPage | undefined> {
    const list = RECONCILE[connection.system];
    const vendor = this.vendor.interfaceOf(connection);
    if (list === undefined || vendor === undefined) return undefined;
    const apiUrl = apiUrlOf(connection.system, connection.settings.apiUrl);
    return list(vendor, { since: new Date(since), cursor: cursor ?? undefined, now: new Date(), apiUrl });
  }

  private async goOn(tx: Transaction, progress: Progress, page: ChangedPage): Promise<void> {
    const now = {
      ...progress,
      cursor: page.next ?? null,
      seen: progress.seen + page.events.length,
      unreadable: progress.unreadable + page.unreadable,
      pages: progress.pages + 1,
    };
    await this.operations.progress(tx, now.operationId, now.seen);
    if (now.cursor === null) return this.succeed(tx, now);
    if (now.pages >= MOST_PAGES) return this.fail(tx, now, 'too-many-pages');
    await this.outbox.publish(tx, { topic: RECONCILE_DUE, payload: { ...now } });
  }

  private async succeed(tx: Transaction, { connectionId, operationId, seen, unreadable }: Progress): Promise<void> {
    const missed = await this.inbox.countWithPrefix(tx, connectionId, prefixOf(operationId));
    await this.operations.succeed(tx, operationId, {
      seen,
      missed,
      unreadable,
      deliveryIdPrefix: prefixOf(operationId),
    });
    await this.connections.endReconciliation(tx, connectionId, operationId, true);
  }

  private async fail(
    tx: Transaction,
    { connectionId, operationId }: Progress,
    code: keyof typeof FAILURES,
  ): Promise<void> {
    await this.operations.fail(tx, operationId, { code, detail: FAILURES[code] });
    await this.connections.endReconciliation(tx, connectionId, operationId, false);
  }
}

const FAILURES = {
  'connection-gone': 'The connection was removed.',
  'cannot-reconcile': 'The connection has no token for the system any more.',
  'system-not-answering': 'The system failed or refused several times. What was found until then is taken in.',
  'too-many-pages': `The list of changes did not end after ${MOST_PAGES} pages.`,
} as const;

const prefixOf = (operationId: string): string => `reconcile:${operationId}:`;
