import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToSystem, protectTenantTable } from './tenant-table.js';

/** Issuers with what the organization thinks of them, and every verification ever made with its current result. */
export class TrustAndVerification1795392000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE issuer (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        identifier text NOT NULL,
        name text,
        name_source text NOT NULL,
        first_seen_at timestamptz NOT NULL,
        CONSTRAINT issuer_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT issuer_identifier_key UNIQUE (organization_id, identifier),
        CONSTRAINT issuer_name_source CHECK (name_source IN ('self-asserted', 'document', 'registry', 'organization'))
      )`);
    await protectTenantTable(db, 'issuer');

    // A decision replaces the one before it for the same issuer and scope; the old row stays with the time it ended.
    await db.query(`
      CREATE TABLE issuer_trust (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        issuer_id uuid NOT NULL,
        competency_ids uuid[],
        tier text NOT NULL,
        reason text NOT NULL,
        decided_by text NOT NULL,
        decided_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT issuer_trust_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT issuer_trust_issuer_fkey FOREIGN KEY (organization_id, issuer_id)
          REFERENCES issuer (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT issuer_trust_tier CHECK (tier IN ('trusted', 'recognized', 'known', 'self_issued', 'blocked'))
      )`);
    await db.query(
      `CREATE INDEX issuer_trust_in_force ON issuer_trust (organization_id, issuer_id) WHERE ended_at IS NULL`,
    );
    await protectTenantTable(db, 'issuer_trust');

    await db.query(`
      CREATE TABLE verification (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        credential_id uuid NOT NULL,
        format text NOT NULL,
        verdict text NOT NULL,
        reason text NOT NULL,
        reasons text[] NOT NULL,
        checks jsonb NOT NULL,
        recipient jsonb NOT NULL,
        facts jsonb,
        issuer_id uuid,
        issuer_identity text NOT NULL,
        valid_from timestamptz,
        valid_until timestamptz,
        retryable boolean NOT NULL,
        rules_version text NOT NULL,
        verified_at timestamptz NOT NULL,
        duration_ms integer NOT NULL,
        CONSTRAINT verification_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT verification_credential_fkey FOREIGN KEY (organization_id, credential_id)
          REFERENCES credential (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT verification_issuer_fkey FOREIGN KEY (organization_id, issuer_id)
          REFERENCES issuer (organization_id, id),
        CONSTRAINT verification_verdict CHECK (verdict IN ('verified', 'failed', 'unverifiable', 'unsupported'))
      )`);
    await db.query(`CREATE INDEX verification_by_credential ON verification (organization_id, credential_id, id)`);
    await protectTenantTable(db, 'verification', 'append-only');
    // Erasing a person takes the history with it.
    await db.query(`GRANT DELETE ON verification TO credence_app`);

    await db.query(`
      CREATE TABLE credential_verdict (
        organization_id uuid NOT NULL,
        credential_id uuid NOT NULL,
        verification_id uuid NOT NULL,
        verdict text NOT NULL,
        reason text NOT NULL,
        issuer_id uuid,
        retries integer NOT NULL DEFAULT 0,
        next_check_at timestamptz,
        CONSTRAINT credential_verdict_pkey PRIMARY KEY (organization_id, credential_id),
        CONSTRAINT credential_verdict_credential_fkey FOREIGN KEY (organization_id, credential_id)
          REFERENCES credential (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT credential_verdict_verification_fkey FOREIGN KEY (organization_id, verification_id)
          REFERENCES verification (organization_id, id)
      )`);
    await db.query(`CREATE INDEX credential_verdict_by_issuer ON credential_verdict (organization_id, issuer_id)`);
    await db.query(
      `CREATE INDEX credential_verdict_due ON credential_verdict (next_check_at) WHERE next_check_at IS NOT NULL`,
    );
    await protectTenantTable(db, 'credential_verdict');
    await openToSystem(db, 'credential_verdict', 'SELECT, UPDATE');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['credential_verdict', 'verification', 'issuer_trust', 'issuer']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
