import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { startStores, StoreError } from '../../src/platform/embedded/index.js';
import { freePort } from '../../src/platform/embedded/free-port.js';
import { dataFolder } from '../support/data-folder.js';

const secret = 'p%40ss-w0rd';
const databaseUrl = process.env['TEST_DATABASE_URL']!;
const redisUrl = process.env['TEST_REDIS_URL'];

/** The tests may be pointed at stores that trust whoever is on the machine: no password is wrong there. */
const asksForPassword = (url: string) => new URL(url).password !== '';

describe('stores that the operator has set', () => {
  const folder = dataFolder();
  const dataDir = join(folder.path, 'data');
  let mute: Server;
  let mutePort: number;

  beforeAll(async () => {
    // Takes the connection and never says a word.
    mute = createServer(() => undefined);
    await new Promise<void>((ready) => mute.listen(0, '127.0.0.1', ready));
    mutePort = (mute.address() as { port: number }).port;
  });
  afterAll(async () => {
    mute.close();
    await folder.remove();
  });

  const withPassword = (url: string) => {
    const changed = new URL(url);
    changed.password = secret;
    return changed.href;
  };

  (redisUrl ? it : it.skip)('starts nothing when both are set and answer (skipped without Redis)', async () => {
    const stores = await startStores({ databaseUrl, redisUrl, dataDir, path: process.env['PATH'] }, () => undefined);
    await stores.stop();

    expect(stores).toMatchObject({ databaseUrl, queue: { kind: 'redis', url: redisUrl } });
    expect(existsSync(dataDir)).toBe(false);
    for (const url of [databaseUrl, redisUrl!]) {
      expect(stores.summary).toContain(new URL(url).host);
      if (new URL(url).password) expect(stores.summary).not.toContain(new URL(url).password);
    }
  });

  const badDatabases: Record<string, () => Promise<string>> = {
    'where nothing listens': async () => `postgres://me:${secret}@127.0.0.1:${await freePort()}/credence`,
    'whose server never speaks': async () => `postgres://me:${secret}@127.0.0.1:${mutePort}/credence`,
    ...(asksForPassword(databaseUrl) ? { 'with a wrong password': async () => withPassword(databaseUrl) } : {}),
    'of another kind': async () => `mysql://me:${secret}@127.0.0.1:3306/credence`,
    'that is no URL': async () => `postgres//me:${secret}@127.0.0.1`,
  };
  const badRedises: Record<string, () => Promise<string>> = {
    'where nothing listens': async () => `redis://:${secret}@127.0.0.1:${await freePort()}/0`,
    'whose server never speaks': async () => `redis://:${secret}@127.0.0.1:${mutePort}/0`,
    'of another kind': async () => `http://:${secret}@127.0.0.1:6379/0`,
    'that is no URL': async () => `redis//:${secret}@127.0.0.1`,
    ...(redisUrl && asksForPassword(redisUrl) ? { 'with a wrong password': async () => withPassword(redisUrl) } : {}),
  };

  describe('that do not answer', () => {
    // Each is given five seconds to come up; they wait side by side.
    const attempts = new Map<string, Promise<StoreError>>();
    const attempt = async (settings: { databaseUrl?: string; redisUrl?: string }): Promise<StoreError> =>
      startStores({ dataDir, path: process.env['PATH'], ...settings }, () => undefined).then(
        () => Promise.reject(new Error('it started')),
        (error: StoreError) => error,
      );
    beforeAll(() => {
      for (const [name, url] of Object.entries(badDatabases)) {
        attempts.set(
          `database ${name}`,
          url().then((databaseUrl) => attempt({ databaseUrl })),
        );
      }
      for (const [name, url] of Object.entries(badRedises)) {
        attempts.set(
          `redis ${name}`,
          url().then((redisUrl) => attempt({ redisUrl })),
        );
      }
    });

    it.each(Object.keys(badDatabases))('fail clearly and without the password: a DATABASE_URL %s', async (name) => {
      const error = await attempts.get(`database ${name}`)!;
      expect(error).toMatchObject({ code: 'database-unreachable' });
      expect(error.message).toContain('DATABASE_URL');
      expect(error.message).not.toMatch(/p(%40|@)ss-w0rd/);
    });

    it.each(Object.keys(badRedises))('fail clearly and without the password: a REDIS_URL %s', async (name) => {
      const error = await attempts.get(`redis ${name}`)!;
      expect(error).toMatchObject({ code: 'redis-unreachable' });
      expect(error.message).toContain('REDIS_URL');
      expect(error.message).not.toMatch(/p(%40|@)ss-w0rd/);
      // The embedded database is not made first only to be thrown away.
      expect(existsSync(dataDir)).toBe(false);
    });
  });

  it('counts an empty setting as unset', async () => {
    const stores = await startStores({ databaseUrl, redisUrl: '', dataDir }, () => undefined);
    await stores.stop();
    expect(stores.queue).toEqual({ kind: 'postgres' });
  });
});
