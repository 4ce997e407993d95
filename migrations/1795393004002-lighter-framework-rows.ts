import type { MigrationInterface, QueryRunner } from 'typeorm';

const VERSIONED = ['competency_entry', 'competency_label', 'competency_identifier', 'competency_edge'] as const;

/**
 * A large framework is hundreds of thousands of rows, and each row paid for what nobody used: a key to the one row of its
 * version, a key at either end of a link, and a trigram index that no search can use, since behind row-level security
 * only leakproof operators are looked up in an index. Entries, labels, identifiers and edges still go with their
 * competency; links are written by joining both ends to their competencies.
 */
export class LighterFrameworkRows1795393004002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX competency_label_by_trigram`);
    for (const table of VERSIONED) await db.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_version_fkey`);
    for (const end of ['from', 'to'])
      await db.query(`ALTER TABLE competency_link DROP CONSTRAINT competency_link_${end}_fkey`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const end of ['from', 'to']) {
      await db.query(`
        ALTER TABLE competency_link ADD CONSTRAINT competency_link_${end}_fkey FOREIGN KEY (organization_id, ${end}_id)
          REFERENCES competency (organization_id, id) ON DELETE CASCADE`);
    }
    for (const table of VERSIONED) {
      await db.query(`
        ALTER TABLE ${table} ADD CONSTRAINT ${table}_version_fkey FOREIGN KEY (organization_id, framework_version_id)
          REFERENCES framework_version (organization_id, id) ON DELETE CASCADE`);
    }
    await db.query(`CREATE INDEX competency_label_by_trigram ON competency_label USING gin (normalised gin_trgm_ops)`);
  }
}
