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

/** So many documents that wait for their verdict hold an import up, so that those who hand in one are not kept waiting. */
const MOST_UNJUDGED = 1_000;
const LINES_BETWEEN_LOOKS = 10;
const PAUSE_MS = 2_000;

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
    const { dryRun } = batch;

    let done = 0;
    let taken = 0;
    for (const line of importLines(batch.body)) {
      if (taken === LINES_PER_MESSAGE) {
        return context.commit((tx) => this.goOnLater(tx, operationId, done, 0));
      }
      if (line.number > last) {
        if (!dryRun && taken % LINES_BETWEEN_LOOKS === 0 && (await inOrganization((tx) => this.mustWait(tx)))) {
          return context.commit((tx) => this.goOnLater(tx, operationId, done, PAUSE_MS));
        }
        await this.takeIn.run(line, { operationId, actor, dryRun, giveUp: taken === 0 && attempt >= TRIES - 1 });
        taken += 1;
      }
      done += 1;
      if (taken > 0 && done % LINES_PER_BATCH === 0) {
        const soFar = done;
        await inOrganization((tx) => this.operations.progress(tx, operationId, soFar));
      }
    }
    await context.commit((tx) => this.finish(tx, operationId, dryRun));
  }

  private mustWait(tx: Transaction): Promise<boolean> {
    return this.outbox.isOwed(tx, 'credential.submitted', MOST_UNJUDGED);
  }

  private async goOnLater(tx: Transaction, operationId: string, done: number, delayMs: number): Promise<void> {
    await this.operations.progress(tx, operationId, done);
    await this.outbox.publish(tx, { topic: 'import.accepted', payload: { operationId }, delayMs });
  }

  private async finish(tx: Transaction, operationId: string, dryRun: boolean): Promise<void> {
    const counts = await this.imports.counts(tx, operationId);
    const resultsUrl = `/v1/imports/${operationId}/results`;
    await this.operations.succeed(tx, operationId, { ...counts, ...(dryRun && { dryRun }), resultsUrl });
    await this.imports.deleteBatch(tx, operationId);
    if (!dryRun) await this.outbox.publish(tx, { topic: 'import.completed', payload: { operationId, ...counts } });
    await this.audit.record(tx, {
      actor: 'system',
      action: dryRun ? 'import.rehearsed' : 'import.completed',
      targetType: 'operation',
      targetId: operationId,
      detail: { ...counts },
    });
  }
}
