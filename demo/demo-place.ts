import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { startStores } from '../src/platform/embedded/index.js';

/** Where one run of the demo lives: the stores it uses, a database of its own in them, and what its issuers publish. */
export interface DemoPlace {
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly pinnedDocuments: string;
  remove(): Promise<void>;
}

/**
 * @param environment may name stores that exist; the demo never writes into a database that it did not make
 * @param documents what the demo's issuers publish, by URL
 */
export async function makePlace(
  environment: Record<string, string | undefined>,
  documents: ReadonlyMap<string, object>,
  say: (line: string) => void,
): Promise<DemoPlace> {
  const dataDir = resolve(environment.DATA_DIR || '.data', 'demo');
  const stores = await startStores(
    { databaseUrl: environment.DATABASE_URL, redisUrl: environment.REDIS_URL, dataDir, path: environment.PATH },
    say,
  );
  say(stores.summary);
  const database = await makeDatabase(stores.databaseUrl);
  const published = mkdtempSync(join(tmpdir(), 'credence-demo-'));
  return {
    dataDir,
    databaseUrl: database.url,
    redisUrl: stores.queue.kind === 'redis' ? stores.queue.url : undefined,
    pinnedDocuments: publish(published, documents),
    async remove() {
      await database.drop();
      await stores.stop();
      rmSync(published, { recursive: true, force: true });
    },
  };
}

/** Writes the documents and the index that names them. */
function publish(folder: string, documents: ReadonlyMap<string, object>): string {
  const index = Object.fromEntries([...documents.keys()].map((url, at) => [url, `document-${at}.json`]));
  for (const [url, document] of documents) writeFileSync(join(folder, index[url] ?? ''), JSON.stringify(document));
  const file = join(folder, 'pinned.json');
  writeFileSync(file, JSON.stringify(index));
  return file;
}

async function makeDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `credence_demo_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
