import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { ScoringPolicyContent } from '../domain/scoring-policy.js';

export interface KeptPolicy {
  readonly version: number;
  readonly content: ScoringPolicyContent;
  readonly changedBy: string;
  readonly changedAt: Date;
}

const COLUMNS = `version, content, changed_by AS "changedBy", changed_at AS "changedAt"`;

/** The versions that an organization set itself; the first is the default and not kept. */
@Injectable()
export class ScoringPolicyRepository {
  /** One change after the other. */
  async holdAlone(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('scoring-policy:' || $1, 0))`, [tx.organizationId]);
  }

  async latest(tx: Transaction): Promise<KeptPolicy | undefined> {
    const [row] = await tx.query<KeptPolicy>(
      `SELECT ${COLUMNS} FROM scoring_policy_version WHERE organization_id = $1 ORDER BY version DESC LIMIT 1`,
      [tx.organizationId],
    );
    return row;
  }

  /** Newest first. @param before number of the last version of the page before */
  list(tx: Transaction, before: number | null, limit: number): Promise<KeptPolicy[]> {
    return tx.query<KeptPolicy>(
      `SELECT ${COLUMNS} FROM scoring_policy_version
       WHERE organization_id = $1 AND ($2::int IS NULL OR version < $2) ORDER BY version DESC LIMIT $3`,
      [tx.organizationId, before, limit],
    );
  }

  async find(tx: Transaction, version: number): Promise<KeptPolicy | undefined> {
    const [row] = await tx.query<KeptPolicy>(
      `SELECT ${COLUMNS} FROM scoring_policy_version WHERE organization_id = $1 AND version = $2`,
      [tx.organizationId, version],
    );
    return row;
  }

  async insert(tx: Transaction, kept: KeptPolicy): Promise<void> {
    await tx.query(
      `INSERT INTO scoring_policy_version (organization_id, version, content, changed_by, changed_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [tx.organizationId, kept.version, JSON.stringify(kept.content), kept.changedBy, kept.changedAt],
    );
  }
}
