import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the same document under other candidates. */
export class CredentialsByBytes1795392500001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX credential_by_bytes ON credential (organization_id, sha256)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX credential_by_bytes`);
  }
}
