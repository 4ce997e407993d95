import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import type { ForeseenCredential, LineProblem, LineResult, TakenCredential } from '../domain/import-result.js';

interface LineColumns {
  line: number;
  status: 'created' | 'updated' | 'rejected';
  candidate_id: string | null;
  result: { credentials?: (TakenCredential | ForeseenCredential)[]; problem?: LineProblem };
}

export interface ImportCounts {
  readonly lines: number;
  readonly created: number;
  readonly updated: number;
  readonly rejected: number;
}

/** An import whose lines are not all done. */
export interface ImportBatch {
  /** NDJSON. */
  readonly body: Buffer;
  readonly submittedBy: string;
  readonly dryRun: boolean;
}

/** The bodies of imports that are not done yet, and what became of each line. */
@Injectable()
export class ImportRepository {
  async addBatch(tx: Transaction, operationId: string, { body, submittedBy, dryRun }: ImportBatch): Promise<void> {
    await tx.query(
      `INSERT INTO import_batch (organization_id, operation_id, body, submitted_by, dry_run)
       VALUES ($1, $2, $3, $4, $5)`,
      [tx.organizationId, operationId, body, submittedBy, dryRun],
    );
  }

  /** How many imports have lines to do. Nobody of the organization adds one until the transaction ends. */
  async open(tx: Transaction): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`imports ${tx.organizationId}`]);
    const rows = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM import_batch WHERE organization_id = $1`,
      [tx.organizationId],
    );
    return rows[0]?.n ?? 0;
  }

  async batch(tx: Transaction, operationId: string): Promise<ImportBatch | undefined> {
    const rows = await tx.query<ImportBatch>(
      `SELECT body, submitted_by AS "submittedBy", dry_run AS "dryRun" FROM import_batch
       WHERE organization_id = $1 AND operation_id = $2`,
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
        rejected ? null : (result.candidateId ?? null),
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
  if (status === 'rejected') {
    const { code = 'unknown', detail = '', errors = [] } = result.problem ?? {};
    const faults = errors.map(({ pointer, code: fault, message }) => ({ pointer, code: fault, message }));
    return { line, status: 'rejected', problem: { code, detail, errors: faults } };
  }
  const credentials = (result.credentials ?? []).map(({ id, duplicate }) => ({
    ...(id !== undefined && { id }),
    duplicate,
  }));
  return { line, status, ...(candidate_id !== null && { candidateId: candidate_id }), credentials };
}
