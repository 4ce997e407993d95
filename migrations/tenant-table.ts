import type { QueryRunner } from 'typeorm';

/** What the application may do with a table: everything, or only add and read (history that nobody rewrites). */
export type TableUse = 'read-write' | 'append-only';

/**
 * Puts a table behind row-level security: the application's role sees and writes the rows of the organization that the
 * transaction has set, and none when it has set none. FORCE makes the owner subject to it as well.
 */
export async function protectTenantTable(db: QueryRunner, table: string, use: TableUse = 'read-write'): Promise<void> {
  const tenant = `organization_id = nullif(current_setting('app.organization_id', true), '')::uuid`;
  await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await db.query(`CREATE POLICY tenant ON ${table} TO credence_app USING (${tenant}) WITH CHECK (${tenant})`);
  const rights = use === 'append-only' ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
  await db.query(`GRANT ${rights} ON ${table} TO credence_app`);
}

/** Lets the system role (relay, key look-up, schedules) see a table across organizations, with just these rights. */
export async function openToSystem(db: QueryRunner, table: string, rights: string): Promise<void> {
  await db.query(`CREATE POLICY system ON ${table} TO credence_system USING (true) WITH CHECK (true)`);
  await db.query(`GRANT ${rights} ON ${table} TO credence_system`);
}
