import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToSystem, protectTenantTable } from './tenant-table.js';

/** Our events out: who hears of them, what happened, and how far each event has come to each endpoint. */
export class Webhooks1795393008001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE webhook_endpoint (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        url text NOT NULL,
        description text,
        event_types text[] NOT NULL DEFAULT '{}',
        secrets jsonb NOT NULL,
        disabled_reason text,
        disabled_at timestamptz,
        failures integer NOT NULL DEFAULT 0,
        failing_since timestamptz,
        paused_until timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT webhook_endpoint_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT webhook_endpoint_organization_fkey FOREIGN KEY (organization_id)
          REFERENCES organization (organization_id),
        CONSTRAINT webhook_endpoint_disabled_reason CHECK (disabled_reason IN ('requested', 'gone', 'failing')),
        CONSTRAINT webhook_endpoint_disabled CHECK ((disabled_reason IS NULL) = (disabled_at IS NULL))
      )`);
    await protectTenantTable(db, 'webhook_endpoint');
    await openToSystem(db, 'webhook_endpoint', 'SELECT');

    // The body is text and not jsonb: it is signed and sent byte for byte, at every attempt the same.
    await db.query(`
      CREATE TABLE webhook_event (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        type text NOT NULL,
        ordering_key text,
        body text NOT NULL,
        occurred_at timestamptz NOT NULL,
        CONSTRAINT webhook_event_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT webhook_event_organization_fkey FOREIGN KEY (organization_id)
          REFERENCES organization (organization_id)
      )`);
    await db.query(`CREATE INDEX webhook_event_by_time ON webhook_event (organization_id, occurred_at)`);
    await protectTenantTable(db, 'webhook_event');

    await db.query(`
      CREATE TABLE webhook_delivery (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        endpoint_id uuid NOT NULL,
        event_id uuid NOT NULL,
        ordering_key text,
        state text NOT NULL DEFAULT 'pending',
        attempts integer NOT NULL DEFAULT 0,
        ticket integer NOT NULL DEFAULT 0,
        last_status integer,
        last_error text,
        next_attempt_at timestamptz,
        ended_at timestamptz,
        CONSTRAINT webhook_delivery_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT webhook_delivery_event_key UNIQUE (organization_id, endpoint_id, event_id),
        CONSTRAINT webhook_delivery_endpoint_fkey FOREIGN KEY (organization_id, endpoint_id)
          REFERENCES webhook_endpoint (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT webhook_delivery_event_fkey FOREIGN KEY (organization_id, event_id)
          REFERENCES webhook_event (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT webhook_delivery_state CHECK (state IN ('pending', 'delivered', 'failed'))
      )`);
    await db.query(`CREATE INDEX webhook_delivery_by_event ON webhook_delivery (organization_id, event_id)`);
    await db.query(`
      CREATE INDEX webhook_delivery_pending ON webhook_delivery (organization_id, endpoint_id, ordering_key, event_id)
      WHERE state = 'pending'`);
    await protectTenantTable(db, 'webhook_delivery');

    await db.query(`
      CREATE TABLE webhook_attempt (
        organization_id uuid NOT NULL,
        delivery_id uuid NOT NULL,
        number integer NOT NULL,
        at timestamptz NOT NULL,
        status integer,
        error text,
        duration_ms integer NOT NULL,
        CONSTRAINT webhook_attempt_pkey PRIMARY KEY (organization_id, delivery_id, number),
        CONSTRAINT webhook_attempt_delivery_fkey FOREIGN KEY (organization_id, delivery_id)
          REFERENCES webhook_delivery (organization_id, id) ON DELETE CASCADE
      )`);
    await protectTenantTable(db, 'webhook_attempt');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['webhook_attempt', 'webhook_delivery', 'webhook_event', 'webhook_endpoint']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
