import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** How organizations read the scales of others. Version 1 is the default of the code, so the first row of a table is version 2. */
export class LevelMaps1795580000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE level_maps_version (
        organization_id uuid NOT NULL,
        version integer NOT NULL,
        maps jsonb NOT NULL,
        changed_by text NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT level_maps_version_pkey PRIMARY KEY (organization_id, version),
        CONSTRAINT level_maps_version_organization_fkey FOREIGN KEY (organization_id)
          REFERENCES organization (organization_id),
        CONSTRAINT level_maps_version_number CHECK (version > 1)
      )`);
    await protectTenantTable(db, 'level_maps_version', 'append-only');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE level_maps_version`);
  }
}
