import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** What BullMQ refuses to do without. */
const oldestMajor = 5;

export interface RedisBinary {
  file: string;
  name: 'redis-server' | 'valkey-server';
  version: string;
}

/** `Redis server v=7.0.15 sha=...` or `Valkey server v=8.0.1 ...` -> version. */
export function parseRedisVersion(text: string): string | undefined {
  return /\bv=(\d+\.\d+[.\w-]*)/.exec(text)?.[1];
}

/** Every redis-server on the PATH, then every valkey-server. Folders that depend on where we stand are passed over. */
export function redisCandidates(path: string): Pick<RedisBinary, 'file' | 'name'>[] {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder));
  return (['redis-server', 'valkey-server'] as const).flatMap((name) =>
    folders.map((folder) => ({ name, file: join(folder, name + suffix) })).filter(({ file }) => isExecutable(file)),
  );
}

/** The first that runs and is new enough; what is passed over is logged. */
export async function findRedis(path: string, log: (line: string) => void): Promise<RedisBinary | undefined> {
  for (const { file, name } of redisCandidates(path)) {
    try {
      const { stdout } = await run(file, ['--version'], { env: { PATH: path }, timeout: 10_000 });
      const version = parseRedisVersion(stdout);
      if (version && Number(version.split('.')[0]) >= oldestMajor) return { file, name, version };
      log(`${file} is not used: version ${version ?? 'unknown'}, needed is ${oldestMajor}.0 or newer`);
    } catch (error) {
      log(`${file} is not used: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
