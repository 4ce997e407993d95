import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Vectors that an embedding model gives for the names of competencies: a set for each framework version and model. */
export class CompetencyVectors1795600200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE vector_set (
        organization_id uuid NOT NULL,
        framework_version_id uuid NOT NULL,
        model text NOT NULL,
        begun_at timestamptz NOT NULL,
        completed_at timestamptz,
        CONSTRAINT vector_set_pkey PRIMARY KEY (organization_id, framework_version_id, model),
        CONSTRAINT vector_set_version_fkey FOREIGN KEY (organization_id, framework_version_id)
          REFERENCES framework_version (organization_id, id) ON DELETE CASCADE
      )`);
    await protectTenantTable(db, 'vector_set');

    await db.query(`
      CREATE TABLE competency_vector (
        organization_id uuid NOT NULL,
        framework_version_id uuid NOT NULL,
        model text NOT NULL,
        competency_id uuid NOT NULL,
        text_hash bytea NOT NULL,
        vector bytea NOT NULL,
        CONSTRAINT competency_vector_pkey PRIMARY KEY (organization_id, framework_version_id, model, competency_id),
        CONSTRAINT competency_vector_set_fkey FOREIGN KEY (organization_id, framework_version_id, model)
          REFERENCES vector_set (organization_id, framework_version_id, model) ON DELETE CASCADE
      )`);
    // A new version has most names of the one before it, and takes their vectors over.
    await db.query(
      `CREATE INDEX competency_vector_by_competency ON competency_vector (organization_id, competency_id, model)`,
    );
    await protectTenantTable(db, 'competency_vector');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE competency_vector`);
    await db.query(`DROP TABLE vector_set`);
  }
}
