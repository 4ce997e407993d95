import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** People, the ids under which other systems know them, and their applications. */
export class Candidates1795392000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // One sequence for all organizations: within each it still gives the order of creation, without a lock.
    await db.query(`CREATE SEQUENCE candidate_ordinal`);
    await db.query(`GRANT USAGE ON SEQUENCE candidate_ordinal TO credence_app`);
    await db.query(`
      CREATE TABLE candidate (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        ordinal bigint NOT NULL DEFAULT nextval('candidate_ordinal'),
        name text,
        emails text[] NOT NULL DEFAULT '{}',
        dids text[] NOT NULL DEFAULT '{}',
        row_version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        erased_at timestamptz,
        merged_into uuid,
        CONSTRAINT candidate_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT candidate_organization_fkey FOREIGN KEY (organization_id) REFERENCES organization (organization_id),
        CONSTRAINT candidate_ordinal_key UNIQUE (organization_id, ordinal)
      )`);
    await protectTenantTable(db, 'candidate');

    await db.query(`
      CREATE TABLE candidate_external_id (
        organization_id uuid NOT NULL,
        system text NOT NULL,
        external_id text NOT NULL,
        candidate_id uuid NOT NULL,
        CONSTRAINT candidate_external_id_pkey PRIMARY KEY (organization_id, system, external_id),
        CONSTRAINT candidate_external_id_candidate_fkey FOREIGN KEY (organization_id, candidate_id)
          REFERENCES candidate (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(
      `CREATE INDEX candidate_external_id_by_candidate ON candidate_external_id (organization_id, candidate_id)`,
    );
    await protectTenantTable(db, 'candidate_external_id');

    await db.query(`
      CREATE TABLE application (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        candidate_id uuid NOT NULL,
        system text NOT NULL,
        external_id text NOT NULL,
        job_id text NOT NULL,
        job_title text,
        status text NOT NULL DEFAULT 'active',
        stage text,
        applied_at timestamptz,
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT application_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT application_external_key UNIQUE (organization_id, system, external_id),
        CONSTRAINT application_candidate_fkey FOREIGN KEY (organization_id, candidate_id)
          REFERENCES candidate (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT application_status CHECK (status IN ('active', 'hired', 'rejected', 'withdrawn'))
      )`);
    await db.query(`CREATE INDEX application_by_job ON application (organization_id, job_id, candidate_id)`);
    await db.query(`CREATE INDEX application_by_candidate ON application (organization_id, candidate_id)`);
    await protectTenantTable(db, 'application');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE application`);
    await db.query(`DROP TABLE candidate_external_id`);
    await db.query(`DROP TABLE candidate`);
    await db.query(`DROP SEQUENCE candidate_ordinal`);
  }
}
