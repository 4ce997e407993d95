import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../../src/platform/embedded/free-port.js';
import { startStores } from '../../src/platform/embedded/index.js';
import { startPostgres } from '../../src/platform/embedded/postgres-server.js';
import { isAlive } from '../../src/platform/embedded/process-identity.js';
import { userFileName } from '../../src/platform/embedded/users-registry.js';
import { askDatabase } from '../support/ask-database.js';
import { dataFolder } from '../support/data-folder.js';
import { endStoreUsers, spawnStoreUser } from '../support/spawn-store-user.js';

describe('embedded PostgreSQL after an accident', () => {
  const folder = dataFolder();
  const settings = { dataDir: folder.path };
  const start = () => startStores(settings, () => undefined);
  const inStore = (...path: string[]) => join(folder.path, 'postgres', ...path);
  const major = () => readdirSync(inStore()).find((name) => /^\d+$/.test(name))!;

  beforeAll(async () => {
    const stores = await start();
    await askDatabase(stores.databaseUrl, 'create table kept as select 42 as answer');
    await stores.stop();
  });

  afterAll(async () => {
    await endStoreUsers();
    await folder.remove();
  });

  it('adopts the server of a user who was killed, and stops it later', async () => {
    const killed = await spawnStoreUser(settings);
    const server = folder.postmaster()!;
    await killed.end('SIGKILL');
    expect(isAlive(server)).toBe(true);

    const heir = await start();
    expect(heir.databaseUrl).toBe(killed.databaseUrl);
    expect(folder.postmaster()).toBe(server);
    expect(heir.summary).toContain('was running');
    await heir.stop();
    expect(isAlive(server)).toBe(false);
  });

  it('starts anew with the same data when the server itself was killed', async () => {
    const first = await start();
    const server = folder.postmaster()!;
    process.kill(server, 'SIGKILL');

    const second = await start();
    expect(folder.postmaster()).not.toBe(server);
    expect(await askDatabase(second.databaseUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    // The first use is of a server that is gone; its end stops the one that runs now.
    await first.stop();
    expect(folder.postmaster()).toBeUndefined();
  });

  const dead = () => spawnSync('true').pid;
  it.each([
    ['a process that is gone', dead],
    ['a living process that is no server', () => process.pid],
    ['something else', () => 'no number'],
  ])('does not mind files that name %s', async (_, pid) => {
    writeFileSync(inStore(major(), 'data', 'postmaster.pid'), `${pid()}\n${inStore(major(), 'data')}\n1\n5432\n\n\n`);
    writeFileSync(inStore('lock'), `${dead()} \n`);
    // The number of this very process, but of an earlier life of it.
    writeFileSync(inStore('users', userFileName({ pid: process.pid, startTicks: 1 }, 'abc123')), '');

    const stores = await start();
    expect(await askDatabase(stores.databaseUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await stores.stop();
    expect(folder.postmaster()).toBeUndefined();
  });

  it('takes another port when somebody was faster', async () => {
    const rival = createServer();
    const taken = await new Promise<number>((found) => {
      rival.listen(0, '127.0.0.1', () => found((rival.address() as { port: number }).port));
    });
    const ports = [taken];
    try {
      const server = await startPostgres(
        { ...settings, database: 'credence', choosePort: async () => ports.shift() ?? freePort() },
        () => undefined,
      );
      expect(ports).toEqual([]);
      expect(new URL(server.url).port).not.toBe(String(taken));
      await server.stop();
    } finally {
      rival.close();
    }
  });

  it('says what is wrong when the server cannot start, and leaves no user behind', async () => {
    const broken = { ...settings, postgresSettings: { shared_buffers: 'nonsense' } };
    await expect(startStores(broken, () => undefined)).rejects.toMatchObject({
      code: 'postgres-not-started',
      message: expect.stringContaining('shared_buffers'),
    });
    expect(readdirSync(inStore('users'))).toEqual([]);
    expect(folder.postmaster()).toBeUndefined();
  });
});
