import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision on a mapping may state a crosswalk, which ends with it. */
export class CrosswalksOfDecisions1795580000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE crosswalk ADD COLUMN decision_id uuid`);
    await db.query(`
      ALTER TABLE mapping_rule ADD COLUMN crosswalk_relation text, ADD COLUMN crosswalk_key text,
        ADD CONSTRAINT mapping_rule_crosswalk CHECK (crosswalk_relation IN ('exact', 'close')
          AND crosswalk_key IS NOT NULL AND competency_id IS NOT NULL OR num_nulls(crosswalk_relation, crosswalk_key) = 2)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mapping_rule DROP COLUMN crosswalk_relation, DROP COLUMN crosswalk_key`);
    await db.query(`ALTER TABLE crosswalk DROP COLUMN decision_id`);
  }
}
