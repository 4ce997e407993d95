import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Keys that an organization vouches for as those of an issuer, and a way to find what that issuer is said to have made. */
export class IssuerKeySets1795392300001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE issuer_key_set (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        issuer text NOT NULL,
        keys jsonb NOT NULL,
        reason text NOT NULL,
        row_version integer NOT NULL DEFAULT 1,
        pinned_by text NOT NULL,
        pinned_at timestamptz NOT NULL,
        CONSTRAINT issuer_key_set_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT issuer_key_set_issuer_key UNIQUE (organization_id, issuer),
        CONSTRAINT issuer_key_set_issuer_length CHECK (octet_length(issuer) <= 2048)
      )`);
    await protectTenantTable(db, 'issuer_key_set');
    // What a document says of its issuer may be longer than an index entry, so its digest stands for it.
    await db.query(
      `CREATE INDEX verification_by_named_issuer ON verification (organization_id, md5(facts #>> '{issuer,id}'))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX verification_by_named_issuer`);
    await db.query(`DROP TABLE issuer_key_set`);
  }
}
