import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Genuine endorsements of issuers, with the document that each came in. */
export class IssuerEndorsements1795410000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // No foreign key to the document: what goes with it is told to those who rely on it.
    await db.query(`
      CREATE TABLE issuer_endorsement (
        organization_id uuid NOT NULL,
        credential_id uuid NOT NULL,
        place text NOT NULL,
        endorsed text NOT NULL,
        endorser_id uuid NOT NULL,
        valid_until timestamptz,
        verified_at timestamptz NOT NULL,
        CONSTRAINT issuer_endorsement_pkey PRIMARY KEY (organization_id, credential_id, place),
        CONSTRAINT issuer_endorsement_endorser_fkey FOREIGN KEY (organization_id, endorser_id)
          REFERENCES issuer (organization_id, id),
        CONSTRAINT issuer_endorsement_endorsed_length CHECK (octet_length(endorsed) <= 2048)
      )`);
    await db.query(`CREATE INDEX issuer_endorsement_by_endorsed ON issuer_endorsement (organization_id, endorsed)`);
    await db.query(`CREATE INDEX issuer_endorsement_by_endorser ON issuer_endorsement (organization_id, endorser_id)`);
    await protectTenantTable(db, 'issuer_endorsement');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE issuer_endorsement`);
  }
}
