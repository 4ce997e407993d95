import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToSystem, protectTenantTable } from './tenant-table.js';

/** Role profiles whose ranking somebody wants to hear of, with what was last told. */
export class RankingWatches1795393008002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ranking_watch (
        organization_id uuid NOT NULL,
        role_profile_id uuid NOT NULL,
        first integer NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        seen jsonb,
        standing jsonb,
        checked_at timestamptz,
        CONSTRAINT ranking_watch_pkey PRIMARY KEY (organization_id, role_profile_id),
        CONSTRAINT ranking_watch_profile_fkey FOREIGN KEY (organization_id, role_profile_id)
          REFERENCES role_profile (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT ranking_watch_first CHECK (first BETWEEN 1 AND 100)
      )`);
    await protectTenantTable(db, 'ranking_watch');
    await openToSystem(db, 'ranking_watch', 'SELECT');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE ranking_watch`);
  }
}
