import { Injectable, Logger } from '@nestjs/common';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { parseStrictJson } from '../../platform/http/index.js';
import { LineTooLarge } from '../domain/import-errors.js';
import { type ImportLine, MAX_LINE_BYTES } from '../domain/import-lines.js';
import { foreseen, type LineProblem, type LineResult, problemOf } from '../domain/import-result.js';
import { ImportRepository } from '../persistence/import.repository.js';
import { type CandidateSubmission, readCandidateSubmission } from './read-candidate-submission.js';
import { TakeInCandidate } from './take-in-candidate.js';

const COULD_NOT_BE_TAKEN: LineProblem = {
  code: 'line-could-not-be-processed',
  detail: 'Something went wrong on our side with this line, several times. Send it again; the other lines are done.',
  errors: [],
};

/** Of which import a line is, and how much is tried before it is given up. */
export interface LineContext {
  readonly operationId: string;
  readonly actor: Principal;
  /** Asks only what the line would do. */
  readonly dryRun: boolean;
  /** A line that fails by our own fault stops the import for another try, or else is rejected so that the others go on. */
  readonly giveUp: boolean;
}

/** One line of an import: it and its result are one transaction. */
@Injectable()
export class TakeInLine {
  private readonly log = new Logger('TakeInLine');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly takeIn: TakeInCandidate,
    private readonly clock: Clock,
  ) {}

  /** Does nothing when the line was done before. */
  async run(line: ImportLine, context: LineContext): Promise<void> {
    try {
      const submission = await this.read(line);
      await this.once(line, context, async (tx) => ({
        line: line.number,
        ...(await this.take(tx, submission, context)),
      }));
    } catch (error) {
      const problem = this.problemOf(error, context);
      await this.once(line, context, async () => ({ line: line.number, status: 'rejected', problem }));
    }
  }

  /** A dry run does all of it and takes it back, so that it refuses what the import itself would. */
  private async take(
    tx: Transaction,
    submission: CandidateSubmission,
    { actor, dryRun }: LineContext,
  ): Promise<Omit<Extract<LineResult, { credentials: unknown }>, 'line'>> {
    if (!dryRun) return this.takeIn.run(tx, submission, { source: 'import', actor });
    await tx.query('SAVEPOINT dry_run');
    const { status, candidateId, credentials } = await this.takeIn.run(tx, submission, { source: 'import', actor });
    await tx.query('ROLLBACK TO SAVEPOINT dry_run');
    return foreseen(status, candidateId, credentials);
  }

  private async read({ bytes }: ImportLine): Promise<CandidateSubmission> {
    if (bytes.length > MAX_LINE_BYTES) throw new LineTooLarge(MAX_LINE_BYTES);
    const value = parseStrictJson(bytes);
    return readCandidateSubmission(value, bytes.toString('utf8'), this.clock.now());
  }

  private async once(
    { number }: ImportLine,
    { actor, operationId }: LineContext,
    take: (tx: Transaction) => Promise<LineResult>,
  ): Promise<void> {
    await this.unitOfWork.run(actor.organizationId, async (tx) => {
      if (!(await this.imports.claimLine(tx, operationId, number))) return;
      await this.imports.addLine(tx, operationId, await take(tx));
    });
  }

  private problemOf(error: unknown, { operationId, giveUp }: LineContext): LineProblem {
    if (error instanceof DomainError) return problemOf(error);
    if (!giveUp) throw error;
    this.log.error(
      { event: 'import.line-given-up', operationId },
      error instanceof Error ? error.stack : String(error),
    );
    return COULD_NOT_BE_TAKEN;
  }
}
