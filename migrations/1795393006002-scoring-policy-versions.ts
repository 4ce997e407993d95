import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** What organizations set about scoring. Version 1 is the default of the code, so the first row of a table is version 2. */
export class ScoringPolicyVersions1795393006002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE scoring_policy_version (
        organization_id uuid NOT NULL,
        version integer NOT NULL,
        content jsonb NOT NULL,
        changed_by text NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT scoring_policy_version_pkey PRIMARY KEY (organization_id, version),
        CONSTRAINT scoring_policy_version_organization_fkey FOREIGN KEY (organization_id)
          REFERENCES organization (organization_id),
        CONSTRAINT scoring_policy_version_number CHECK (version > 1)
      )`);
    await protectTenantTable(db, 'scoring_policy_version', 'append-only');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE scoring_policy_version`);
  }
}
