import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Challenges that are issued for candidates to answer once, and what candidates showed to hold by answering. */
export class PresentationRequests1795393002001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE presentation_request (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        candidate_id uuid NOT NULL,
        challenge text NOT NULL,
        domain text NOT NULL,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        answered_by uuid,
        answered_at timestamptz,
        CONSTRAINT presentation_request_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT presentation_request_challenge_key UNIQUE (organization_id, challenge),
        CONSTRAINT presentation_request_candidate_fkey FOREIGN KEY (organization_id, candidate_id)
          REFERENCES candidate (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT presentation_request_answer_fkey FOREIGN KEY (organization_id, answered_by)
          REFERENCES credential (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT presentation_request_times CHECK (expires_at > created_at),
        CONSTRAINT presentation_request_answer CHECK ((answered_by IS NULL) = (answered_at IS NULL))
      )`);
    await db.query(
      `CREATE INDEX presentation_request_by_candidate ON presentation_request (organization_id, candidate_id, id)`,
    );
    await db.query(
      `CREATE INDEX presentation_request_by_answer ON presentation_request (organization_id, answered_by)`,
    );
    await protectTenantTable(db, 'presentation_request');
    await db.query(`
      CREATE TABLE candidate_holder (
        organization_id uuid NOT NULL,
        candidate_id uuid NOT NULL,
        holder text NOT NULL,
        shown_at timestamptz NOT NULL,
        CONSTRAINT candidate_holder_pkey PRIMARY KEY (organization_id, candidate_id, holder),
        CONSTRAINT candidate_holder_candidate_fkey FOREIGN KEY (organization_id, candidate_id)
          REFERENCES candidate (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT candidate_holder_length CHECK (octet_length(holder) <= 2048)
      )`);
    await protectTenantTable(db, 'candidate_holder');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE candidate_holder`);
    await db.query(`DROP TABLE presentation_request`);
  }
}
