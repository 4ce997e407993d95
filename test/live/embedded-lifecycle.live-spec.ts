import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startStores } from '../../src/platform/embedded/index.js';
import { isAlive } from '../../src/platform/embedded/process-identity.js';
import { askVersion, binaryFolders } from '../../src/platform/embedded/postgres-binaries.js';
import { askDatabase } from '../support/ask-database.js';
import { dataFolder } from '../support/data-folder.js';
import { endStoreUsers, spawnStoreUser } from '../support/spawn-store-user.js';

describe('embedded PostgreSQL', () => {
  const folder = dataFolder();
  const settings = { dataDir: folder.path };
  const log: string[] = [];
  const start = (more = {}) => startStores({ ...settings, ...more }, (line) => log.push(line));

  afterAll(async () => {
    await endStoreUsers();
    await folder.remove();
  });

  it('makes the database credence with room for 200 connections and an owner who may do everything', async () => {
    // An initdb that was interrupted leaves files that look like a cluster.
    const { major } = await askVersion(binaryFolders()[0]!, undefined);
    const half = join(folder.path, 'postgres', String(major), 'data.new');
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'PG_VERSION'), `${major}\n`);

    const stores = await start();
    const [row] = await askDatabase(
      stores.databaseUrl,
      `select current_user as who, current_database() as base, rolsuper, current_setting('max_connections') as room,
              current_setting('listen_addresses') as listens from pg_roles where rolname = current_user`,
    );
    await askDatabase(stores.databaseUrl, 'create table kept as select 42 as answer');
    await stores.stop();

    expect(row).toEqual({ who: 'credence_owner', base: 'credence', rolsuper: true, room: '200', listens: '127.0.0.1' });
    expect(folder.postmaster()).toBeUndefined();
  });

  it('finds the data of the last start again, and names an own database on the same server', async () => {
    const stores = await start({ database: 'other "name"' });
    const password = new URL(stores.databaseUrl).password;
    expect(await askDatabase(stores.databaseUrl, 'select current_database() as base')).toEqual([
      { base: 'other "name"' },
    ]);
    await stores.stop();

    const again = await start();
    expect(await askDatabase(again.databaseUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(new URL(again.databaseUrl).password).toBe(password);
    expect(again.summary).not.toContain(password);
    expect(again.summary).toContain('DATABASE_URL');
    expect(again.summary).toContain('REDIS_URL');
    expect(again.queue).toEqual({ kind: 'postgres' });
    await again.stop();
    expect(log).toEqual([]);
  });

  it('folds the case of letters beyond ASCII and finds trigrams in them', async () => {
    const stores = await start();
    const [row] = await askDatabase(
      stores.databaseUrl,
      `select lower('ÄÖÉ') as folded, upper('ß') is not null as upper`,
    );
    await askDatabase(stores.databaseUrl, 'create extension if not exists pg_trgm');
    const [trigrams] = await askDatabase(stores.databaseUrl, `select array_length(show_trgm('müller'), 1) as count`);
    await stores.stop();

    expect(row?.['folded']).toBe('äöé');
    // Six letters give seven trigrams: "  m", " mü", "mül", "üll", "lle", "ler", "er ". Without ü as a letter: m and ller.
    expect(trigrams).toEqual({ count: 7 });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'outlives a %s to the whole group until its user has drained',
    async (signal) => {
      const user = await spawnStoreUser(settings);
      const server = folder.postmaster();
      expect(server).toBeDefined();

      expect(await user.end(signal, 'group')).toEqual({ drained: true, exitCode: 0 });
      expect(isAlive(server!)).toBe(false);
    },
  );

  it('stops within the steps even while a client stays connected', async () => {
    const stores = await start();
    const server = folder.postmaster()!;
    const client = new pg.Client({ connectionString: stores.databaseUrl });
    await client.connect();
    const codes: (string | undefined)[] = [];
    client.on('error', (error: Error & { code?: string }) => codes.push(error.code));
    const ended = new Promise<void>((done) => client.once('end', done));
    await stores.stop();
    await ended;

    // The smart shutdown waits for the client, the fast one ends it: 57P01, admin_shutdown.
    expect(codes).toContain('57P01');
    expect(isAlive(server)).toBe(false);
  });

  it('keeps passwords from other eyes: files of the owner only, none in the process list', async () => {
    const user = await spawnStoreUser(settings);
    const { password } = new URL(user.databaseUrl);
    const server = folder.postmaster()!;
    if (existsSync('/proc')) expect(readFileSync(`/proc/${server}/cmdline`, 'utf8')).not.toContain(password);
    await user.end('SIGTERM');
    expect(password).toMatch(/^[0-9a-f]{48}$/);
  });
});
