// A program that uses the embedded stores, for tests that need several processes. Argument: the settings as JSON; it
// prints one JSON line when the stores answer. On SIGINT or SIGTERM it works for a moment more, as a service that
// drains does, and prints whether the database was still there; then it leaves.
import pg from 'pg';
import { startStores } from '../../dist/src/platform/embedded/index.js';

const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const stores = await startStores(JSON.parse(process.argv[2]), (line) => say({ log: line }));
const { databaseUrl, queue, summary } = stores;
const client = new pg.Client({ connectionString: databaseUrl });
client.on('error', () => undefined);
await client.connect();
const alive = setInterval(() => undefined, 1_000);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    const drained = await client.query('select pg_sleep(0.2)').then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    await stores.stop();
    say({ drained });
    clearInterval(alive);
  });
}
say({ databaseUrl, queue, summary });
