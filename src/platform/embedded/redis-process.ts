import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isRunning, type ProcessIdentity } from './process-identity.js';
import type { RedisBinary } from './redis-binary.js';
import { askRedis } from './redis-ping.js';
import { readRedisState, writeRedisState, type RedisState } from './redis-state.js';
import { foreignOwner } from './service-account.js';
import { StoreError } from './store-error.js';
import { stopProcess } from './stop-process.js';

/** Loading a long append-only file comes before the first answer. */
const patienceMs = 30_000;
const pollMs = 25;
const attempts = 3;

/**
 * The server that works in this folder already, once it answers. Two servers on one append-only file corrupt it, so a
 * living one is never passed over.
 *
 * @throws {StoreError} redis-not-started when it lives and does not answer
 */
export async function adoptRedis(folder: string): Promise<RedisState | undefined> {
  const state = readRedisState(folder);
  if (!state) return undefined;
  for (const end = Date.now() + patienceMs; isRunning(state.process); await sleep(pollMs)) {
    if (await serverIn(folder, state.url)) return state;
    if (Date.now() >= end) {
      throw new StoreError(
        'redis-not-started',
        `Redis (process ${state.process.pid}) works in ${folder} but does not answer`,
      );
    }
  }
  return undefined;
}

/** @throws {StoreError} redis-not-started with the end of the server's log */
export async function startRedisProcess(
  binary: RedisBinary,
  folder: string,
  path: string,
  choosePort: () => Promise<number>,
): Promise<RedisState> {
  let trouble = '';
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const password = randomBytes(24).toString('hex');
    const port = await choosePort();
    const state = await launch(binary, folder, path, port, password);
    for (const end = Date.now() + patienceMs; isRunning(state.process) && Date.now() < end; await sleep(pollMs)) {
      const real = await serverIn(folder, state.url);
      if (!real) continue;
      // A wrapper on the PATH may have started the server as its child.
      const found = { ...state, process: real };
      writeRedisState(folder, found, foreignOwner(folder));
      return found;
    }
    await stopProcess(state.process, [{ signal: 'SIGKILL', waitMs: 5_000 }]);
    trouble = readFileSync(join(folder, 'server.log'), 'utf8').slice(-1_000).trim();
    if (!/in use|bind/.test(trouble)) break;
  }
  throw new StoreError(
    'redis-not-started',
    `${binary.file} did not start in ${folder}: ${trouble}. If its data are damaged, remove that folder: the queue is filled again from PostgreSQL. Or set REDIS_URL.`,
  );
}

/** The settings go in by standard input, so that no password shows in the list of processes. */
async function launch(
  binary: RedisBinary,
  folder: string,
  path: string,
  port: number,
  password: string,
): Promise<RedisState> {
  // Never root in the folder of somebody else, who could not read then what it writes.
  const owner = foreignOwner(folder);
  const logFile = join(folder, 'server.log');
  rmSync(logFile, { force: true });
  const log = openSync(logFile, 'wx', 0o600);
  const child = spawn(binary.file, ['-'], {
    cwd: folder,
    uid: owner?.uid,
    gid: owner?.gid,
    env: { PATH: path },
    detached: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  child.unref();
  await once(child, 'spawn');
  const state = { process: identify(child.pid ?? 0), url: `redis://:${password}@127.0.0.1:${port}/0` };
  writeRedisState(folder, state, owner);
  // A server that ends before it has read its settings says why in its log.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(settingsText(port, password));
  return state;
}

export function settingsText(port: number, password: string): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    // The folder is where it is started; a path here would need quoting.
    'dir ./',
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    'daemonize no',
    'loglevel warning',
    '',
  ].join('\n');
}

/** The process that answers there, provided that it works in this folder and not for somebody else. */
async function serverIn(folder: string, url: string): Promise<ProcessIdentity | undefined> {
  const answer = await askRedis(url, 2_000, async (client) => {
    const [, where] = (await client.config('GET', 'dir')) as string[];
    return { where, pid: Number(/^process_id:(\d+)/m.exec(await client.info('server'))?.[1]) };
  });
  if (!answer.ok || answer.value.where !== realpathSync(folder)) return undefined;
  return identify(answer.value.pid);
}
