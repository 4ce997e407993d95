import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of asking an HR system for what its delivery did not say. */
export class Hydration1795393007003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE hook_delivery ADD COLUMN hydration jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE hook_delivery DROP COLUMN hydration`);
  }
}
