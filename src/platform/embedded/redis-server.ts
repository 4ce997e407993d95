import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { freePort } from './free-port.js';
import { isRunning } from './process-identity.js';
import type { RedisBinary } from './redis-binary.js';
import { adoptRedis, startRedisProcess } from './redis-process.js';
import { readRedisState } from './redis-state.js';
import { joinServer, type RunningStore, type SharedServer } from './shared-server.js';
import { StoreError } from './store-error.js';
import { stopProcess } from './stop-process.js';

export interface RedisServerSettings {
  dataDir: string;
  binary: RedisBinary;
  path: string;
  choosePort?: () => Promise<number>;
}

/** It flushes its append-only file when it is asked to end. */
const stopSteps = [
  { signal: 'SIGTERM', waitMs: 10_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/** A Redis of our own in the data folder: joined if it runs, else started. */
export async function startRedis(settings: RedisServerSettings, log: (line: string) => void): Promise<SharedServer> {
  const { binary } = settings;
  const folder = resolve(settings.dataDir, 'redis');
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const open = async (): Promise<RunningStore> => {
    const running = await adoptRedis(folder);
    const state = running ?? (await startRedisProcess(binary, folder, settings.path, settings.choosePort ?? freePort));
    return {
      url: state.url,
      description: `${binary.name} ${binary.version} in ${folder}`,
      adopted: running !== undefined,
    };
  };

  const close = async (): Promise<void> => {
    const state = readRedisState(folder);
    if (!state || !isRunning(state.process) || (await stopProcess(state.process, stopSteps))) return;
    throw new StoreError('store-not-stopped', `Redis (process ${state.process.pid}) does not stop`);
  };

  return joinServer({ name: binary.name, folder, open, close }, log);
}
