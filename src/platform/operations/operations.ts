import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../database/index.js';
import { newId } from '../ids/index.js';
import type { Operation, OperationError, OperationState, OperationVersion } from './operation.js';

interface OperationColumns {
  id: string;
  kind: string;
  state: OperationState;
  done: number;
  total: number | null;
  result: unknown;
  error: OperationError | null;
  version: string;
}

/** Each change is later than the one before, however coarse the clock, so a watcher misses none. */
const CHANGED = `updated_at = greatest(clock_timestamp(), updated_at + interval '1 microsecond')`;
/** What has ended stays as it ended. */
const STILL_OPEN = `organization_id = $1 AND id = $2 AND state IN ('queued', 'running')`;

/** Keeps the record of long work, in the transactions that do it. */
@Injectable()
export class Operations {
  /**
   * @param kind what is done, kebab-case
   * @param total how many steps there are, where that is known
   * @returns id of the new operation, which is `queued`
   */
  async create(tx: Transaction, kind: string, total?: number): Promise<string> {
    const id = newId();
    await tx.query(`INSERT INTO operation (organization_id, id, kind, total) VALUES ($1, $2, $3, $4)`, [
      tx.organizationId,
      id,
      kind,
      total ?? null,
    ]);
    return id;
  }

  /** @param done steps done so far; it may be repeated after a retry, and never counts back */
  async progress(tx: Transaction, id: string, done: number, total?: number): Promise<void> {
    await tx.query(
      `UPDATE operation SET state = 'running', done = greatest(done, $3), total = coalesce($4, total), ${CHANGED}
       WHERE ${STILL_OPEN}`,
      [tx.organizationId, id, done, total ?? null],
    );
  }

  /** @param result small and JSON: counts and ids that lead to what was made */
  async succeed(tx: Transaction, id: string, result: unknown): Promise<void> {
    await tx.query(
      `UPDATE operation SET state = 'succeeded', done = coalesce(total, done), result = $3, ${CHANGED}
       WHERE ${STILL_OPEN}`,
      [tx.organizationId, id, storableJson(result ?? null)],
    );
  }

  async fail(tx: Transaction, id: string, error: OperationError): Promise<void> {
    await tx.query(`UPDATE operation SET state = 'failed', error = $3, ${CHANGED} WHERE ${STILL_OPEN}`, [
      tx.organizationId,
      id,
      storableJson(error),
    ]);
  }

  async find(tx: Transaction, id: string): Promise<OperationVersion | undefined> {
    const [row] = await tx.query<OperationColumns>(
      `SELECT id, kind, state, done, total, result, error,
              (extract(epoch FROM updated_at) * 1000000)::bigint::text AS version
       FROM operation WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id],
    );
    if (row === undefined) return undefined;
    const { done, total, version, ...rest } = row;
    const operation: Operation = { ...rest, progress: { done, total } };
    return { operation, version };
  }
}
