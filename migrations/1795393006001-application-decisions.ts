import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/**
 * What people decided about applications; the last one of an application stands. Where it was taken from a ranking, the
 * place of the candidate at that moment is kept, and whether the decision went against the order.
 */
export class ApplicationDecisions1795393006001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE application_decision (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        outcome text NOT NULL,
        reason_code text NOT NULL,
        note text,
        role_profile_id uuid,
        profile_version integer,
        standing jsonb,
        override_kind text,
        override_people integer,
        decided_by text NOT NULL,
        decided_at timestamptz NOT NULL,
        CONSTRAINT application_decision_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT application_decision_application_fkey FOREIGN KEY (organization_id, application_id)
          REFERENCES application (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT application_decision_version_fkey FOREIGN KEY (organization_id, role_profile_id, profile_version)
          REFERENCES role_profile_version (organization_id, role_profile_id, version),
        CONSTRAINT application_decision_outcome CHECK (outcome IN ('advance', 'hire', 'hold', 'reject')),
        CONSTRAINT application_decision_ranking CHECK (num_nonnulls(role_profile_id, profile_version, standing) IN (0, 3)),
        CONSTRAINT application_decision_override CHECK
          (num_nonnulls(override_kind, override_people) = 0
           OR override_kind IN ('chosen_over_higher', 'rejected_above_chosen') AND override_people > 0 AND standing IS NOT NULL)
      )`);
    await db.query(
      `CREATE INDEX application_decision_by_application ON application_decision (organization_id, application_id, id)`,
    );
    await db.query(`CREATE INDEX application_decision_by_time ON application_decision (organization_id, decided_at)`);
    await protectTenantTable(db, 'application_decision', 'append-only');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE application_decision`);
  }
}
