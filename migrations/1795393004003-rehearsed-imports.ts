import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An upload may ask only what its import would do. */
export class RehearsedImports1795393004003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE framework_upload ADD COLUMN dry_run boolean NOT NULL DEFAULT false`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE framework_upload DROP COLUMN dry_run`);
  }
}
