import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a delivery said, in the words of every HR system, so that it can be seen and run again. */
export class IntakeEvents1795393007001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE connection ADD COLUMN settings jsonb NOT NULL DEFAULT '{}'`);
    await db.query(`
      ALTER TABLE hook_delivery
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN event jsonb,
        ADD COLUMN candidate_id uuid,
        ADD COLUMN attempts integer NOT NULL DEFAULT 1,
        ADD COLUMN run_at timestamptz NOT NULL DEFAULT now()`);
    await db.query(`ALTER TABLE hook_delivery ALTER COLUMN id DROP DEFAULT`);
    await db.query(`
      ALTER TABLE hook_delivery ADD CONSTRAINT hook_delivery_id_key UNIQUE (organization_id, connection_id, id)`);
    await db.query(
      `CREATE INDEX hook_delivery_by_digest ON hook_delivery (organization_id, connection_id, body_digest)`,
    );
    await db.query(`
      CREATE INDEX hook_delivery_by_candidate ON hook_delivery (organization_id, candidate_id) WHERE candidate_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX hook_delivery_by_candidate`);
    await db.query(`DROP INDEX hook_delivery_by_digest`);
    await db.query(`
      ALTER TABLE hook_delivery DROP CONSTRAINT hook_delivery_id_key, DROP COLUMN run_at, DROP COLUMN attempts,
        DROP COLUMN candidate_id, DROP COLUMN event, DROP COLUMN id`);
    await db.query(`ALTER TABLE connection DROP COLUMN settings`);
  }
}
