import { resolve } from 'node:path';
import pg from 'pg';

const dayMs = 86_400_000;

/**
 * One PostgreSQL and, where the machine has one, one Redis for all live and end-to-end tests. Jest calls this once for
 * each project in the same process; the second call finds the stores of the first.
 */
export default async function setUp() {
  const shared = (globalThis.__credenceTestStores ??= { projects: 0, starting: startTestStores() });
  shared.projects += 1;
  const { databaseUrl, queue } = await shared.starting;
  process.env.TEST_DATABASE_URL = databaseUrl;
  if (queue.kind === 'redis') process.env.TEST_REDIS_URL = queue.url;
  else delete process.env.TEST_REDIS_URL;
}

async function startTestStores() {
  const { startStores } = await launcher();
  const stores = await startStores(
    {
      databaseUrl: process.env.DATABASE_URL,
      redisUrl: process.env.REDIS_URL,
      dataDir: resolve('.data/test'),
      // Test data may be lost with the machine; the tests gain a good part of their time.
      postgresSettings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
      path: process.env.PATH,
    },
    (line) => process.stderr.write(`${line}\n`),
  );
  await dropLeftovers(stores.databaseUrl).catch((error) => process.stderr.write(`leftovers stay: ${error.message}\n`));
  return stores;
}

async function launcher() {
  try {
    return await import('../../dist/src/platform/embedded/index.js');
  } catch (error) {
    throw new Error('The tests start their stores with the built launcher: run "npm run build" first.', {
      cause: error,
    });
  }
}

/** Databases of runs that were killed. Their names begin with the time (UUIDv7), so those of a run beside us stay. */
async function dropLeftovers(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select datname from pg_database where datname ~ '^credence_test_[0-9a-f]{32}$'`,
    );
    const old = rows.filter(({ datname }) => Date.now() - parseInt(datname.slice(14, 26), 16) > dayMs);
    for (const { datname } of old) await client.query(`drop database if exists ${datname} with (force)`);
  } finally {
    await client.end();
  }
}
