import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Deliveries come in any order; this says how new what is known of a person is. Hashes, so that it outlives erasure. */
export class HookWatermarks1795392000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hook_watermark (
        organization_id uuid NOT NULL,
        subject bytea NOT NULL,
        occurred_at timestamptz NOT NULL,
        CONSTRAINT hook_watermark_pkey PRIMARY KEY (organization_id, subject),
        CONSTRAINT hook_watermark_organization_fkey FOREIGN KEY (organization_id)
          REFERENCES organization (organization_id)
      )`);
    await protectTenantTable(db, 'hook_watermark');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE hook_watermark`);
  }
}
