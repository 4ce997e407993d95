import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/**
 * What large frameworks say beyond names and hierarchy: notes, collections, an order, members of a format's own, and
 * links such as the skills that an occupation needs. Links stand beside the edges, so that a relation that counts for
 * ranking is never looked for among a hundred thousand that do not. They go with their competencies; a key to the one
 * row of their version would make every insert of an import wait on that row's lock.
 */
export class FrameworkDetail1795392600001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE competency_entry
        ADD COLUMN notes text,
        ADD COLUMN position double precision,
        ADD COLUMN collections text[] NOT NULL DEFAULT '{}',
        ADD COLUMN details jsonb NOT NULL DEFAULT '{}'`);
    await db.query(`
      CREATE TABLE competency_link (
        organization_id uuid NOT NULL,
        framework_version_id uuid NOT NULL,
        type text NOT NULL,
        from_id uuid NOT NULL,
        to_id uuid NOT NULL,
        detail jsonb,
        CONSTRAINT competency_link_pkey PRIMARY KEY (organization_id, framework_version_id, from_id, type, to_id),
        CONSTRAINT competency_link_from_fkey FOREIGN KEY (organization_id, from_id)
          REFERENCES competency (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT competency_link_to_fkey FOREIGN KEY (organization_id, to_id)
          REFERENCES competency (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(
      `CREATE INDEX competency_link_backwards ON competency_link (organization_id, framework_version_id, to_id, type, from_id)`,
    );
    await protectTenantTable(db, 'competency_link');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE competency_link`);
    await db.query(`
      ALTER TABLE competency_entry DROP COLUMN notes, DROP COLUMN position, DROP COLUMN collections, DROP COLUMN details`);
  }
}
