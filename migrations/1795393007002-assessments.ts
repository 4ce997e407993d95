import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Assessments that HR systems asked for: a candidate against a published role profile, told back when it is known. */
export class Assessments1795393007002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE assessment (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        connection_id uuid NOT NULL,
        external_ref text NOT NULL,
        role_profile_id uuid NOT NULL,
        candidate_id uuid NOT NULL,
        callback_url text NOT NULL,
        report_url text NOT NULL,
        state text NOT NULL,
        score text,
        problem text,
        started_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        told_at timestamptz,
        CONSTRAINT assessment_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT assessment_external_ref_key UNIQUE (organization_id, connection_id, external_ref),
        CONSTRAINT assessment_connection_fkey FOREIGN KEY (organization_id, connection_id)
          REFERENCES connection (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT assessment_candidate_fkey FOREIGN KEY (organization_id, candidate_id)
          REFERENCES candidate (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT assessment_state CHECK (state IN ('waiting', 'completed', 'failed', 'cancelled'))
      )`);
    await db.query(`CREATE INDEX assessment_by_candidate ON assessment (organization_id, candidate_id)`);
    await protectTenantTable(db, 'assessment');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE assessment`);
  }
}
