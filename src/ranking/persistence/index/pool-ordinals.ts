import type { Transaction } from '../../../platform/database/index.js';

/** Which candidates a question is about, as ordinals in ascending order. */
export const poolOrdinals = {
  /** Those who applied for the job, and some named ones. */
  ofJob: (tx: Transaction, jobId: string, also: readonly string[]): Promise<Int32Array> =>
    ordinals(
      tx,
      `c.id = ANY ($3) OR EXISTS (SELECT FROM application a
         WHERE a.organization_id = $1 AND a.job_id = $2 AND a.candidate_id = c.id)`,
      [jobId, also],
    ),

  /** @param pattern for ILIKE */
  byName: (tx: Transaction, pattern: string): Promise<Int32Array> => ordinals(tx, `c.name ILIKE $2`, [pattern]),

  named: (tx: Transaction, ids: readonly string[]): Promise<Int32Array> => ordinals(tx, `c.id = ANY ($2)`, [ids]),
};

async function ordinals(tx: Transaction, condition: string, params: readonly unknown[]): Promise<Int32Array> {
  const [row] = await tx.query<{ ordinals: number[] }>(
    `SELECT coalesce(array_agg(c.ordinal::int4), '{}') AS ordinals FROM candidate c
     WHERE c.organization_id = $1 AND c.erased_at IS NULL AND c.merged_into IS NULL AND (${condition})`,
    [tx.organizationId, ...params],
  );
  return Int32Array.from(row?.ordinals ?? []).sort();
}
