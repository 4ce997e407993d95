import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToSystem, protectTenantTable } from './tenant-table.js';

/** Roles, organizations, keys, idempotency and the audit log. The two roles belong to the cluster and outlive `down`. */
export class IdentityAndAudit1795392000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const role of ['credence_app', 'credence_system']) await this.ensureRole(db, role);
    await db.query(`GRANT USAGE ON SCHEMA public TO credence_app, credence_system`);

    await db.query(`
      CREATE TABLE organization (
        organization_id uuid NOT NULL,
        name text NOT NULL,
        cursor_secret bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT organization_pkey PRIMARY KEY (organization_id),
        CONSTRAINT organization_name_length CHECK (char_length(name) BETWEEN 1 AND 200)
      )`);
    await protectTenantTable(db, 'organization');
    await openToSystem(db, 'organization', 'SELECT, INSERT');

    // Keys are looked up by hash before the organization is known; the index is therefore not a unique key.
    await db.query(`
      CREATE TABLE api_key (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        prefix text NOT NULL,
        last_four text NOT NULL,
        key_hash bytea NOT NULL,
        roles text[] NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        revoked_at timestamptz,
        last_used_at timestamptz,
        CONSTRAINT api_key_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT api_key_organization_fkey FOREIGN KEY (organization_id) REFERENCES organization (organization_id),
        CONSTRAINT api_key_has_roles CHECK (cardinality(roles) > 0)
      )`);
    await db.query(`CREATE INDEX api_key_by_hash ON api_key (key_hash)`);
    await protectTenantTable(db, 'api_key');
    await openToSystem(db, 'api_key', 'SELECT, INSERT, UPDATE');

    await db.query(`
      CREATE TABLE idempotency_key (
        organization_id uuid NOT NULL,
        principal_id text NOT NULL,
        route text NOT NULL,
        key text NOT NULL,
        fingerprint bytea NOT NULL,
        status integer,
        headers jsonb,
        body text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_key_pkey PRIMARY KEY (organization_id, principal_id, route, key)
      )`);
    await protectTenantTable(db, 'idempotency_key');
    await openToSystem(db, 'idempotency_key', 'SELECT, DELETE');

    await db.query(`
      CREATE TABLE audit_event (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        occurred_at timestamptz NOT NULL,
        actor_kind text NOT NULL,
        actor_id text NOT NULL,
        action text NOT NULL,
        target_type text NOT NULL,
        target_id text NOT NULL,
        detail jsonb NOT NULL DEFAULT '{}',
        request_id text,
        CONSTRAINT audit_event_pkey PRIMARY KEY (organization_id, id)
      )`);
    await protectTenantTable(db, 'audit_event', 'append-only');
    await db.query(`
      CREATE TABLE audit_link (
        organization_id uuid NOT NULL,
        sequence bigint NOT NULL,
        event_id uuid NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT audit_link_pkey PRIMARY KEY (organization_id, sequence),
        CONSTRAINT audit_link_event_key UNIQUE (organization_id, event_id),
        CONSTRAINT audit_link_event_fkey FOREIGN KEY (organization_id, event_id)
          REFERENCES audit_event (organization_id, id)
      )`);
    await protectTenantTable(db, 'audit_link', 'append-only');
    await this.forbidRewriting(db, ['audit_event', 'audit_link']);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['audit_link', 'audit_event', 'idempotency_key', 'api_key', 'organization']) {
      await db.query(`DROP TABLE ${table}`);
    }
    await db.query(`DROP FUNCTION refuse_rewriting()`);
    await db.query(`REVOKE USAGE ON SCHEMA public FROM credence_app, credence_system`);
  }

  /** Two databases of one cluster may migrate at once, so an existing role or membership is no error. */
  private async ensureRole(db: QueryRunner, role: string): Promise<void> {
    await db.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
          CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`);
    await db.query(`
      DO $$ BEGIN
        -- From PostgreSQL 16 on, who makes a role is its member but may not yet take it.
        IF NOT pg_has_role(current_user, '${role}',
          CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)
        THEN GRANT ${role} TO CURRENT_USER; END IF;
      END $$`);
  }

  /** Even the owner cannot change the log without first removing the trigger, which the chain then shows. */
  private async forbidRewriting(db: QueryRunner, tables: readonly string[]): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege'; END $$`);
    for (const table of tables) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()`);
    }
  }
}
