import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a version's source says of the framework as a whole: title, publisher, licence and members of its format. */
export class FrameworkAbout1795393004001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE framework_version ADD COLUMN about jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE framework_version DROP COLUMN about`);
  }
}
