import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a connection was last compared with what its system says has changed. */
export class Reconciliations1795460000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE connection ADD COLUMN reconciliation jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE connection DROP COLUMN reconciliation`);
  }
}
