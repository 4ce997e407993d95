import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** The newest times at which the aspects of people were known, as deliveries told them. */
@Injectable()
export class WatermarkRepository {
  /**
   * Holds the subjects until the transaction ends, so that deliveries about one person take turns.
   *
   * @returns hex of each subject whose time is after `at`, and of each whose time is `at` or after it
   */
  async hold(
    tx: Transaction,
    subjects: readonly Buffer[],
    at: Date,
  ): Promise<{ newer: ReadonlySet<string>; notOlder: ReadonlySet<string> }> {
    // Everyone takes them in one order, so that two deliveries never wait for each other.
    const ordered = [...subjects].sort((a, b) => a.compare(b));
    await tx.query(
      `INSERT INTO hook_watermark (organization_id, subject, occurred_at)
       SELECT $1, s, '-infinity' FROM unnest($2::bytea[]) WITH ORDINALITY AS g (s, i) ORDER BY i ON CONFLICT DO NOTHING`,
      [tx.organizationId, ordered],
    );
    const rows = await tx.query<{ subject: string; newer: boolean; notOlder: boolean }>(
      `SELECT encode(subject, 'hex') AS subject, occurred_at > $3 AS newer, occurred_at >= $3 AS "notOlder"
       FROM hook_watermark WHERE organization_id = $1 AND subject = ANY ($2::bytea[]) ORDER BY subject FOR UPDATE`,
      [tx.organizationId, ordered, at],
    );
    return {
      newer: new Set(rows.filter((row) => row.newer).map((row) => row.subject)),
      notOlder: new Set(rows.filter((row) => row.notOlder).map((row) => row.subject)),
    };
  }

  async raise(tx: Transaction, subjects: readonly Buffer[], at: Date): Promise<void> {
    await tx.query(
      `UPDATE hook_watermark SET occurred_at = $3
       WHERE organization_id = $1 AND subject = ANY ($2::bytea[]) AND occurred_at < $3`,
      [tx.organizationId, subjects, at],
    );
  }
}
