import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Operations } from '../../platform/operations/index.js';
import { type EventContext, Outbox, type OutboxMessage } from '../../platform/outbox/index.js';
import { importLines } from '../domain/import-lines.js';
import { submitterOf } from '../domain/import-submitter.js';
import { ImportRepository } from '../persistence/import.repository.js';
import { TakeInLine } from './take-in-line.js';

/** Progress is told this often. */
const LINES_PER_BATCH = 50;
/** A long import goes on in a new message after this many lines, so that it never keeps a worker from other work for long. */
const LINES_PER_MESSAGE = 2_000;
/** The line that an import stopped at by our own fault, and which fails again in this try, is given up. */
const TRIES = 3;

/** Takes in the lines of an import, from the first that has no result yet. */
@Injectable()
export class WorkOnImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly takeIn: TakeInLine,
    private readonly operations: Operations,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** Each line that is taken in stays taken in, whatever happens after it; a repeat goes on where the last one ended. */
  async run({ organizationId, payload, attempt }: OutboxMessage, context: EventContext): Promise<void> {
    const operationId = String(payload.operationId);
    const inOrganization = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
      this.unitOfWork.run(organizationId, work);
    const batch = await inOrganization((tx) => this.imports.batch(tx, operationId));
    if (batch === undefined) return;
    const last = await inOrganization((tx) => this.imports.lastLine(tx, operationId));
    const actor = submitterOf(batch.submittedBy, organizationId);

    let done = 0;
    let taken = 0;
    for (const line of importLines(batch.body)) {
      if (taken === LINES_PER_MESSAGE) {
        return context.commit((tx) => this.goOnLater(tx, operationId, done));
      }
      if (line.number > last) {
        await this.takeIn.run(line, { operationId, actor, giveUp: taken === 0 && attempt >= TRIES - 1 });
        taken += 1;
      }
      done += 1;
      if (taken > 0 && done % LINES_PER_BATCH === 0) {
        const soFar = done;
        await inOrganization((tx) => this.operations.progress(tx, operationId, soFar));
      }
    }
    await context.commit((tx) => this.finish(tx, operationId));
  }

  private async goOnLater(tx: Transaction, operationId: string, done: number): Promise<void> {
    await this.operations.progress(tx, operationId, done);
    await this.outbox.publish(tx, { topic: 'import.accepted', payload: { operationId } });
  }

  private async finish(tx: Transaction, operationId: string): Promise<void> {
    const counts = await this.imports.counts(tx, operationId);
    const resultsUrl = `/v1/imports/${operationId}/results`;
    await this.operations.succeed(tx, operationId, { ...counts, resultsUrl });
    await this.imports.deleteBatch(tx, operationId);
    await this.outbox.publish(tx, { topic: 'import.completed', payload: { operationId, ...counts } });
    await this.audit.record(tx, {
      actor: 'system',
      action: 'import.completed',
      targetType: 'operation',
      targetId: operationId,
      detail: { ...counts },
    });
  }
}
