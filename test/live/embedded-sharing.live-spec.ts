import { startStores } from '../../src/platform/embedded/index.js';
import { isAlive } from '../../src/platform/embedded/process-identity.js';
import { askDatabase } from '../support/ask-database.js';
import { dataFolder } from '../support/data-folder.js';
import { endStoreUsers, spawnStoreUser } from '../support/spawn-store-user.js';

describe('several users of one data folder', () => {
  const folder = dataFolder();
  const settings = { dataDir: folder.path };

  afterAll(async () => {
    await endStoreUsers();
    await folder.remove();
  });

  it('both start at once on an empty folder and share one server', async () => {
    const [one, two] = await Promise.all([spawnStoreUser(settings), spawnStoreUser(settings)]);
    const server = folder.postmaster();
    expect(two.databaseUrl).toBe(one.databaseUrl);

    expect((await one.end('SIGTERM')).exitCode).toBe(0);
    expect(one.log).toContain(`PostgreSQL keeps running for process ${two.pid}`);
    expect(folder.postmaster()).toBe(server);
    expect(await askDatabase(two.databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);

    expect(await two.end('SIGTERM')).toEqual({ drained: true, exitCode: 0 });
    expect(isAlive(server!)).toBe(false);
  });

  it('the last living user stops the server, whoever began and whoever died', async () => {
    const first = await spawnStoreUser(settings);
    const second = await spawnStoreUser(settings);
    const third = await spawnStoreUser(settings);
    const server = folder.postmaster()!;

    await first.end('SIGTERM');
    await second.end('SIGKILL');
    expect(isAlive(server)).toBe(true);
    expect(await third.end('SIGTERM')).toEqual({ drained: true, exitCode: 0 });
    expect(isAlive(server)).toBe(false);
  });

  it('a user that starts while the last one leaves gets a server that lives', async () => {
    const leaving = await spawnStoreUser(settings);
    const [, coming] = await Promise.all([leaving.end('SIGTERM'), spawnStoreUser(settings)]);
    expect(await askDatabase(coming.databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await coming.end('SIGTERM')).toEqual({ drained: true, exitCode: 0 });
    expect(folder.postmaster()).toBeUndefined();
  });

  it('counts two uses of one process apart', async () => {
    const [one, two] = await Promise.all([
      startStores(settings, () => undefined),
      startStores(settings, () => undefined),
    ]);
    await one.stop();
    await one.stop();
    expect(await askDatabase(two.databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await two.stop();
    expect(folder.postmaster()).toBeUndefined();
  });
});
