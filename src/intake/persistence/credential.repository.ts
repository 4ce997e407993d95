import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { OpenedDocument, SubmittedCredential } from '../domain/submission.js';

const COLUMNS = `id, candidate_id AS "candidateId", encode(sha256, 'hex') AS sha256, size,
  content_type AS "contentType", file_name AS "fileName", source, submitted_at AS "submittedAt"`;

@Injectable()
export class CredentialRepository {
  /**
   * Stores the document unless the candidate already has the same bytes; of simultaneous equal ones the first wins.
   *
   * @returns the stored one and whether it was there before
   */
  async insertOnce(
    tx: Transaction,
    credential: SubmittedCredential & { readonly submittedBy: string },
    bytes: Buffer,
  ): Promise<{ credential: SubmittedCredential; duplicate: boolean }> {
    const inserted = await tx.query<SubmittedCredential>(
      `WITH stored AS (
         INSERT INTO credential (organization_id, id, candidate_id, sha256, size, content_type, file_name, source,
                                 submitted_at, submitted_by)
         VALUES ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8, $9, $10)
         ON CONFLICT ON CONSTRAINT credential_same_bytes_key DO NOTHING
         RETURNING *),
       kept AS (
         INSERT INTO credential_original (organization_id, credential_id, bytes)
         SELECT organization_id, id, $11 FROM stored)
       SELECT ${COLUMNS} FROM stored`,
      [
        tx.organizationId,
        credential.id,
        credential.candidateId,
        credential.sha256,
        credential.size,
        credential.contentType,
        credential.fileName,
        credential.source,
        credential.submittedAt,
        credential.submittedBy,
        bytes,
      ],
    );
    if (inserted[0] !== undefined) return { credential: inserted[0], duplicate: false };
    const first = await this.findBySha256(tx, credential.candidateId, credential.sha256);
    if (first === undefined) throw new Error('a document that is there could not be read');
    return { credential: first, duplicate: true };
  }

  async find(tx: Transaction, id: string): Promise<SubmittedCredential | undefined> {
    const rows = await tx.query<SubmittedCredential>(
      `SELECT ${COLUMNS} FROM credential WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id],
    );
    return rows[0];
  }

  open(tx: Transaction, ids: readonly string[]): Promise<OpenedDocument[]> {
    return tx.query(
      `SELECT ${COLUMNS}, bytes FROM credential c
       JOIN (SELECT credential_id, bytes FROM credential_original
         WHERE organization_id = $1 AND credential_id = ANY ($2::uuid[])) o ON o.credential_id = c.id
       WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
      [tx.organizationId, ids],
    );
  }

  idsOfCandidate(tx: Transaction, candidateId: string): Promise<{ id: string }[]> {
    return tx.query(`SELECT id FROM credential WHERE organization_id = $1 AND candidate_id = $2 ORDER BY id`, [
      tx.organizationId,
      candidateId,
    ]);
  }

  async original(tx: Transaction, id: string): Promise<Buffer | undefined> {
    const rows = await tx.query<{ bytes: Buffer }>(
      `SELECT bytes FROM credential_original WHERE organization_id = $1 AND credential_id = $2`,
      [tx.organizationId, id],
    );
    return rows[0]?.bytes;
  }

  private async findBySha256(
    tx: Transaction,
    candidateId: string,
    sha256: string,
  ): Promise<SubmittedCredential | undefined> {
    const rows = await tx.query<SubmittedCredential>(
      `SELECT ${COLUMNS} FROM credential WHERE organization_id = $1 AND candidate_id = $2 AND sha256 = decode($3, 'hex')`,
      [tx.organizationId, candidateId, sha256],
    );
    return rows[0];
  }
}
