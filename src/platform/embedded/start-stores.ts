import { addressOf } from './connection-text.js';
import { requireDatabase, requireRedis } from './configured-stores.js';
import { makeEnterableFolder } from './passable-folder.js';
import { startPostgres } from './postgres-server.js';
import { findRedis } from './redis-binary.js';
import { startRedis } from './redis-server.js';
import { StoreError } from './store-error.js';

export interface StoreSettings {
  /** The operator's PostgreSQL; unset or empty: an embedded one in the data folder. */
  databaseUrl?: string;
  /** The operator's Redis; unset or empty: a private one if the PATH has a server for it, else the queue is on PostgreSQL. */
  redisUrl?: string;
  dataDir: string;
  /** Server settings of the embedded PostgreSQL beyond our own, such as `fsync: 'off'` for tests. */
  postgresSettings?: Record<string, string>;
  /** Name of the embedded database; default `credence`. */
  database?: string;
  /** PATH to look for redis-server, valkey-server and PostgreSQL; unset: none of them is looked for there. */
  path?: string;
}

export interface Stores {
  databaseUrl: string;
  queue: { kind: 'redis'; url: string } | { kind: 'postgres' };
  /** One line for the log that says which stores run and how to change it; never a password. */
  summary: string;
  /** Leaves the stores; an embedded one is stopped by its last living user. Call it after the work is drained. */
  stop(): Promise<void>;
}

interface Store {
  url: string;
  summary: string;
  stop(): Promise<void>;
}

/**
 * Makes sure that a database and a queue store answer, starting embedded ones where no URL is given.
 *
 * @param log gets what an operator should know on the way: data kept elsewhere, programs passed over
 * @throws {StoreError} with a message for the console; nothing is left running then that was not running before
 */
export async function startStores(settings: StoreSettings, log: (line: string) => void): Promise<Stores> {
  // What the operator has set is tried first: a wrong address should not cost the making of a database.
  const given = {
    database: settings.databaseUrl ? await givenDatabase(settings.databaseUrl) : undefined,
    redis: settings.redisUrl ? await givenRedis(settings.redisUrl) : undefined,
  };
  const database = given.database ?? (await embeddedDatabase(settings, log));
  try {
    const redis = given.redis ?? (await privateRedis(settings, log));
    const fallback =
      'queue on PostgreSQL (no redis-server or valkey-server found; install one or set REDIS_URL to use Redis)';
    let stopping: Promise<void> | undefined;
    return {
      databaseUrl: database.url,
      queue: redis ? { kind: 'redis', url: redis.url } : { kind: 'postgres' },
      summary: `stores: ${database.summary}; ${redis?.summary ?? fallback}`,
      stop: () => (stopping ??= stopAll(redis ? [redis, database] : [database])),
    };
  } catch (error) {
    await database.stop().catch((reason: unknown) => log(String(reason)));
    throw error;
  }
}

const nothing = async () => undefined;

async function givenDatabase(url: string): Promise<Store> {
  const version = await requireDatabase(url);
  return { url, summary: `PostgreSQL ${version} at ${addressOf(url)} (DATABASE_URL)`, stop: nothing };
}

async function givenRedis(url: string): Promise<Store> {
  await requireRedis(url);
  return { url, summary: `queue on Redis at ${addressOf(url)} (REDIS_URL)`, stop: nothing };
}

async function embeddedDatabase(settings: StoreSettings, log: (line: string) => void): Promise<Store> {
  const { dataDir, database = 'credence', postgresSettings: parameters, path } = settings;
  makeDataFolder(dataDir);
  const server = await startPostgres({ dataDir, database, parameters, path }, log);
  const state = server.adopted ? 'embedded, was running' : 'embedded';
  return { ...server, summary: `${server.description} (${state}; set DATABASE_URL to use another)` };
}

async function privateRedis(settings: StoreSettings, log: (line: string) => void): Promise<Store | undefined> {
  const { dataDir, path = '' } = settings;
  const binary = await findRedis(path, log);
  if (!binary) return undefined;
  makeDataFolder(dataDir);
  const server = await startRedis({ dataDir, binary, path }, log);
  const state = server.adopted ? 'private, was running' : 'private';
  return { ...server, summary: `queue on ${server.description} (${state}; set REDIS_URL to use another)` };
}

function makeDataFolder(dataDir: string): void {
  try {
    makeEnterableFolder(dataDir);
  } catch (error) {
    throw new StoreError(
      'data-folder-unusable',
      `the data folder ${dataDir} cannot be made (${(error as Error).message}). Set DATA_DIR to one that can, or set DATABASE_URL and REDIS_URL.`,
      { cause: error },
    );
  }
}

async function stopAll(stores: readonly Store[]): Promise<void> {
  const results = await Promise.allSettled(stores.map((store) => store.stop()));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}
