import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** From what a credential states (claims) over what it means (mappings) to what a person holds (holdings). */
export class MappingAndHoldings1795392000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE claim (
        organization_id uuid NOT NULL,
        credential_id uuid NOT NULL,
        position integer NOT NULL,
        json_path text NOT NULL,
        kind text NOT NULL,
        class text NOT NULL,
        text text,
        uri text,
        code text,
        framework text,
        origin text NOT NULL,
        level jsonb,
        CONSTRAINT claim_pkey PRIMARY KEY (organization_id, credential_id, position),
        CONSTRAINT claim_credential_fkey FOREIGN KEY (organization_id, credential_id)
          REFERENCES credential (organization_id, id) ON DELETE CASCADE
      )`);
    await protectTenantTable(db, 'claim');

    await db.query(`
      CREATE TABLE mapping (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        credential_id uuid NOT NULL,
        claim_position integer NOT NULL,
        competency_id uuid,
        framework_version_id uuid,
        method text NOT NULL,
        score integer NOT NULL,
        state text NOT NULL,
        evidence jsonb NOT NULL,
        made_at timestamptz NOT NULL,
        superseded_at timestamptz,
        CONSTRAINT mapping_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT mapping_credential_fkey FOREIGN KEY (organization_id, credential_id)
          REFERENCES credential (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT mapping_competency_fkey FOREIGN KEY (organization_id, competency_id)
          REFERENCES competency (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT mapping_score CHECK (score BETWEEN 0 AND 10000),
        CONSTRAINT mapping_state CHECK
          (state IN ('mapped_auto', 'mapped_reviewed', 'suggested', 'unmapped', 'rejected', 'superseded'))
      )`);
    await db.query(
      `CREATE INDEX mapping_current ON mapping (organization_id, credential_id) WHERE superseded_at IS NULL`,
    );
    await db.query(`CREATE INDEX mapping_by_state ON mapping (organization_id, state, id) WHERE superseded_at IS NULL`);
    await protectTenantTable(db, 'mapping');

    // Levels on the organization's scale; proof, trust and strength in percent. Only verified rows count in a score,
    // the others widen the range and name what is unproven.
    await db.query(`
      CREATE TABLE holding (
        organization_id uuid NOT NULL,
        candidate_id uuid NOT NULL,
        competency_id uuid NOT NULL,
        credential_id uuid NOT NULL,
        verdict text NOT NULL,
        level smallint,
        level_source jsonb,
        proof smallint NOT NULL,
        proof_source jsonb,
        trust smallint NOT NULL,
        tier text NOT NULL,
        strength smallint NOT NULL,
        valid_from timestamptz,
        valid_until timestamptz,
        mapping_id uuid,
        json_path text NOT NULL,
        framework_version_id uuid,
        CONSTRAINT holding_pkey PRIMARY KEY (organization_id, candidate_id, competency_id, credential_id),
        CONSTRAINT holding_candidate_fkey FOREIGN KEY (organization_id, candidate_id)
          REFERENCES candidate (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT holding_competency_fkey FOREIGN KEY (organization_id, competency_id)
          REFERENCES competency (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT holding_credential_fkey FOREIGN KEY (organization_id, credential_id)
          REFERENCES credential (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT holding_verdict CHECK (verdict IN ('verified', 'unverifiable', 'failed')),
        CONSTRAINT holding_level CHECK (level BETWEEN 1 AND 9),
        CONSTRAINT holding_percents CHECK (proof BETWEEN 0 AND 100 AND trust BETWEEN 0 AND 100 AND strength BETWEEN 0 AND 100)
      )`);
    await db.query(`
      CREATE INDEX holding_by_competency ON holding (organization_id, competency_id, candidate_id)
      INCLUDE (credential_id, verdict, level, strength, valid_from, valid_until)`);
    await db.query(`CREATE INDEX holding_by_credential ON holding (organization_id, credential_id)`);
    await protectTenantTable(db, 'holding');

    await db.query(`
      CREATE TABLE holding_sequence (
        organization_id uuid NOT NULL,
        value bigint NOT NULL,
        CONSTRAINT holding_sequence_pkey PRIMARY KEY (organization_id)
      )`);
    await protectTenantTable(db, 'holding_sequence');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['holding_sequence', 'holding', 'mapping', 'claim']) await db.query(`DROP TABLE ${table}`);
  }
}
