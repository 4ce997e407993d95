import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { executable } from './postgres-binaries.js';
import { pingPostgres } from './postgres-ping.js';
import { dataFolder, type PostgresPlace } from './postgres-place.js';
import { findPostmaster, postmasterFile } from './postmaster.js';
import { identify, isRunning, type ProcessIdentity } from './process-identity.js';
import { StoreError } from './store-error.js';
import { stopProcess } from './stop-process.js';

/** Recovery after a power cut reads the whole log before the first answer. */
const patienceMs = 60_000;
const pollMs = 40;
const attempts = 4;

/** What passes by itself: the port was taken meanwhile, or the children of a killed server are still going. */
const passing = /in use|could not bind|pre-existing shared memory/;

/** Builds the URL of the maintenance database on a port. */
export type UrlOnPort = (port: number) => string;

/**
 * The port of the server that runs on this data already, once it answers.
 *
 * @returns undefined when none runs (or the one that did has gone)
 * @throws {StoreError} postgres-not-started when it runs and does not let us in
 */
export async function adoptPostmaster(data: string, urlOn: UrlOnPort): Promise<number | undefined> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(pollMs)) {
    const found = findPostmaster(data);
    if (!found) return undefined;
    const answer = await pingPostgres(urlOn(found.port), 2_000);
    if (answer.ok) return found.port;
    if (answer.code === '28P01') break;
  }
  const pid = findPostmaster(data)?.process.pid;
  throw new StoreError('postgres-not-started', `PostgreSQL (process ${pid}) runs on ${data} but does not let us in`);
}

/**
 * Starts the server in a session of its own, so that Ctrl-C reaches only the program that uses it.
 *
 * @returns the port it listens on
 * @throws {StoreError} postgres-not-started with the end of the server's log
 */
export async function startPostmaster(
  place: PostgresPlace,
  settings: Record<string, string>,
  urlOn: UrlOnPort,
  choosePort: () => Promise<number> = freePort,
): Promise<number> {
  // PostgreSQL clears away the file of a dead process itself, but it cannot know that a living one is no server.
  if (!findPostmaster(dataFolder(place.home))) rmSync(postmasterFile(dataFolder(place.home)), { force: true });

  let trouble = '';
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const port = await choosePort();
    const server = await launch(place, { ...settings, port: String(port) });
    for (const end = Date.now() + patienceMs; !server.ended() && Date.now() < end; await sleep(pollMs)) {
      if ((await pingPostgres(urlOn(port), 2_000)).ok) return port;
    }
    if (!server.ended()) await stopProcess(server.process, [{ signal: 'SIGQUIT', waitMs: 5_000 }]);
    trouble = server.log();
    if (!passing.test(trouble)) break;
    await sleep(attempt * 100);
  }
  throw new StoreError('postgres-not-started', `PostgreSQL did not start in ${place.home}: ${trouble.trim()}`);
}

interface Launched {
  process: ProcessIdentity;
  ended(): boolean;
  /** The end of what the server wrote. */
  log(): string;
}

async function launch({ binaries, account, home }: PostgresPlace, settings: Record<string, string>): Promise<Launched> {
  const logFile = join(home, 'server.log');
  // Made anew each time: it stays short, and a link that somebody put there is never followed.
  rmSync(logFile, { force: true });
  const log = openSync(logFile, 'wx', 0o600);
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(executable(binaries.bin, 'postgres'), ['-D', dataFolder(home), ...args], {
    uid: account?.uid,
    gid: account?.gid,
    cwd: home,
    env: { LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  await once(child, 'spawn');
  const self = identify(child.pid ?? 0);
  return { process: self, ended: () => !isRunning(self), log: () => readFileSync(logFile, 'utf8').slice(-2_000) };
}
