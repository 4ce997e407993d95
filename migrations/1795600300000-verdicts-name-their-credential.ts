import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * While a table is empty all its indexes cost the same, and a foreign key, which plans once a session, took one for its first
 * column alone: each verdict then walked through all verifications of the organization until the table was analyzed. A
 * verdict now names its verification as one of its credential, by an index that has all three, and no other begins with the
 * organization.
 */
export class VerdictsNameTheirCredential1795600300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX verification_by_named_issuer`);
    await db.query(
      `CREATE INDEX verification_by_named_issuer ON verification (md5(facts #>> '{issuer,id}'), organization_id)`,
    );
    await db.query(`DROP INDEX verification_by_credential`);
    await db.query(
      `ALTER TABLE verification ADD CONSTRAINT verification_by_credential UNIQUE (organization_id, credential_id, id)`,
    );
    await db.query(`ALTER TABLE credential_verdict DROP CONSTRAINT credential_verdict_verification_fkey`);
    await db.query(`
      ALTER TABLE credential_verdict ADD CONSTRAINT credential_verdict_verification_fkey
        FOREIGN KEY (organization_id, credential_id, verification_id)
        REFERENCES verification (organization_id, credential_id, id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE credential_verdict DROP CONSTRAINT credential_verdict_verification_fkey`);
    await db.query(`
      ALTER TABLE credential_verdict ADD CONSTRAINT credential_verdict_verification_fkey
        FOREIGN KEY (organization_id, verification_id) REFERENCES verification (organization_id, id)`);
    await db.query(`ALTER TABLE verification DROP CONSTRAINT verification_by_credential`);
    await db.query(`CREATE INDEX verification_by_credential ON verification (organization_id, credential_id, id)`);
    await db.query(`DROP INDEX verification_by_named_issuer`);
    await db.query(
      `CREATE INDEX verification_by_named_issuer ON verification (organization_id, md5(facts #>> '{issuer,id}'))`,
    );
  }
}
