import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import may ask only what it would do. */
export class ImportRehearsals1795460000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE import_batch ADD COLUMN dry_run boolean NOT NULL DEFAULT false`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE import_batch DROP COLUMN dry_run`);
  }
}
