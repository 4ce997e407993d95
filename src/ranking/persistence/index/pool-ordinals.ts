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

  /** Ids by ordinal. @param pool those of it; null: everyone */
  ids: async (tx: Transaction, pool: Int32Array | null): Promise<ReadonlyMap<number, string>> => {
    // Two columns instead of a row for each candidate: a pool may have a million.
    const [row] = await tx.query<{ ids: string[]; ordinals: number[] }>(
      `SELECT coalesce(array_agg(c.id::text), '{}') AS ids, coalesce(array_agg(c.ordinal::int4), '{}') AS ordinals
       FROM candidate c
       WHERE c.organization_id = $1 AND c.erased_at IS NULL AND c.merged_into IS NULL
         AND ($2::int[] IS NULL OR c.ordinal = ANY ($2))`,
      [tx.organizationId, pool && [...pool]],
    );
    return new Map(row?.ordinals.map((ordinal, at) => [ordinal, row.ids[at] as string]));
  },

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
