import { Injectable, Logger } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { withSparingHeap } from '../../platform/memory/index.js';
import { Operations, type OperationError } from '../../platform/operations/index.js';
import type { EventContext, OutboxMessage } from '../../platform/outbox/index.js';
import { VersionExists } from '../domain/framework-errors.js';
import { UnreadableSource } from '../domain/import/source-problem.js';
import { FrameworkUploadRepository, type FrameworkUpload } from '../persistence/framework-upload.repository.js';
import { ImportFramework, type ImportedFramework } from './import-framework.js';
import { importResult, type ImportResult } from './import-result.js';
import { readUpload } from './read-upload.js';
import { uploaderOf } from './uploader-text.js';

type ReadUpload = Awaited<ReturnType<typeof readUpload>>;

/** An import that fails by our own fault as often as this is given up, so that nobody waits for it forever. */
const TRIES = 3;

/** Reads an uploaded framework and imports it, or says in the operation why not. */
@Injectable()
export class WorkOnFrameworkImport {
  private readonly log = new Logger('WorkOnFrameworkImport');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: FrameworkUploadRepository,
    private readonly imports: ImportFramework,
    private readonly operations: Operations,
    private readonly audit: AuditLog,
  ) {}

  /** A framework is read into hundreds of thousands of small things, most of which are soon done with. */
  run(message: OutboxMessage, context: EventContext): Promise<void> {
    return withSparingHeap(() => this.work(message, context));
  }

  private async work({ organizationId, payload, attempt }: OutboxMessage, context: EventContext): Promise<void> {
    const operationId = String(payload.operationId);
    const upload = await this.unitOfWork.run(organizationId, async (tx) => {
      await this.operations.progress(tx, operationId, 0);
      return this.uploads.find(tx, operationId);
    });
    if (upload === undefined) return;
    try {
      const parsed = await readUpload(upload);
      if (upload.dryRun) {
        // The import itself, taken back: what it says is exactly what an import would do.
        const imported = await this.unitOfWork.rehearse(organizationId, (tx) => this.import(tx, upload, parsed));
        await context.commit((tx) => this.succeed(tx, operationId, importResult(imported, parsed, true)));
      } else {
        await context.commit(async (tx) => {
          const imported = await this.import(tx, upload, parsed);
          await this.succeed(tx, operationId, importResult(imported, parsed));
        });
      }
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined && attempt < TRIES - 1) throw error;
      await context.commit((tx) => this.giveUp(tx, operationId, upload, refusal ?? OUR_FAULT));
      if (refusal === undefined) this.log.error({ event: 'framework-import.given-up', operationId }, stackOf(error));
    }
  }

  private import(
    tx: Transaction,
    { name, version, uploadedBy }: FrameworkUpload,
    { content, format }: ReadUpload,
  ): Promise<ImportedFramework> {
    const importedBy = uploaderOf(uploadedBy, tx.organizationId);
    return this.imports.run(tx, { format, name, version, content, importedBy });
  }

  private async succeed(tx: Transaction, operationId: string, result: ImportResult): Promise<void> {
    await this.operations.progress(tx, operationId, result.competencies, result.competencies);
    await this.operations.succeed(tx, operationId, result);
    await this.uploads.delete(tx, operationId);
  }

  private async giveUp(
    tx: Transaction,
    operationId: string,
    { uploadedBy }: FrameworkUpload,
    error: OperationError,
  ): Promise<void> {
    await this.operations.fail(tx, operationId, error);
    await this.uploads.delete(tx, operationId);
    await this.audit.record(tx, {
      actor: uploaderOf(uploadedBy, tx.organizationId),
      action: 'framework.import-failed',
      targetType: 'operation',
      targetId: operationId,
      detail: { code: error.code },
    });
  }
}

const OUR_FAULT: OperationError = {
  code: 'internal-error',
  detail: 'The import failed by a fault of the service and was given up. Nothing was imported.',
};

/** What is wrong with the upload, for the one who sent it; undefined for what is not the sender's fault. */
function refusalOf(error: unknown): OperationError | undefined {
  if (error instanceof VersionExists) return { code: error.code, detail: error.detail };
  if (!(error instanceof UnreadableSource)) return undefined;
  const { file, line, code, message } = error.problem;
  const place = [file, line === undefined ? '' : `line ${line}`].filter((part) => part !== '').join(', ');
  return { code, detail: place === '' ? message : `${place}: ${message}` };
}

const stackOf = (error: unknown): string | undefined => (error instanceof Error ? error.stack : String(error));
