import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Certificates of authorities that an organization believes about who holds a key. */
export class TrustAnchors1795393002002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE trust_anchor (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        sha256 text NOT NULL,
        certificate text NOT NULL,
        subject text NOT NULL,
        valid_until timestamptz NOT NULL,
        reason text NOT NULL,
        trusted_by text NOT NULL,
        trusted_at timestamptz NOT NULL,
        CONSTRAINT trust_anchor_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT trust_anchor_sha256_key UNIQUE (organization_id, sha256)
      )`);
    await protectTenantTable(db, 'trust_anchor');
    await db.query(
      `CREATE INDEX verification_with_certificates ON verification (organization_id, id) WHERE facts ? 'certificates'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX verification_with_certificates`);
    await db.query(`DROP TABLE trust_anchor`);
  }
}
