import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToSystem, protectTenantTable } from './tenant-table.js';

/** Registries of issuers that an organization asks, what they answered last, and how well they could be reached. */
export class TrustRegistries1795410000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE trust_registry (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        parent_id uuid,
        kind text NOT NULL,
        name text NOT NULL,
        source text,
        settings jsonb NOT NULL,
        reason text NOT NULL,
        registered_by text NOT NULL,
        registered_at timestamptz NOT NULL,
        fetched_at timestamptz,
        failure jsonb,
        failures integer NOT NULL DEFAULT 0,
        lapsed boolean NOT NULL DEFAULT false,
        counts_until timestamptz,
        next_fetch_at timestamptz,
        CONSTRAINT trust_registry_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT trust_registry_source_key UNIQUE (organization_id, kind, source),
        CONSTRAINT trust_registry_parent_fkey FOREIGN KEY (organization_id, parent_id)
          REFERENCES trust_registry (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT trust_registry_kind CHECK (kind IN ('dcc', 'list', 'openid-federation', 'w3c-recognition'))
      )`);
    await db.query(`CREATE INDEX trust_registry_due ON trust_registry (next_fetch_at) WHERE next_fetch_at IS NOT NULL`);
    await protectTenantTable(db, 'trust_registry');
    await openToSystem(db, 'trust_registry', 'SELECT, UPDATE');

    await db.query(`
      CREATE TABLE trust_registry_entry (
        organization_id uuid NOT NULL,
        registry_id uuid NOT NULL,
        identifier text NOT NULL,
        outcome text NOT NULL,
        name text,
        url text,
        location text,
        detail text,
        asked_at timestamptz NOT NULL,
        counts_until timestamptz,
        CONSTRAINT trust_registry_entry_pkey PRIMARY KEY (organization_id, registry_id, identifier),
        CONSTRAINT trust_registry_entry_registry_fkey FOREIGN KEY (organization_id, registry_id)
          REFERENCES trust_registry (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT trust_registry_entry_identifier_length CHECK (octet_length(identifier) <= 2048),
        CONSTRAINT trust_registry_entry_outcome CHECK (outcome IN ('listed', 'revoked', 'not_listed', 'unknown'))
      )`);
    await db.query(
      `CREATE INDEX trust_registry_entry_by_identifier ON trust_registry_entry (organization_id, identifier)`,
    );
    await protectTenantTable(db, 'trust_registry_entry');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE trust_registry_entry`);
    await db.query(`DROP TABLE trust_registry`);
  }
}
