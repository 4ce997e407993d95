import pg from 'pg';
import type { DataSource } from 'typeorm';
import { dataSourceFor } from '../../src/platform/database/index.js';
import { ENTITIES } from '../../src/entities.js';
import { freshDatabase } from '../support/fresh-database.js';

const SNAPSHOT = `
  SELECT 'column' AS kind, table_name || '.' || column_name AS name,
    concat_ws(' ', data_type, udt_name, is_nullable, column_default) AS definition
  FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'policy', tablename || '.' || policyname, concat_ws(' ', roles::text, cmd, qual, with_check)
    FROM pg_policies
  UNION ALL SELECT 'grant', table_name || '.' || grantee || '.' || privilege_type, is_grantable
    FROM information_schema.role_table_grants WHERE table_schema = 'public' AND grantee LIKE 'credence_%'
  UNION ALL SELECT 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  ORDER BY 1, 2, 3`;

describe('the schema', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let source: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    source = await dataSourceFor(database.url, ENTITIES).initialize();
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  it('goes up, down to nothing and up again to the same, and the entities describe it', async () => {
    const migrations = await source.runMigrations();
    const first: unknown = await source.query(SNAPSHOT);
    for (let left = migrations.length; left > 0; left -= 1) await source.undoLastMigration();
    const left: { tablename: string }[] = await source.query(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migration'`,
    );
    expect(left).toEqual([]);
    await source.runMigrations();
    expect(await source.query(SNAPSHOT)).toEqual(first);

    const drift = await source.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map((query) => query.query)).toEqual([]);
  });

  it('keys every table by organization first and puts it behind forced row-level security', async () => {
    const tables: { name: string; first_key: string; secured: boolean; forced: boolean }[] = await source.query(`
      SELECT c.relname AS name, a.attname AS first_key, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced
      FROM pg_class c LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_migration'`);
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter((t) => t.first_key !== 'organization_id' || !t.secured || !t.forced)).toEqual([]);
  });

  it('leads every unique and foreign key with the organization', async () => {
    const keys: { name: string }[] = await source.query(`
      SELECT conname AS name FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
      WHERE k.connamespace = 'public'::regnamespace AND k.contype IN ('u', 'f') AND a.attname <> 'organization_id'
        AND k.conrelid <> 'schema_migration'::regclass`);
    expect(keys).toEqual([]);
  });
});

describe('the application role', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let client: pg.Client;
  const [ours, theirs] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];

  beforeAll(async () => {
    database = await freshDatabase();
    const source = await dataSourceFor(database.url).initialize();
    await source.runMigrations();
    await source.destroy();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    for (const id of [ours, theirs]) {
      await client.query(`INSERT INTO organization (organization_id, name, cursor_secret) VALUES ($1, 'o', '\\x00')`, [
        id,
      ]);
      await client.query(`INSERT INTO candidate (organization_id, id) VALUES ($1, gen_random_uuid())`, [id]);
    }
    await client.query(`SET ROLE credence_app`);
  });
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  it('owns nothing and cannot step around row-level security', async () => {
    const role = await client.query(
      `SELECT rolsuper, rolbypassrls, (SELECT count(*) FROM pg_tables WHERE tableowner = 'credence_app') AS owned
       FROM pg_roles WHERE rolname = 'credence_app'`,
    );
    expect(role.rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, owned: 0 });
  });

  it('sees no row of any table when no organization is set', async () => {
    const tables = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND has_table_privilege('credence_app', oid, 'SELECT')`,
    );
    expect(tables.rows.length).toBeGreaterThan(20);
    for (const { name } of tables.rows) {
      expect({ name, rows: (await client.query(`SELECT count(*) AS n FROM ${name}`)).rows }).toEqual({
        name,
        rows: [{ n: 0 }],
      });
    }
  });

  it('sees and writes only the rows of the organization that is set', async () => {
    await client.query('BEGIN');
    await client.query(`SET LOCAL app.organization_id = '${ours}'`);
    const seen = await client.query(`SELECT organization_id FROM candidate`);
    expect(seen.rows).toEqual([{ organization_id: ours }]);
    await expect(
      client.query(`INSERT INTO candidate (organization_id, id) VALUES ($1, gen_random_uuid())`, [theirs]),
    ).rejects.toThrow(/row-level security/);
    await client.query('ROLLBACK');
  });

  it('can add to the audit log and never change it; not even the owner can', async () => {
    for (const statement of [
      'UPDATE audit_event SET action = $$x$$',
      'DELETE FROM audit_event',
      'TRUNCATE audit_event CASCADE',
    ]) {
      await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    }
    await client.query('RESET ROLE');
    await expect(client.query('DELETE FROM audit_link')).rejects.toThrow(/append-only/);
    await client.query('SET ROLE credence_app');
  });
});
