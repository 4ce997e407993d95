import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Files of frameworks that wait to be imported; they go when their operation has ended. */
export class FrameworkUploads1795392000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE framework_upload (
        organization_id uuid NOT NULL,
        operation_id uuid NOT NULL,
        format text NOT NULL,
        name text NOT NULL,
        version text NOT NULL,
        uploaded_by text NOT NULL,
        CONSTRAINT framework_upload_pkey PRIMARY KEY (organization_id, operation_id),
        CONSTRAINT framework_upload_operation_fkey FOREIGN KEY (organization_id, operation_id)
          REFERENCES operation (organization_id, id) ON DELETE CASCADE
      )`);
    await protectTenantTable(db, 'framework_upload');

    await db.query(`
      CREATE TABLE framework_upload_file (
        organization_id uuid NOT NULL,
        operation_id uuid NOT NULL,
        position integer NOT NULL,
        file_name text NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT framework_upload_file_pkey PRIMARY KEY (organization_id, operation_id, position),
        CONSTRAINT framework_upload_file_upload_fkey FOREIGN KEY (organization_id, operation_id)
          REFERENCES framework_upload (organization_id, operation_id) ON DELETE CASCADE
      )`);
    await protectTenantTable(db, 'framework_upload_file');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE framework_upload_file`);
    await db.query(`DROP TABLE framework_upload`);
  }
}
