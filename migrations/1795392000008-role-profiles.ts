import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Role profiles: one draft that is edited, and the versions that were published and never change. */
export class RoleProfiles1795392000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE role_profile (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        title text NOT NULL,
        requirements jsonb NOT NULL,
        groups jsonb NOT NULL,
        row_version integer NOT NULL DEFAULT 1,
        published_version integer,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT role_profile_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT role_profile_organization_fkey FOREIGN KEY (organization_id) REFERENCES organization (organization_id)
      )`);
    await protectTenantTable(db, 'role_profile');
    await db.query(`
      CREATE TABLE role_profile_version (
        organization_id uuid NOT NULL,
        role_profile_id uuid NOT NULL,
        version integer NOT NULL,
        title text NOT NULL,
        requirements jsonb NOT NULL,
        groups jsonb NOT NULL,
        published_by text NOT NULL,
        published_at timestamptz NOT NULL,
        CONSTRAINT role_profile_version_pkey PRIMARY KEY (organization_id, role_profile_id, version),
        CONSTRAINT role_profile_version_profile_fkey FOREIGN KEY (organization_id, role_profile_id)
          REFERENCES role_profile (organization_id, id)
      )`);
    await protectTenantTable(db, 'role_profile_version', 'append-only');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE role_profile_version`);
    await db.query(`DROP TABLE role_profile`);
  }
}
