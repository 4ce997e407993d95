import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Conflict, NotFound } from '../../platform/errors/index.js';
import { Operations } from '../../platform/operations/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { PeriodicTasks } from '../../platform/schedule/index.js';
import type { Connection } from '../domain/connection.js';
import { RECONCILE } from '../domain/reconcile/reconcile.js';
import { isUnderWay, sinceOf } from '../domain/reconciliation.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';
import { AskVendor } from './ask-vendor.js';

export const RECONCILE_OPERATION = 'connection-reconcile';
export const RECONCILE_DUE = 'connection.reconcile-due';

const LOOK_EVERY_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** The system tells no changes, or the connection may not ask it. */
export class CannotReconcile extends Conflict {
  constructor() {
    const systems = Object.keys(RECONCILE).join(', ');
    super(
      'cannot-reconcile',
      `Changes can be asked for from ${systems}, once the connection has an apiToken (for greenhouse a client id and ` +
        `secret with a colon between them, for workable an apiUrl as well).`,
    );
  }
}

export class ReconciliationUnderWay extends Conflict {
  constructor() {
    super('reconciliation-under-way', 'The connection is being compared already. Wait until that operation has ended.');
  }
}

/** Begins comparisons of connections with what their systems say has changed: when asked to, and once a day. */
@Injectable()
export class Reconciliations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
    private readonly vendor: AskVendor,
    private readonly operations: Operations,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    tasks: PeriodicTasks,
  ) {
    tasks.add({ name: 'connections.reconcile', everyMs: LOOK_EVERY_MS, run: () => this.startDue() });
  }

  /**
   * @param since undefined: since the last one that went through, else since the connection was made
   * @returns id of the operation
   * @throws {NotFound}, {CannotReconcile}, {ReconciliationUnderWay}
   */
  start(actor: Principal, connectionId: string, since: Date | undefined): Promise<string> {
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      const connection = await this.connections.find(tx, connectionId, 'for-update');
      if (connection === undefined) throw new NotFound('connection');
      if (!this.canReconcile(connection)) throw new CannotReconcile();
      if (isUnderWay(connection.reconciliation, new Date())) throw new ReconciliationUnderWay();
      return this.begin(tx, actor, connection, since);
    });
  }

  /** Those that were not compared for a day. */
  async startDue(): Promise<void> {
    const organizations = await this.unitOfWork.runAsSystem((tx) => this.connections.organizations(tx));
    for (const organizationId of organizations) {
      await this.unitOfWork.run(organizationId, async (tx) => {
        for (const id of await this.connections.notReconciledSince(tx, new Date(Date.now() - DAY_MS))) {
          const connection = await this.connections.find(tx, id, 'for-update');
          if (connection === undefined || !this.canReconcile(connection)) continue;
          if (!isUnderWay(connection.reconciliation, new Date())) await this.begin(tx, 'system', connection, undefined);
        }
      });
    }
  }

  private canReconcile(connection: Connection): boolean {
    return RECONCILE[connection.system] !== undefined && this.vendor.interfaceOf(connection) !== undefined;
  }

  private async begin(
    tx: Transaction,
    actor: Principal | 'system',
    connection: Connection,
    given: Date | undefined,
  ): Promise<string> {
    const { id: connectionId } = connection;
    const since = given ?? sinceOf(connection.reconciliation, connection.createdAt);
    const operationId = await this.operations.create(tx, RECONCILE_OPERATION);
    const startedAt = new Date();
    await this.connections.setReconciliation(tx, connectionId, {
      operationId,
      since,
      startedAt,
      endedAt: null,
      succeeded: false,
    });
    const payload = {
      connectionId,
      operationId,
      since: since.toISOString(),
      cursor: null,
      seen: 0,
      unreadable: 0,
      pages: 0,
    };
    await this.outbox.publish(tx, { topic: RECONCILE_DUE, payload });
    const target = { targetType: 'connection', targetId: connectionId };
    await this.audit.record(tx, { actor, action: 'connection.reconciled', ...target, detail: { operationId } });
    return operationId;
  }
}
