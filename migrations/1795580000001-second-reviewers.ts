import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/**
 * What organizations set about mapping; version 1 is the default of the code, so the first row of a table is version 2. Decisions
 * may wait for a second person, and say who that was.
 */
export class SecondReviewers1795580000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mapping_settings_version (
        organization_id uuid NOT NULL,
        version integer NOT NULL,
        content jsonb NOT NULL,
        changed_by text NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT mapping_settings_version_pkey PRIMARY KEY (organization_id, version),
        CONSTRAINT mapping_settings_version_organization_fkey FOREIGN KEY (organization_id)
          REFERENCES organization (organization_id),
        CONSTRAINT mapping_settings_version_number CHECK (version > 1)
      )`);
    await protectTenantTable(db, 'mapping_settings_version', 'append-only');
    await db.query(`
      ALTER TABLE mapping_rule ADD COLUMN is_proposed boolean NOT NULL DEFAULT false, ADD COLUMN confirmed_by text,
        ADD COLUMN confirmed_at timestamptz, ADD CONSTRAINT mapping_rule_confirmed CHECK
          ((confirmed_by IS NULL) = (confirmed_at IS NULL) AND NOT (is_proposed AND confirmed_by IS NOT NULL))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM mapping_rule WHERE is_proposed`);
    await db.query(`
      ALTER TABLE mapping_rule DROP COLUMN confirmed_at, DROP COLUMN confirmed_by, DROP COLUMN is_proposed`);
    await db.query(`DROP TABLE mapping_settings_version`);
  }
}
