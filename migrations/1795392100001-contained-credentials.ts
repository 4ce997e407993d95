import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Credentials that were found inside another submitted document, or where a submitted link led. */
export class ContainedCredentials1795392100001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE credential_containment (
        organization_id uuid NOT NULL,
        container_id uuid NOT NULL,
        contained_id uuid NOT NULL,
        root_id uuid NOT NULL,
        depth smallint NOT NULL,
        position smallint NOT NULL,
        path text NOT NULL,
        url text,
        found_at timestamptz NOT NULL,
        CONSTRAINT credential_containment_pkey PRIMARY KEY (organization_id, container_id, contained_id),
        CONSTRAINT credential_containment_container_fkey FOREIGN KEY (organization_id, container_id)
          REFERENCES credential (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT credential_containment_contained_fkey FOREIGN KEY (organization_id, contained_id)
          REFERENCES credential (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT credential_containment_root_fkey FOREIGN KEY (organization_id, root_id)
          REFERENCES credential (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT credential_containment_depth CHECK (depth BETWEEN 1 AND 3),
        CONSTRAINT credential_containment_not_itself CHECK (container_id <> contained_id)
      )`);
    await db.query(
      `CREATE INDEX credential_containment_by_contained ON credential_containment (organization_id, contained_id)`,
    );
    await db.query(`CREATE INDEX credential_containment_by_root ON credential_containment (organization_id, root_id)`);
    await protectTenantTable(db, 'credential_containment');
    await sources(db, `'api', 'webhook', 'import', 'link', 'contained'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE credential_containment`);
    // What came out of other documents stays and keeps its verdict; the older rule holds for what comes in from now on.
    await sources(db, `'api', 'webhook', 'import', 'link'`, 'NOT VALID');
  }
}

async function sources(db: QueryRunner, allowed: string, validity = ''): Promise<void> {
  await db.query(`ALTER TABLE credential DROP CONSTRAINT credential_source`);
  await db.query(`ALTER TABLE credential ADD CONSTRAINT credential_source CHECK (source IN (${allowed})) ${validity}`);
}
