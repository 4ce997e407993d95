import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** What was found where issuers say that evidence lies. */
export class EvidenceLinks1795420000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE evidence_link (
        organization_id uuid NOT NULL,
        credential_id uuid NOT NULL,
        url_sha256 bytea NOT NULL,
        outcome text NOT NULL,
        sha256 bytea,
        media_type text,
        size integer,
        reason text,
        detail text,
        attempts integer NOT NULL,
        looked_at timestamptz NOT NULL,
        CONSTRAINT evidence_link_pkey PRIMARY KEY (organization_id, credential_id, url_sha256),
        CONSTRAINT evidence_link_credential_fkey FOREIGN KEY (organization_id, credential_id)
          REFERENCES credential (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT evidence_link_outcome CHECK (outcome IN ('fetched', 'dead', 'unreachable', 'not_fetched')),
        CONSTRAINT evidence_link_content CHECK ((outcome = 'fetched') = (sha256 IS NOT NULL))
      )`);
    await db.query(
      `CREATE INDEX evidence_link_by_content ON evidence_link (organization_id, sha256) WHERE sha256 IS NOT NULL`,
    );
    await protectTenantTable(db, 'evidence_link');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE evidence_link`);
  }
}
