import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/**
 * What people decided about the meaning of claims, as rules. Claims get the keys under which the rules are found when
 * they are mapped the next time; until then the keys are null.
 */
export class MappingRules1795392700001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE claim ADD COLUMN match_key text, ADD COLUMN achievement_key text`);
    await db.query(`CREATE INDEX claim_by_match_key ON claim (organization_id, match_key, credential_id)`);
    await db.query(`
      CREATE TABLE mapping_rule (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        decision text NOT NULL,
        scope text NOT NULL,
        match_key text NOT NULL,
        issuer_id uuid,
        achievement_key text,
        competency_id uuid,
        rejected_competency_id uuid,
        overrides uuid,
        claim jsonb NOT NULL,
        reason text NOT NULL,
        decided_by text NOT NULL,
        decided_at timestamptz NOT NULL,
        ended_by text,
        ended_at timestamptz,
        CONSTRAINT mapping_rule_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT mapping_rule_issuer_fkey FOREIGN KEY (organization_id, issuer_id)
          REFERENCES issuer (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT mapping_rule_competency_fkey FOREIGN KEY (organization_id, competency_id)
          REFERENCES competency (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT mapping_rule_rejected_fkey FOREIGN KEY (organization_id, rejected_competency_id)
          REFERENCES competency (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT mapping_rule_decision CHECK (decision IN ('accept', 'reject', 'correct')),
        CONSTRAINT mapping_rule_scope CHECK (scope IN ('achievement', 'issuer', 'everywhere')),
        CONSTRAINT mapping_rule_reach CHECK
          ((scope = 'everywhere') = (issuer_id IS NULL) AND (scope = 'achievement') = (achievement_key IS NOT NULL)),
        CONSTRAINT mapping_rule_says_something CHECK (num_nonnulls(competency_id, rejected_competency_id) > 0)
      )`);
    await db.query(
      `CREATE INDEX mapping_rule_in_force ON mapping_rule (organization_id, match_key) WHERE ended_at IS NULL`,
    );
    await protectTenantTable(db, 'mapping_rule');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE mapping_rule`);
    await db.query(`DROP INDEX claim_by_match_key`);
    await db.query(`ALTER TABLE claim DROP COLUMN match_key, DROP COLUMN achievement_key`);
  }
}
