import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import type { ImportPlace } from '../domain/import-lines.js';
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
interface ImportBatch {
  /** NDJSON. */
  readonly body: Buffer;
  readonly submittedBy: string;
  readonly dryRun: boolean;
}

/** What comes next of an import. */
export interface ImportPart extends Omit<ImportBatch, 'body'> {
  readonly bytes: Buffer;
  /** Where the bytes begin: at the beginning of a line. */
  readonly at: ImportPlace;
  /** Whether the body ends with them. */
  readonly isLast: boolean;
  /** Lines that have their result. */
  readonly linesDone: number;
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

  /** @param length most bytes to read @returns nothing when the import is done */
  async nextPart(tx: Transaction, operationId: string, length: number): Promise<ImportPart | undefined> {
    const rows = await tx.query<Omit<ImportPart, 'at'> & ImportPlace>(
      `SELECT substring(body FROM next_byte + 1 FOR $3) AS bytes, next_byte AS byte, next_line AS line,
         next_byte + $3 >= octet_length(body) AS "isLast", lines_done AS "linesDone",
         submitted_by AS "submittedBy", dry_run AS "dryRun"
       FROM import_batch WHERE organization_id = $1 AND operation_id = $2`,
      [tx.organizationId, operationId, length],
    );
    return rows.map(({ byte, line, ...part }) => ({ ...part, at: { byte, line } }))[0];
  }

  /** The body holds personal data and is of no use once every line has its result. */
  async deleteBatch(tx: Transaction, operationId: string): Promise<void> {
    await tx.query(`DELETE FROM import_batch WHERE organization_id = $1 AND operation_id = $2`, [
      tx.organizationId,
      operationId,
    ]);
  }

  /**
   * Makes the import this transaction's until it ends. A second worker on it waits here, and is then told that it has gone
   * on.
   *
   * @returns whether it still goes on at that place
   */
  async claim(tx: Transaction, operationId: string, at: ImportPlace): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM import_batch WHERE organization_id = $1 AND operation_id = $2 AND next_byte = $3 FOR UPDATE`,
      [tx.organizationId, operationId, at.byte],
    );
    return rows.length > 0;
  }

  /** Passes over what holds no line, unless somebody else has gone on. */
  async skipTo(tx: Transaction, operationId: string, from: ImportPlace, to: ImportPlace): Promise<void> {
    await tx.query(
      `UPDATE import_batch SET next_byte = $4, next_line = $5
       WHERE organization_id = $1 AND operation_id = $2 AND next_byte = $3`,
      [tx.organizationId, operationId, from.byte, to.byte, to.line],
    );
  }

  /** @returns how many lines are done now */
  async goTo(
    tx: Transaction,
    operationId: string,
    place: ImportPlace,
    results: readonly LineResult[],
  ): Promise<number> {
    await tx.query(
      `INSERT INTO import_line (organization_id, operation_id, line, status, candidate_id, result)
       SELECT $1, $2, l.line, l.status, l.candidate_id, l.result
       FROM unnest($3::int[], $4::text[], $5::uuid[], $6::jsonb[]) AS l (line, status, candidate_id, result)`,
      [
        tx.organizationId,
        operationId,
        results.map(({ line }) => line),
        results.map(({ status }) => status),
        results.map((result) => (result.status === 'rejected' ? null : (result.candidateId ?? null))),
        results.map((result) =>
          storableJson(
            result.status === 'rejected' ? { problem: result.problem } : { credentials: result.credentials },
          ),
        ),
      ],
    );
    const [batch] = await tx.query<{ done: number }>(
      `UPDATE import_batch SET next_byte = $3, next_line = $4, lines_done = lines_done + $5
       WHERE organization_id = $1 AND operation_id = $2 RETURNING lines_done AS done`,
      [tx.organizationId, operationId, place.byte, place.line, results.length],
    );
    return batch?.done ?? 0;
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
