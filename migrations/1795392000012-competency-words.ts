import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/**
 * The words of a version's labels, each once. A misspelled word is compared with these few thousand, not with every
 * label: behind row-level security a similarity cannot be looked up in an index.
 */
export class CompetencyWords1795392000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE competency_word (
        organization_id uuid NOT NULL,
        framework_version_id uuid NOT NULL,
        word text NOT NULL,
        CONSTRAINT competency_word_pkey PRIMARY KEY (organization_id, framework_version_id, word),
        CONSTRAINT competency_word_version_fkey FOREIGN KEY (organization_id, framework_version_id)
          REFERENCES framework_version (organization_id, id) ON DELETE CASCADE
      )`);
    await protectTenantTable(db, 'competency_word');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE competency_word`);
  }
}
