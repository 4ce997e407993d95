import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Sealed rankings: the list as gzipped lines of JSON, the hashes of all that it was worked out from, and the seal. */
export class RankingReceipts1795393006003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ranking_receipt (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        role_profile_id uuid NOT NULL,
        profile_version integer NOT NULL,
        job text,
        basis jsonb NOT NULL,
        sequence bigint NOT NULL,
        candidates integer NOT NULL,
        inputs jsonb NOT NULL,
        list text NOT NULL,
        seal text NOT NULL,
        rows bytea NOT NULL,
        sealed_by text NOT NULL,
        sealed_at timestamptz NOT NULL,
        CONSTRAINT ranking_receipt_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT ranking_receipt_version_fkey FOREIGN KEY (organization_id, role_profile_id, profile_version)
          REFERENCES role_profile_version (organization_id, role_profile_id, version)
      )`);
    // Compressed already.
    await db.query(`ALTER TABLE ranking_receipt ALTER COLUMN rows SET STORAGE EXTERNAL`);
    await db.query(`CREATE INDEX ranking_receipt_by_profile ON ranking_receipt (organization_id, role_profile_id, id)`);
    await protectTenantTable(db, 'ranking_receipt', 'append-only');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE ranking_receipt`);
  }
}
