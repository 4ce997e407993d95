import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Operations } from '../../platform/operations/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { FORMAT_BY_FILES, FormatNotSupported, isFrameworkFormat } from '../domain/framework-errors.js';
import { FrameworkUploadRepository, type FrameworkUpload } from '../persistence/framework-upload.repository.js';
import { uploaderText } from './uploader-text.js';

/** Kind of the operation that imports an uploaded framework. */
export const FRAMEWORK_OPERATION = 'framework-import';

/** Takes a framework at the door; it is read and imported later. */
@Injectable()
export class AcceptFrameworkUpload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly operations: Operations,
    private readonly uploads: FrameworkUploadRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param upload within the limits of the route
   * @returns id of the operation
   * @throws {FormatNotSupported}
   */
  async run(upload: Omit<FrameworkUpload, 'uploadedBy'>, actor: Principal): Promise<string> {
    if (upload.format !== FORMAT_BY_FILES && !isFrameworkFormat(upload.format)) throw new FormatNotSupported();
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      const operationId = await this.operations.create(tx, FRAMEWORK_OPERATION);
      await this.uploads.add(tx, operationId, { ...upload, uploadedBy: uploaderText(actor) });
      await this.outbox.publish(tx, { topic: 'framework.import-requested', payload: { operationId } });
      await this.audit.record(tx, {
        actor,
        action: 'framework.import-requested',
        targetType: 'operation',
        targetId: operationId,
        detail: { format: upload.format, version: upload.version, files: upload.files.length, dryRun: upload.dryRun },
      });
      return operationId;
    });
  }
}
