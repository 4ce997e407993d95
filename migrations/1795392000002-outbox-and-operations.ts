import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToSystem, protectTenantTable } from './tenant-table.js';

/** Work that is owed (outbox) and work that a caller watches (operation). */
export class OutboxAndOperations1795392000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // A row is owed work of one consumer. It is deleted by the transaction that does the work, so it is done once.
    await db.query(`
      CREATE TABLE outbox (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        topic text NOT NULL,
        consumer text NOT NULL,
        lane text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        available_at timestamptz NOT NULL DEFAULT now(),
        enqueued_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        dead_at timestamptz,
        CONSTRAINT outbox_pkey PRIMARY KEY (organization_id, id)
      )`);
    await db.query(`CREATE INDEX outbox_due ON outbox (available_at) WHERE enqueued_at IS NULL AND dead_at IS NULL`);
    await db.query(`CREATE INDEX outbox_enqueued ON outbox (enqueued_at) WHERE enqueued_at IS NOT NULL`);
    await db.query(`CREATE INDEX outbox_dead ON outbox (dead_at) WHERE dead_at IS NOT NULL`);
    await protectTenantTable(db, 'outbox');
    await openToSystem(db, 'outbox', 'SELECT, INSERT, UPDATE, DELETE');

    await db.query(`
      CREATE TABLE operation (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        state text NOT NULL DEFAULT 'queued',
        done integer NOT NULL DEFAULT 0,
        total integer,
        result jsonb,
        error jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT operation_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT operation_state CHECK (state IN ('queued', 'running', 'succeeded', 'failed'))
      )`);
    await protectTenantTable(db, 'operation');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE operation`);
    await db.query(`DROP TABLE outbox`);
  }
}
