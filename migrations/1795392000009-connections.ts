import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToSystem, protectTenantTable } from './tenant-table.js';

/** HR systems that post to us, and the inbox that makes each of their deliveries count once. */
export class Connections1795392000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE connection (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        system text NOT NULL,
        name text NOT NULL,
        secrets jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT connection_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT connection_organization_fkey FOREIGN KEY (organization_id) REFERENCES organization (organization_id)
      )`);
    // A hook's path holds only the connection's id, so it is found before the organization is known.
    await db.query(`CREATE INDEX connection_by_id ON connection (id)`);
    await protectTenantTable(db, 'connection');
    await openToSystem(db, 'connection', 'SELECT');

    await db.query(`
      CREATE TABLE hook_delivery (
        organization_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        delivery_id text NOT NULL,
        body_digest bytea NOT NULL,
        event_type text NOT NULL,
        state text NOT NULL,
        result jsonb NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT hook_delivery_pkey PRIMARY KEY (organization_id, connection_id, delivery_id),
        CONSTRAINT hook_delivery_connection_fkey FOREIGN KEY (organization_id, connection_id)
          REFERENCES connection (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT hook_delivery_state CHECK (state IN ('accepted', 'ignored', 'rejected'))
      )`);
    await protectTenantTable(db, 'hook_delivery');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE hook_delivery`);
    await db.query(`DROP TABLE connection`);
  }
}
