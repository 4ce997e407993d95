import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** What was handed in, byte for byte, one by one or in bulk. */
export class Credentials1795392000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE credential (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        candidate_id uuid NOT NULL,
        sha256 bytea NOT NULL,
        size integer NOT NULL,
        content_type text NOT NULL,
        file_name text,
        source text NOT NULL,
        submitted_at timestamptz NOT NULL,
        submitted_by text NOT NULL,
        CONSTRAINT credential_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT credential_same_bytes_key UNIQUE (organization_id, candidate_id, sha256),
        CONSTRAINT credential_candidate_fkey FOREIGN KEY (organization_id, candidate_id)
          REFERENCES candidate (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT credential_source CHECK (source IN ('api', 'webhook', 'import', 'link'))
      )`);
    await protectTenantTable(db, 'credential');

    // Apart from the row above, so that lists never read the documents.
    await db.query(`
      CREATE TABLE credential_original (
        organization_id uuid NOT NULL,
        credential_id uuid NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT credential_original_pkey PRIMARY KEY (organization_id, credential_id),
        CONSTRAINT credential_original_credential_fkey FOREIGN KEY (organization_id, credential_id)
          REFERENCES credential (organization_id, id) ON DELETE CASCADE
      )`);
    await protectTenantTable(db, 'credential_original');

    await db.query(`
      CREATE TABLE import_batch (
        organization_id uuid NOT NULL,
        operation_id uuid NOT NULL,
        body bytea NOT NULL,
        submitted_by text NOT NULL,
        CONSTRAINT import_batch_pkey PRIMARY KEY (organization_id, operation_id),
        CONSTRAINT import_batch_operation_fkey FOREIGN KEY (organization_id, operation_id)
          REFERENCES operation (organization_id, id) ON DELETE CASCADE
      )`);
    await protectTenantTable(db, 'import_batch');

    await db.query(`
      CREATE TABLE import_line (
        organization_id uuid NOT NULL,
        operation_id uuid NOT NULL,
        line integer NOT NULL,
        status text NOT NULL,
        candidate_id uuid,
        result jsonb NOT NULL,
        CONSTRAINT import_line_pkey PRIMARY KEY (organization_id, operation_id, line),
        CONSTRAINT import_line_operation_fkey FOREIGN KEY (organization_id, operation_id)
          REFERENCES operation (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT import_line_status CHECK (status IN ('created', 'updated', 'rejected'))
      )`);
    await protectTenantTable(db, 'import_line');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['import_line', 'import_batch', 'credential_original', 'credential']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
