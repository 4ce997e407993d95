import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Operations } from '../../platform/operations/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { countImportLines } from '../domain/import-lines.js';
import { TooManyImports } from '../domain/import-errors.js';
import { submitterText } from '../domain/import-submitter.js';
import { ImportRepository } from '../persistence/import.repository.js';
import { readCsvImport } from './read-csv-import.js';

/** Kind of the operation of a bulk import. */
export const IMPORT_OPERATION = 'candidate-import';

/** Imports of one organization that may have lines to do at the same time. */
export const MAX_OPEN_IMPORTS = 5;

export interface HandedInImport {
  readonly format: 'ndjson' | 'csv';
  /** Within the limits of the route. */
  readonly body: Buffer;
  /** Asks only what it would do. */
  readonly dryRun: boolean;
}

/** Takes a bulk import at the door; its lines are taken in later. */
@Injectable()
export class AcceptImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly operations: Operations,
    private readonly imports: ImportRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns id of the operation, and how many lines it has to do
   * @throws {Malformed} `empty-import`, {CsvRefused}, {TooManyLines}, {TooManyImports}
   */
  async run({ format, body, dryRun }: HandedInImport, actor: Principal): Promise<{ id: string; lines: number }> {
    const ndjson = format === 'csv' ? await readCsvImport(body) : body;
    const lines = countImportLines(ndjson);
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      if ((await this.imports.open(tx)) >= MAX_OPEN_IMPORTS) throw new TooManyImports(MAX_OPEN_IMPORTS);
      const operationId = await this.operations.create(tx, IMPORT_OPERATION, lines);
      await this.imports.addBatch(tx, operationId, { body: ndjson, submittedBy: submitterText(actor), dryRun });
      await this.outbox.publish(tx, { topic: 'import.accepted', payload: { operationId } });
      await this.audit.record(tx, {
        actor,
        action: 'import.accepted',
        targetType: 'operation',
        targetId: operationId,
        detail: { lines, ...(dryRun && { dryRun }) },
      });
      return { id: operationId, lines };
    });
  }
}
