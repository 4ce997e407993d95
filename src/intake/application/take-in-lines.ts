import { Injectable, Logger } from '@nestjs/common';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { parseStrictJson } from '../../platform/http/index.js';
import { Operations } from '../../platform/operations/index.js';
import { LineTooLarge } from '../domain/import-errors.js';
import { type ImportLine, type ImportPlace, MAX_LINE_BYTES } from '../domain/import-lines.js';
import { foreseen, type LineProblem, type LineResult, problemOf } from '../domain/import-result.js';
import { inWaves } from '../domain/in-waves.js';
import { ImportRepository } from '../persistence/import.repository.js';
import { type CandidateSubmission, readCandidateSubmission } from './read-candidate-submission.js';
import { TakeInCandidate } from './take-in-candidate.js';

/** What one transaction takes, so that nobody waits long for the people of an import, nor the service for memory. */
const AT_ONCE = { lines: 200, bytes: 1024 * 1024, documents: 200, externalIds: 500 };

const COULD_NOT_BE_TAKEN: LineProblem = {
  code: 'line-could-not-be-processed',
  detail: 'Something went wrong on our side with this line, several times. Send it again; the other lines are done.',
  errors: [],
};

/** Of which import lines are, and how much is tried before one is given up. */
export interface LineContext {
  readonly operationId: string;
  readonly actor: Principal;
  /** Asks only what the lines would do. */
  readonly dryRun: boolean;
  /**
   * A line that fails by our own fault stops the import for another try; or else, when it is the first, it is rejected so
   * that the others go on.
   */
  readonly giveUpFirst: boolean;
}

/** A line as it was read: what it says, or why it is rejected. */
type ReadLine = ImportLine & ({ readonly says: CandidateSubmission } | { readonly problem: LineProblem });

/** Lines of an import: they, their results and the place where the import goes on are one transaction. */
@Injectable()
export class TakeInLines {
  private readonly log = new Logger('TakeInLines');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly takeIn: TakeInCandidate,
    private readonly operations: Operations,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes in the first lines, as many as one transaction should take. When that fails by our own fault, each is taken in
   * for itself up to the one that fails.
   *
   * @param at the place of the first line, where the import must still be
   * @returns how many lines were done; 0 when somebody else has gone on with the import
   */
  async run(lines: readonly ImportLine[], at: ImportPlace, context: LineContext): Promise<number> {
    const together = withinLimits(await this.readAll(lines.slice(0, AT_ONCE.lines)));
    try {
      return await this.inOneTransaction(together, at, context);
    } catch (error) {
      if (together.length > 1) return this.oneByOne(together, at, context);
      const [only] = together;
      if (only === undefined || !context.giveUpFirst) throw error;
      this.log.error(
        { event: 'import.line-given-up', operationId: context.operationId },
        error instanceof Error ? error.stack : String(error),
      );
      return this.inOneTransaction([{ ...only, problem: COULD_NOT_BE_TAKEN }], at, context);
    }
  }

  private async oneByOne(lines: readonly ReadLine[], at: ImportPlace, context: LineContext): Promise<number> {
    let done = 0;
    let place = at;
    for (const line of lines) {
      const giveUpFirst = context.giveUpFirst && done === 0;
      if ((await this.run([line], place, { ...context, giveUpFirst })) === 0) break;
      done += 1;
      place = line.after;
    }
    return done;
  }

  private inOneTransaction(lines: readonly ReadLine[], at: ImportPlace, context: LineContext): Promise<number> {
    const { actor, operationId } = context;
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      if (!(await this.imports.claim(tx, operationId, at))) return 0;
      const results = await this.resultsOf(tx, lines, context);
      const done = await this.imports.goTo(tx, operationId, lines.at(-1)?.after ?? at, results);
      await this.operations.progress(tx, operationId, done);
      return lines.length;
    });
  }

  private async resultsOf(tx: Transaction, lines: readonly ReadLine[], context: LineContext): Promise<LineResult[]> {
    const results = lines.flatMap((line): LineResult[] =>
      'problem' in line ? [{ line: line.number, status: 'rejected', problem: line.problem }] : [],
    );
    const good = lines.flatMap((line) => ('problem' in line ? [] : [line]));
    const touched = await this.takeIn.hold(
      tx,
      good.map(({ says }) => says),
    );
    // Lines about the same person come one after the other, in their order.
    for (const wave of inWaves(touched)) {
      const together = wave.flatMap((position) => good[position] ?? []);
      results.push(...(await this.take(tx, together, context)));
    }
    return results;
  }

  /** A dry run does all of it and takes it back, so that it refuses what the import itself would. */
  private async take(
    tx: Transaction,
    lines: readonly (ReadLine & { says: CandidateSubmission })[],
    { actor, dryRun }: LineContext,
  ): Promise<LineResult[]> {
    if (dryRun) await tx.query('SAVEPOINT dry_run');
    const taken = await this.takeIn.runAll(
      tx,
      lines.map(({ says }) => says),
      { source: 'import', actor },
    );
    if (dryRun) await tx.query('ROLLBACK TO SAVEPOINT dry_run');
    return taken.map((one, n) => {
      const line = lines[n]?.number ?? 0;
      if ('problem' in one) return { line, status: 'rejected', problem: problemOf(one.problem) };
      const { status, candidateId, credentials } = one;
      return dryRun ? { line, ...foreseen(status, candidateId, credentials) } : { line, ...one };
    });
  }

  private readAll(lines: readonly ImportLine[]): Promise<ReadLine[]> {
    return Promise.all(
      lines.map(async (line) => {
        try {
          return { ...line, says: await this.read(line) };
        } catch (error) {
          if (error instanceof DomainError) return { ...line, problem: problemOf(error) };
          throw error;
        }
      }),
    );
  }

  private async read({ bytes }: ImportLine): Promise<CandidateSubmission> {
    if (bytes.length > MAX_LINE_BYTES) throw new LineTooLarge(MAX_LINE_BYTES);
    return readCandidateSubmission(parseStrictJson(bytes), bytes.toString('utf8'), this.clock.now());
  }
}

/** The first lines that fit, and the very first in any case. */
function withinLimits(lines: readonly ReadLine[]): ReadLine[] {
  let [bytes, documents, externalIds] = [0, 0, 0];
  const tooMany = lines.findIndex((line, n) => {
    bytes += line.bytes.length;
    if ('says' in line) {
      documents += line.says.documents.length;
      externalIds += line.says.command.externalIds.length;
    }
    return n > 0 && (bytes > AT_ONCE.bytes || documents > AT_ONCE.documents || externalIds > AT_ONCE.externalIds);
  });
  return tooMany < 0 ? [...lines] : lines.slice(0, tooMany);
}
