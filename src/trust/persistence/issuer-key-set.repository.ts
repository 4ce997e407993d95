import { Injectable } from '@nestjs/common';
import { storableJson, storableText, type Transaction } from '../../platform/database/index.js';
import type { IssuerKeySet, KeySetContent, VouchedKey } from '../domain/issuer-key-set.js';

const SELECT = `SELECT id, issuer, keys, reason, row_version AS "rowVersion", pinned_by AS "pinnedBy",
  pinned_at AS "pinnedAt" FROM issuer_key_set`;

@Injectable()
export class IssuerKeySetRepository {
  /** @returns false when keys are pinned for the issuer already */
  async insert(
    tx: Transaction,
    set: KeySetContent & { id: string; issuer: string; pinnedBy: string },
    at: Date,
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO issuer_key_set (organization_id, id, issuer, keys, reason, pinned_by, pinned_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ON CONSTRAINT issuer_key_set_issuer_key DO NOTHING RETURNING id`,
      [tx.organizationId, set.id, set.issuer, storableJson(set.keys), storableText(set.reason), set.pinnedBy, at],
    );
    return rows.length === 1;
  }

  async replace(tx: Transaction, id: string, set: KeySetContent & { pinnedBy: string }, at: Date): Promise<void> {
    await tx.query(
      `UPDATE issuer_key_set SET keys = $3, reason = $4, pinned_by = $5, pinned_at = $6, row_version = row_version + 1
       WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id, storableJson(set.keys), storableText(set.reason), set.pinnedBy, at],
    );
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.query(`DELETE FROM issuer_key_set WHERE organization_id = $1 AND id = $2`, [tx.organizationId, id]);
  }

  async find(tx: Transaction, id: string, lock: 'for-update' | 'no-lock'): Promise<IssuerKeySet | undefined> {
    const [row] = await tx.query<IssuerKeySet>(
      `${SELECT} WHERE organization_id = $1 AND id = $2 ${lock === 'for-update' ? 'FOR UPDATE' : ''}`,
      [tx.organizationId, id],
    );
    return row;
  }

  /** Pinned keys by issuer. */
  async keysOf(tx: Transaction, issuers: readonly string[]): Promise<ReadonlyMap<string, readonly VouchedKey[]>> {
    const rows = await tx.query<{ issuer: string; keys: VouchedKey[] }>(
      `SELECT issuer, keys FROM issuer_key_set WHERE organization_id = $1 AND issuer = ANY ($2::text[])`,
      [tx.organizationId, issuers.map(storableText)],
    );
    const stored = new Map(rows.map(({ issuer, keys }) => [issuer, keys]));
    return new Map(issuers.map((issuer) => [issuer, stored.get(storableText(issuer)) ?? []]));
  }

  async count(tx: Transaction): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM issuer_key_set WHERE organization_id = $1`,
      [tx.organizationId],
    );
    return row?.count ?? 0;
  }

  /** In the order of making. @param issuer only the set of this issuer */
  list(tx: Transaction, issuer: string | undefined, after: string | null, limit: number): Promise<IssuerKeySet[]> {
    return tx.query<IssuerKeySet>(
      `${SELECT} WHERE organization_id = $1 AND ($2::text IS NULL OR issuer = $2) AND ($3::uuid IS NULL OR id > $3)
       ORDER BY id LIMIT $4`,
      [tx.organizationId, issuer ?? null, after, limit],
    );
  }
}
