import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Crosswalks that people state: how sure they are, and who they are. Those of frameworks have neither. */
export class CrosswalksOfPeople1795450000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE crosswalk ADD COLUMN confidence smallint, ADD COLUMN reviewer text,
        ADD CONSTRAINT crosswalk_confidence CHECK (confidence BETWEEN 0 AND 100)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE crosswalk DROP COLUMN confidence, DROP COLUMN reviewer`);
  }
}
