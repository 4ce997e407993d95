import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../src/platform/embedded/free-port.js';
import { startStores } from '../../src/platform/embedded/index.js';
import { isAlive, isRunning } from '../../src/platform/embedded/process-identity.js';
import { findRedis, redisCandidates } from '../../src/platform/embedded/redis-binary.js';
import { startRedis } from '../../src/platform/embedded/redis-server.js';
import { readRedisState } from '../../src/platform/embedded/redis-state.js';
import { dataFolder } from '../support/data-folder.js';
import { endStoreUsers, spawnStoreUser } from '../support/spawn-store-user.js';

const path = process.env['PATH'] ?? '';
const installed = redisCandidates(path)[0];
const describeWithRedis = installed ? describe : describe.skip;

async function ask<T>(url: string, question: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
}

describeWithRedis('private Redis (skipped where no redis-server or valkey-server is on the PATH)', () => {
  const folder = dataFolder();
  const silent = () => undefined;
  // The database is the test run's own: these promises are about Redis.
  const settings = { dataDir: folder.path, databaseUrl: process.env['TEST_DATABASE_URL'], path };
  const start = async () => {
    const stores = await startStores(settings, silent);
    if (stores.queue.kind !== 'redis') throw new Error('Redis was not started');
    return { ...stores, url: stores.queue.url };
  };
  const server = () => readRedisState(join(folder.path, 'redis'))!.process;

  afterAll(async () => {
    await endStoreUsers();
    await folder.remove();
  });

  it('keeps what it is given, throws nothing away, and asks for its password', async () => {
    const first = await start();
    await ask(first.url, (client) => client.set('kept', '42'));
    const policy = await ask(first.url, (client) => client.config('GET', 'maxmemory-policy'));
    const open = new URL(first.url);
    open.password = '';
    await expect(ask(open.href, (client) => client.get('kept'))).rejects.toThrow('NOAUTH');
    await first.stop();
    expect(isRunning(server())).toBe(false);

    const second = await start();
    expect(await ask(second.url, (client) => client.get('kept'))).toBe('42');
    await second.stop();
    expect(policy).toEqual(['maxmemory-policy', 'noeviction']);
    expect(second.summary).not.toContain(new URL(second.url).password);
  });

  it('keeps its password out of the process list and in a file of its owner only', async () => {
    const stores = await start();
    const { password } = new URL(stores.url);
    if (existsSync('/proc')) expect(readFileSync(`/proc/${server().pid}/cmdline`, 'utf8')).not.toContain(password);
    expect(statSync(join(folder.path, 'redis', 'state.json')).mode & 0o077).toBe(0);
    await stores.stop();
  });

  it('is adopted after its user was killed, and stopped by the last living user', async () => {
    const killed = await spawnStoreUser(settings);
    const { pid } = server();
    await killed.end('SIGKILL');

    const [one, two] = await Promise.all([spawnStoreUser(settings), spawnStoreUser(settings)]);
    expect(one.queue).toEqual(killed.queue);
    expect(two.queue).toEqual(killed.queue);
    expect(server().pid).toBe(pid);

    await one.end('SIGTERM');
    expect(isAlive(pid)).toBe(true);
    await two.end('SIGTERM');
    expect(isAlive(pid)).toBe(false);
  });

  it('starts anew when the state names a process that is something else now', async () => {
    const state = { process: { pid: process.pid, startTicks: 1 }, url: 'redis://:x@127.0.0.1:1/0' };
    writeFileSync(join(folder.path, 'redis', 'state.json'), JSON.stringify(state));
    const stores = await start();
    expect(await ask(stores.url, (client) => client.ping())).toBe('PONG');
    await stores.stop();
  });

  it('takes another port when somebody was faster', async () => {
    const rival = createServer((socket) => socket.destroy());
    const taken = await new Promise<number>((found) => {
      rival.listen(0, '127.0.0.1', () => found((rival.address() as { port: number }).port));
    });
    const ports = [taken];
    try {
      const binary = (await findRedis(path, silent))!;
      const choosePort = async () => ports.shift() ?? freePort();
      const found = await startRedis({ dataDir: folder.path, binary, path, choosePort }, silent);
      expect(ports).toEqual([]);
      expect(new URL(found.url).port).not.toBe(String(taken));
      await found.stop();
    } finally {
      rival.close();
    }
  });

  it('finds valkey-server where there is no redis-server, also behind a wrapper', async () => {
    const bin = join(folder.path, 'bin');
    mkdirSync(bin);
    const wrapper = join(bin, 'valkey-server');
    // No exec: the server is the wrapper's child, and it is the server that must be stopped.
    writeFileSync(wrapper, `#!/bin/sh\n${installed!.file} "$@"\n`);
    chmodSync(wrapper, 0o755);

    const stores = await startStores({ ...settings, path: ['relative', bin].join(delimiter) }, silent);
    const { pid } = server();
    expect(stores.queue.kind).toBe('redis');
    expect(stores.summary).toContain('valkey-server');
    await stores.stop();
    expect(isAlive(pid)).toBe(false);
  });
});

describe('without a Redis on the PATH', () => {
  const folder = dataFolder();
  afterAll(() => folder.remove());

  it('puts the queue on PostgreSQL and says how to change it', async () => {
    const log: string[] = [];
    const bin = join(folder.path, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'redis-server'), '#!/bin/sh\necho Redis server v=4.0.9 sha=0\n', { mode: 0o755 });
    const settings = { dataDir: folder.path, databaseUrl: process.env['TEST_DATABASE_URL'], path: bin };

    const stores = await startStores(settings, (line) => log.push(line));
    await stores.stop();
    expect(stores.queue).toEqual({ kind: 'postgres' });
    expect(stores.summary).toContain('queue on PostgreSQL');
    expect(stores.summary).toContain('REDIS_URL');
    expect(log).toEqual([expect.stringContaining('version 4.0.9')]);
  });
});
