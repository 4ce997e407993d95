import { resolve } from 'node:path';
import pg from 'pg';
import { binaryFolders, type BinaryFolder } from './postgres-binaries.js';
import { clusterOwner, ensureCluster } from './postgres-cluster.js';
import { pingPostgres } from './postgres-ping.js';
import { choosePlace, dataFolder } from './postgres-place.js';
import { adoptPostmaster, startPostmaster } from './postgres-process.js';
import { findPostmaster } from './postmaster.js';
import { joinServer, type RunningStore, type SharedServer } from './shared-server.js';
import { StoreError } from './store-error.js';
import { stopProcess } from './stop-process.js';

export interface PostgresServerSettings {
  dataDir: string;
  database: string;
  /** Server settings beyond our own; a server that runs already keeps those it was started with. */
  parameters?: Record<string, string>;
  path?: string;
  /** Instead of those that are found on this machine. */
  binaries?: readonly BinaryFolder[];
  choosePort?: () => Promise<number>;
}

const ownParameters = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Each queue, worker and events listener opens a pool of its own when the queue is on PostgreSQL too.
  max_connections: '200',
  logging_collector: 'off',
  log_destination: 'stderr',
  // Its log is for a start that fails: failed statements would fill it, and would quote personal data.
  log_min_messages: 'log',
  log_checkpoints: 'off',
};

/** Wait for the clients to leave, then send them away, then give up and recover at the next start. */
const stopSteps = [
  { signal: 'SIGTERM', waitMs: 2_000 },
  { signal: 'SIGINT', waitMs: 10_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
] as const;

/** PostgreSQL of our own in the data folder: joined if it runs, else started, else made. */
export async function startPostgres(
  settings: PostgresServerSettings,
  log: (line: string) => void,
): Promise<SharedServer> {
  const folder = resolve(settings.dataDir, 'postgres');
  let data: string | undefined;

  const open = async (): Promise<RunningStore> => {
    const place = await choosePlace(folder, settings.binaries ?? binaryFolders(settings.path), log);
    const durable = settings.parameters?.['fsync'] !== 'off';
    const password = await ensureCluster(place, durable);
    data = dataFolder(place.home);
    const urlOf = (port: number, database: string) =>
      `postgres://${clusterOwner}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
    const maintenance = (port: number) => urlOf(port, 'postgres');

    const running = await adoptPostmaster(data, maintenance);
    const port =
      running ??
      (await startPostmaster(place, { ...ownParameters, ...settings.parameters }, maintenance, settings.choosePort));
    await ensureDatabase(maintenance(port), settings.database);
    const url = urlOf(port, settings.database);
    const answer = await pingPostgres(url, 5_000);
    const version = answer.ok ? answer.version : place.binaries.version;
    return { url, description: `PostgreSQL ${version} in ${place.home}`, adopted: running !== undefined };
  };

  const close = async (): Promise<void> => {
    const found = data === undefined ? undefined : findPostmaster(data);
    if (!found || (await stopProcess(found.process, stopSteps))) return;
    throw new StoreError('store-not-stopped', `PostgreSQL (process ${found.process.pid}) does not stop`);
  };

  return joinServer({ name: 'PostgreSQL', folder, open, close }, log);
}

async function ensureDatabase(url: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
