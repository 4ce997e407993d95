import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { MappingSettingsContent } from '../domain/decisions/mapping-settings.js';

export interface KeptMappingSettings {
  readonly version: number;
  readonly content: Partial<MappingSettingsContent>;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** The versions that an organization set itself; the first is the default and not kept. */
@Injectable()
export class MappingSettingsRepository {
  /** One change after the other. */
  async holdAlone(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('mapping-settings:' || $1, 0))`, [tx.organizationId]);
  }

  async latest(tx: Transaction): Promise<KeptMappingSettings | undefined> {
    const [row] = await tx.query<KeptMappingSettings>(
      `SELECT version, content, changed_by AS "changedBy", changed_at AS "changedAt"
       FROM mapping_settings_version WHERE organization_id = $1 ORDER BY version DESC LIMIT 1`,
      [tx.organizationId],
    );
    return row;
  }

  async insert(tx: Transaction, kept: KeptMappingSettings): Promise<void> {
    await tx.query(
      `INSERT INTO mapping_settings_version (organization_id, version, content, changed_by, changed_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [tx.organizationId, kept.version, JSON.stringify(kept.content), kept.changedBy, kept.changedAt],
    );
  }
}
