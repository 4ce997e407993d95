import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import type { LineProblem, LineResult, TakenCredential } from '../domain/import-result.js';

interface LineColumns {
  line: number;
  status: 'created' | 'updated' | 'rejected';
  candidate_id: string | null;
  result: { credentials?: TakenCredential[]; problem?: LineProblem };
}

export interface ImportCounts {
  readonly lines: number;
  readonly created: number;
  readonly updated: number;
  readonly rejected: number;
}

/** The bodies of imports that are not done yet, and what became of each line. */
@Injectable()
export class ImportRepository {
  async addBatch(tx: Transaction, operationId: string, body: Buffer, submittedBy: string): Promise<void> {
    await tx.query(
      `INSERT INTO import_batch (organization_id, operation_id, body, submitted_by) VALUES ($1, $2, $3, $4)`,
      [tx.organizationId, operationId, body, submittedBy],
    );
  }

  async batch(tx: Transaction, operationId: string): Promise<{ body: Buffer; submittedBy: string } | undefined> {
    const rows = await tx.query<{ body: Buffer; submittedBy: string }>(
      `SELECT body, submitted_by AS "submittedBy" FROM import_batch WHERE organization_id = $1 AND operation_id = $2`,
      [tx.organizationId, operationId],
    );
    return rows[0];
  }

  /** The body holds personal data and is of no use once every line has its result. */
  async deleteBatch(tx: Transaction, operationId: string): Promise<void> {
    await tx.query(`DELETE FROM import_batch WHERE organization_id = $1 AND operation_id = $2`, [
      tx.organizationId,
      operationId,
    ]);
  }

  /** @returns number of the last line that has a result, 0 when none has */
  async lastLine(tx: Transaction, operationId: string): Promise<number> {
    const rows = await tx.query<{ last: number | null }>(
      `SELECT max(line) AS last FROM import_line WHERE organization_id = $1 AND operation_id = $2`,
      [tx.organizationId, operationId],
    );
    return rows[0]?.last ?? 0;
  }

  /**
   * Makes the line this transaction's until it ends. A second worker on the same import waits here, and is then told
   * that the line is done.
   *
   * @returns whether the line is still to do
   */
  async claimLine(tx: Transaction, operationId: string, line: number): Promise<boolean> {
    await tx.query(`SELECT FROM import_batch WHERE organization_id = $1 AND operation_id = $2 FOR UPDATE`, [
      tx.organizationId,
      operationId,
    ]);
    const rows = await tx.query(
      `SELECT FROM import_batch b WHERE b.organization_id = $1 AND b.operation_id = $2 AND NOT EXISTS (
         SELECT FROM import_line l WHERE l.organization_id = $1 AND l.operation_id = $2 AND l.line = $3)`,
      [tx.organizationId, operationId, line],
    );
    return rows.length > 0;
  }

  async addLine(tx: Transaction, operationId: string, result: LineResult): Promise<void> {
    const rejected = result.status === 'rejected';
    await tx.query(
      `INSERT INTO import_line (organization_id, operation_id, line, status, candidate_id, result)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        tx.organizationId,
        operationId,
        result.line,
        result.status,
        rejected ? null : result.candidateId,
        storableJson(rejected ? { problem: result.problem } : { credentials: result.credentials }),
      ],
    );
  }

  async counts(tx: Transaction, operationId: string): Promise<ImportCounts> {
    const rows = await tx.query<ImportCounts>(
      `SELECT count(*) AS lines, count(*) FILTER (WHERE status = 'created') AS created,
         count(*) FILTER (WHERE status = 'updated') AS updated, count(*) FILTER (WHERE status = 'rejected') AS rejected
       FROM import_line WHERE organization_id = $1 AND operation_id = $2`,
      [tx.organizationId, operationId],
    );
    return rows[0] ?? { lines: 0, created: 0, updated: 0, rejected: 0 };
  }

  /** Results in the order of the lines, after line `after`. */
  async results(tx: Transaction, operationId: string, after: number, limit: number): Promise<LineResult[]> {
    const rows = await tx.query<LineColumns>(
      `SELECT line, status, candidate_id, result FROM import_line
       WHERE organization_id = $1 AND operation_id = $2 AND line > $3 ORDER BY line LIMIT $4`,
      [tx.organizationId, operationId, after, limit],
    );
    return rows.map(toResult);
  }
}

function toResult({ line, status, candidate_id, result }: LineColumns): LineResult {
  if (status === 'rejected' || candidate_id === null) {
    const { code = 'unknown', detail = '', errors = [] } = result.problem ?? {};
    const faults = errors.map(({ pointer, code: fault, message }) => ({ pointer, code: fault, message }));
    return { line, status: 'rejected', problem: { code, detail, errors: faults } };
  }
  const credentials = (result.credentials ?? []).map(({ id, duplicate }) => ({ id, duplicate }));
  return { line, status, candidateId: candidate_id, credentials };
}
