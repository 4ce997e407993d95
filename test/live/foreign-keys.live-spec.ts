import pg from 'pg';
import { migrate } from '../../src/platform/database/index.js';
import { freshDatabase } from '../support/fresh-database.js';

interface ForeignKey {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
}

/** A session keeps the plan of a foreign key that it made first, which in a new installation is on empty tables. */
describe('foreign keys to what grows with every verification', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let client: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase();
    await migrate(database.url);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`SET plan_cache_mode = force_generic_plan`);
  });
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  it('find their row by all of its columns, also when they were planned on empty tables', async () => {
    const { rows } = await client.query<ForeignKey>(
      `SELECT conname AS name, confrelid::regclass::text AS "table",
         ARRAY(SELECT attname::text FROM unnest(confkey) WITH ORDINALITY AS k (number, place)
           JOIN pg_attribute a ON a.attrelid = confrelid AND a.attnum = k.number ORDER BY place) AS columns
       FROM pg_constraint WHERE contype = 'f' AND confrelid::regclass::text IN ('candidate', 'credential', 'verification')
         -- By a number, for which there is one index only.
         AND conname <> 'holding_pack_candidate_fkey'`,
    );
    expect(rows.length).toBeGreaterThan(15);
    for (const { name, table, columns } of rows) {
      const plan = await planOf(`SELECT 1 FROM ONLY ${table} WHERE ${equal(columns)} FOR KEY SHARE`, columns.length);
      const condition = /Index Cond: (.*)/.exec(plan)?.[1] ?? '';
      expect([name, columns.filter((column) => !condition.includes(`(${column} = `))]).toEqual([name, []]);
      expect([name, plan]).toEqual([name, expect.not.stringContaining('Filter:')]);
    }
  });

  const equal = (columns: readonly string[]): string =>
    columns.map((column, at) => `${column} = $${at + 1}`).join(' AND ');

  const planOf = async (sql: string, parameters: number): Promise<string> => {
    const uuids = Array.from({ length: parameters }, () => 'uuid');
    await client.query(`PREPARE looked (${uuids.join(', ')}) AS ${sql}`);
    const nulls = uuids.map(() => 'NULL');
    const { rows } = await client.query<Record<string, string>>(`EXPLAIN EXECUTE looked (${nulls.join(', ')})`);
    await client.query(`DEALLOCATE looked`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
});
