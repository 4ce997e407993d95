import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToSystem } from './tenant-table.js';

/** When a registry that answers about one issuer at a time is asked again. */
export class FederationAnswers1795410000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE trust_registry_entry ADD COLUMN next_ask_at timestamptz`);
    await db.query(
      `CREATE INDEX trust_registry_entry_due ON trust_registry_entry (next_ask_at) WHERE next_ask_at IS NOT NULL`,
    );
    await openToSystem(db, 'trust_registry_entry', 'SELECT, UPDATE');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP POLICY system ON trust_registry_entry`);
    await db.query(`REVOKE SELECT, UPDATE ON trust_registry_entry FROM credence_system`);
    await db.query(`DROP INDEX trust_registry_entry_due`);
    await db.query(`ALTER TABLE trust_registry_entry DROP COLUMN next_ask_at`);
  }
}
