import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';

export interface UploadedPart {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What was sent to be imported. */
export interface FrameworkUpload {
  /** `detect` where the sender left it to the files. */
  readonly format: string;
  /** Only to tell what an import would do. */
  readonly dryRun: boolean;
  readonly name: string;
  readonly version: string;
  readonly uploadedBy: string;
  readonly files: readonly UploadedPart[];
}

/** Uploads that are not imported yet, where any worker can read them. */
@Injectable()
export class FrameworkUploadRepository {
  async add(tx: Transaction, operationId: string, upload: FrameworkUpload): Promise<void> {
    await tx.query(
      `INSERT INTO framework_upload (organization_id, operation_id, format, name, version, uploaded_by, dry_run)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.organizationId, operationId, upload.format, upload.name, upload.version, upload.uploadedBy, upload.dryRun],
    );
    for (const [position, file] of upload.files.entries()) {
      await tx.query(
        `INSERT INTO framework_upload_file (organization_id, operation_id, position, file_name, bytes)
         VALUES ($1, $2, $3, $4, $5)`,
        [tx.organizationId, operationId, position, storableText(file.name), file.bytes],
      );
    }
  }

  async find(tx: Transaction, operationId: string): Promise<FrameworkUpload | undefined> {
    const key = [tx.organizationId, operationId];
    const [upload] = await tx.query<Omit<FrameworkUpload, 'files'>>(
      `SELECT format, name, version, uploaded_by AS "uploadedBy", dry_run AS "dryRun" FROM framework_upload
       WHERE organization_id = $1 AND operation_id = $2`,
      key,
    );
    if (upload === undefined) return undefined;
    const files = await tx.query<UploadedPart>(
      `SELECT file_name AS name, bytes FROM framework_upload_file
       WHERE organization_id = $1 AND operation_id = $2 ORDER BY position`,
      key,
    );
    return { ...upload, files };
  }

  async delete(tx: Transaction, operationId: string): Promise<void> {
    await tx.query(`DELETE FROM framework_upload WHERE organization_id = $1 AND operation_id = $2`, [
      tx.organizationId,
      operationId,
    ]);
  }
}
