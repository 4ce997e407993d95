import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { existingPassableFolder } from '../../src/platform/embedded/passable-folder.js';
import { findPostmaster } from '../../src/platform/embedded/postmaster.js';
import { readRedisState } from '../../src/platform/embedded/redis-state.js';
import { stopProcess } from '../../src/platform/embedded/stop-process.js';

export interface DataFolder {
  path: string;
  /** Process number of the PostgreSQL that runs on it now. */
  postmaster(): number | undefined;
  /** Stops what a failed test left running and removes everything, also what was kept elsewhere. */
  remove(): Promise<void>;
}

/**
 * A data folder for one test. Mode 0755 lets the database's user pass when the tests run as root; 0700 does not.
 */
export function dataFolder(mode = 0o755): DataFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'credence-stores-')));
  chmodSync(path, mode);

  const placesOfPostgres = () => {
    const inPlace = join(path, 'postgres');
    const elsewhere = existsSync(inPlace) ? existingPassableFolder(inPlace) : undefined;
    return [inPlace, elsewhere].filter((place): place is string => place !== undefined && existsSync(place));
  };
  const runningPostgres = () =>
    placesOfPostgres()
      .flatMap((place) => readdirSync(place).map((name) => join(place, name, 'data')))
      .map((data) => (existsSync(data) ? findPostmaster(data) : undefined))
      .find((found) => found !== undefined)?.process;

  return {
    path,
    postmaster: () => runningPostgres()?.pid,
    remove: async () => {
      for (const running of [runningPostgres(), readRedisState(join(path, 'redis'))?.process]) {
        if (running) await stopProcess(running, [{ signal: 'SIGKILL', waitMs: 5_000 }]);
      }
      for (const place of [...placesOfPostgres(), path]) rmSync(place, { recursive: true, force: true });
    },
  };
}
