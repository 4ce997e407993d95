import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/**
 * What a credential says with the documents it leads to written out in it, kept once for each content that was found; the
 * verification that found it points there. A re-check that finds the same adds no copy.
 */
export class ResolvedCredentials1795393001001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE resolved_credential (
        organization_id uuid NOT NULL,
        credential_id uuid NOT NULL,
        sha256 bytea NOT NULL,
        document jsonb NOT NULL,
        CONSTRAINT resolved_credential_pkey PRIMARY KEY (organization_id, credential_id, sha256),
        CONSTRAINT resolved_credential_credential_fkey FOREIGN KEY (organization_id, credential_id)
          REFERENCES credential (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT resolved_credential_digest CHECK (octet_length(sha256) = 32)
      )`);
    await protectTenantTable(db, 'resolved_credential', 'append-only');
    // Erasing a person takes what was found with it.
    await db.query(`GRANT DELETE ON resolved_credential TO credence_app`);
    await db.query(`ALTER TABLE verification ADD COLUMN resolved_sha256 bytea`);
    await db.query(`
      ALTER TABLE verification ADD CONSTRAINT verification_resolved_fkey
        FOREIGN KEY (organization_id, credential_id, resolved_sha256)
        REFERENCES resolved_credential (organization_id, credential_id, sha256)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE verification DROP CONSTRAINT verification_resolved_fkey`);
    await db.query(`ALTER TABLE verification DROP COLUMN resolved_sha256`);
    await db.query(`DROP TABLE resolved_credential`);
  }
}
