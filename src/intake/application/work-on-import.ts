import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Operations } from '../../platform/operations/index.js';
import { type EventContext, Outbox, type OutboxMessage } from '../../platform/outbox/index.js';
import { afterWholeLines, hasLineEnd, importLines, MAX_LINE_BYTES } from '../domain/import-lines.js';
import { submitterOf } from '../domain/import-submitter.js';
import { type ImportPart, ImportRepository } from '../persistence/import.repository.js';
import { TakeInLines } from './take-in-lines.js';

/** A long import goes on in a new message after this many lines, so that it never keeps a worker from other work for long. */
const LINES_PER_MESSAGE = 2_000;
/** The line that an import stopped at by our own fault, and which fails again in this try, is given up. */
const TRIES = 3;

/** So many documents that wait for their verdict hold an import up, so that those who hand in one are not kept waiting. */
const MOST_UNJUDGED = 1_000;
const PAUSE_MS = 500;

/** Longer than any line that is taken. */
const PART_BYTES = 2 * MAX_LINE_BYTES;
/** More than any body has. */
const ALL_BYTES = 2 ** 30;

/** Takes in the lines of an import, from the first that has no result yet. */
@Injectable()
export class WorkOnImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly takeIn: TakeInLines,
    private readonly operations: Operations,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** Each line that is taken in stays taken in, whatever happens after it; a repeat goes on where the last one ended. */
  async run({ organizationId, payload, attempt }: OutboxMessage, context: EventContext): Promise<void> {
    const operationId = String(payload.operationId);
    const inOrganization = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
      this.unitOfWork.run(organizationId, work);

    for (let taken = 0; ;) {
      const part = await this.nextPart(inOrganization, operationId);
      if (part === undefined) return;
      const { dryRun, isLast } = part;
      const actor = submitterOf(part.submittedBy, organizationId);
      let { at } = part;
      let lines = [...importLines(part.bytes, at, isLast)];
      while (lines.length > 0) {
        if (taken >= LINES_PER_MESSAGE) return context.commit((tx) => this.goOnLater(tx, operationId, 0));
        if (!dryRun && (await inOrganization((tx) => this.mustWait(tx)))) {
          return context.commit((tx) => this.goOnLater(tx, operationId, PAUSE_MS));
        }
        const giveUpFirst = taken === 0 && attempt >= TRIES - 1;
        const done = await this.takeIn.run(lines, at, { operationId, actor, dryRun, giveUpFirst });
        // Somebody else has gone on with the import; where it is now is looked up.
        if (done === 0) break;
        at = lines[done - 1]?.after ?? at;
        lines = lines.slice(done);
        taken += done;
      }
      if (lines.length > 0) continue;
      if (isLast) return context.commit((tx) => this.finish(tx, operationId, dryRun));
      await inOrganization((tx) => this.imports.skipTo(tx, operationId, at, afterWholeLines(part.bytes, part.at)));
    }
  }

  /** The next whole lines, or all that is left. */
  private async nextPart(
    inOrganization: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>,
    operationId: string,
  ): Promise<ImportPart | undefined> {
    const part = await inOrganization((tx) => this.imports.nextPart(tx, operationId, PART_BYTES));
    if (part === undefined || part.isLast || hasLineEnd(part.bytes)) return part;
    return inOrganization((tx) => this.imports.nextPart(tx, operationId, ALL_BYTES));
  }

  private mustWait(tx: Transaction): Promise<boolean> {
    return this.outbox.isOwed(tx, 'credential.submitted', MOST_UNJUDGED);
  }

  private async goOnLater(tx: Transaction, operationId: string, delayMs: number): Promise<void> {
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
