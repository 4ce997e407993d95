import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { LevelMap } from '../domain/level-maps.js';

export interface KeptLevelMaps {
  readonly version: number;
  readonly maps: readonly LevelMap[];
  readonly changedBy: string;
  readonly changedAt: Date;
}

const COLUMNS = `version, maps, changed_by AS "changedBy", changed_at AS "changedAt"`;

/** The versions that an organization set itself; the first is the default and not kept. */
@Injectable()
export class LevelMapsRepository {
  /** One change after the other. */
  async holdAlone(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('level-maps:' || $1, 0))`, [tx.organizationId]);
  }

  async latest(tx: Transaction): Promise<KeptLevelMaps | undefined> {
    const [row] = await tx.query<KeptLevelMaps>(
      `SELECT ${COLUMNS} FROM level_maps_version WHERE organization_id = $1 ORDER BY version DESC LIMIT 1`,
      [tx.organizationId],
    );
    return row;
  }

  /** Newest first. @param before number of the last version of the page before */
  list(tx: Transaction, before: number | null, limit: number): Promise<KeptLevelMaps[]> {
    return tx.query<KeptLevelMaps>(
      `SELECT ${COLUMNS} FROM level_maps_version
       WHERE organization_id = $1 AND ($2::int IS NULL OR version < $2) ORDER BY version DESC LIMIT $3`,
      [tx.organizationId, before, limit],
    );
  }

  async insert(tx: Transaction, kept: KeptLevelMaps): Promise<void> {
    await tx.query(
      `INSERT INTO level_maps_version (organization_id, version, maps, changed_by, changed_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [tx.organizationId, kept.version, JSON.stringify(kept.maps), kept.changedBy, kept.changedAt],
    );
  }
}
