import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Misspelled words are looked for in memory now, and imports need not write the words of every version. */
export class WordsInMemory1795450000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE competency_word`);
  }

  async down(db: QueryRunner): Promise<void> {
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
}
