import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { Operations } from '../../platform/operations/index.js';
import type { LineResult } from '../domain/import-result.js';
import { ImportRepository } from '../persistence/import.repository.js';
import { IMPORT_OPERATION } from './accept-import.js';

const LINES_AT_ONCE = 1_000;

/** Results of an import, read in parts so that a long one is never whole in memory. */
@Injectable()
export class ImportResults {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly operations: Operations,
    private readonly imports: ImportRepository,
  ) {}

  /**
   * The results so far, each as one line of NDJSON.
   *
   * @throws {NotFound} before the first line, when there is no such import
   */
  async stream(organizationId: string, operationId: string): Promise<AsyncGenerator<string>> {
    const found = await this.unitOfWork.run(organizationId, (tx) => this.operations.find(tx, operationId));
    if (found?.operation.kind !== IMPORT_OPERATION) throw new NotFound('import');
    return this.lines(organizationId, operationId);
  }

  private async *lines(organizationId: string, operationId: string): AsyncGenerator<string> {
    let after = 0;
    for (;;) {
      const results = await this.unitOfWork.run(organizationId, (tx) =>
        this.imports.results(tx, operationId, after, LINES_AT_ONCE),
      );
      if (results.length === 0) return;
      yield results.map(asLine).join('');
      after = results.at(-1)?.line ?? after;
    }
  }
}

const asLine = (result: LineResult): string => `${JSON.stringify(result)}\n`;
