import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which method the mapping had been found that a person decided on; null for decisions of before. */
export class DecidedMethods1795450000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mapping_rule ADD COLUMN method text`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mapping_rule DROP COLUMN method`);
  }
}
