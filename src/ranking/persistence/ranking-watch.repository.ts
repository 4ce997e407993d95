import { Injectable } from '@nestjs/common';
import { storableJson, type SystemTransaction, type Transaction } from '../../platform/database/index.js';
import type { WatchedStanding } from '../domain/watched-ranking.js';

/** All that a ranking depends on, apart from the time. */
export interface SeenState {
  readonly sequence: number;
  readonly profileVersion: number;
  readonly policyVersion: number;
}

export interface RankingWatch {
  readonly roleProfileId: string;
  readonly first: number;
  /** Counts what was kept of the watch; who keeps on top of another count was overtaken. */
  readonly revision: number;
  readonly seen: SeenState | null;
  readonly standing: WatchedStanding | null;
  readonly checkedAt: Date | null;
  /** Seconds since it was checked; null when it never was. */
  readonly ageSeconds: number | null;
}

const COLUMNS = `role_profile_id AS "roleProfileId", first, revision, seen, standing, checked_at AS "checkedAt",
  extract(epoch FROM now() - checked_at)::float8 AS "ageSeconds"`;
const THIS_WATCH = `organization_id = $1 AND role_profile_id = $2`;

@Injectable()
export class RankingWatchRepository {
  /** Until the transaction ends nobody else adds a watch. @returns how many other profiles are watched */
  async countOthers(tx: Transaction, roleProfileId: string): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1 || ' ranking watches', 0))`, [tx.organizationId]);
    const rows = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ranking_watch WHERE organization_id = $1 AND role_profile_id <> $2`,
      [tx.organizationId, roleProfileId],
    );
    return rows[0]?.n ?? 0;
  }

  /** With another number the watch begins anew: what was seen before says nothing about the other first ones. */
  async set(tx: Transaction, roleProfileId: string, first: number): Promise<void> {
    await tx.query(
      `INSERT INTO ranking_watch AS w (organization_id, role_profile_id, first) VALUES ($1, $2, $3)
       ON CONFLICT (organization_id, role_profile_id) DO UPDATE SET first = excluded.first, seen = NULL, standing = NULL,
         revision = w.revision + 1 WHERE w.first <> excluded.first`,
      [tx.organizationId, roleProfileId, first],
    );
  }

  async find(tx: Transaction, roleProfileId: string): Promise<RankingWatch | undefined> {
    const rows = await tx.query<RankingWatch>(`SELECT ${COLUMNS} FROM ranking_watch WHERE ${THIS_WATCH}`, [
      tx.organizationId,
      roleProfileId,
    ]);
    return rows[0];
  }

  all(tx: Transaction): Promise<RankingWatch[]> {
    return tx.query<RankingWatch>(
      `SELECT ${COLUMNS} FROM ranking_watch WHERE organization_id = $1 ORDER BY checked_at NULLS FIRST`,
      [tx.organizationId],
    );
  }

  /** @returns false when somebody else kept something of it meanwhile; then nothing is kept */
  async keep(tx: Transaction, watch: RankingWatch, seen: SeenState, standing: WatchedStanding): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE ranking_watch SET seen = $4, standing = $5, checked_at = now(), revision = revision + 1
       WHERE ${THIS_WATCH} AND revision = $3 RETURNING revision`,
      [tx.organizationId, watch.roleProfileId, watch.revision, storableJson(seen), storableJson(standing)],
    );
    return rows.length > 0;
  }

  /** @returns whether it was there */
  async remove(tx: Transaction, roleProfileId: string): Promise<boolean> {
    const rows = await tx.query(`DELETE FROM ranking_watch WHERE ${THIS_WATCH} RETURNING first`, [
      tx.organizationId,
      roleProfileId,
    ]);
    return rows.length > 0;
  }

  async organizations(tx: SystemTransaction): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`SELECT DISTINCT organization_id AS id FROM ranking_watch`);
    return rows.map((row) => row.id);
  }
}
