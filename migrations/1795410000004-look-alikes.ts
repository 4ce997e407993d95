import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys by which issuers that look alike find each other; rows of before get theirs when they are written next. */
export class LookAlikes1795410000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['issuer', 'trust_registry_entry']) {
      await db.query(`ALTER TABLE ${table} ADD COLUMN look text[]`);
      await db.query(`CREATE INDEX ${table}_by_look ON ${table} USING gin (look)`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['issuer', 'trust_registry_entry']) {
      await db.query(`DROP INDEX ${table}_by_look`);
      await db.query(`ALTER TABLE ${table} DROP COLUMN look`);
    }
  }
}
