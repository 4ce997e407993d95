import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Operations } from '../../platform/operations/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { countImportLines } from '../domain/import-lines.js';
import { submitterText } from '../domain/import-submitter.js';
import { ImportRepository } from '../persistence/import.repository.js';

/** Kind of the operation of a bulk import. */
export const IMPORT_OPERATION = 'candidate-import';

/** Takes a bulk import at the door; its lines are taken in later, one by one. */
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
   * @param body NDJSON, within the limits of the route
   * @returns id of the operation, and how many lines it has to do
   * @throws {Malformed} `empty-import`, {TooManyLines}
   */
  async run(body: Buffer, actor: Principal): Promise<{ id: string; lines: number }> {
    const lines = countImportLines(body);
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      const operationId = await this.operations.create(tx, IMPORT_OPERATION, lines);
      await this.imports.addBatch(tx, operationId, body, submitterText(actor));
      await this.outbox.publish(tx, { topic: 'import.accepted', payload: { operationId } });
      await this.audit.record(tx, {
        actor,
        action: 'import.accepted',
        targetType: 'operation',
        targetId: operationId,
        detail: { lines },
      });
      return { id: operationId, lines };
    });
  }
}
