import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './service-account.js';
import { StoreError } from './store-error.js';

const run = promisify(execFile);
/** Lasting places first: what is put there is a database. */
const bases = ['/var/lib', '/var/cache', '/var/tmp'];

/** True when the account may go into the folder; asked of the system, since access lists and mounts have a say too. */
export async function canEnter(folder: string, account: Account | undefined): Promise<boolean> {
  if (!account) return true;
  const options = { uid: account.uid, gid: account.gid, cwd: '/', env: {}, timeout: 10_000 };
  return run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], options).then(
    () => true,
    () => false,
  );
}

/**
 * Makes the folder, with its parents, such that another user may pass through the new ones whatever the umask is.
 * What is secret inside is closed itself.
 */
export function makeEnterableFolder(folder: string): void {
  const wanted = resolve(folder);
  // With an absolute path in, the first folder that had to be made comes out as one: its parents are not ours to open.
  const first = mkdirSync(wanted, { recursive: true });
  if (first === undefined || process.getuid?.() !== 0) return;
  for (let path = wanted; path === first || path.startsWith(first + sep); path = dirname(path)) {
    chmodSync(path, lstatSync(path).mode | 0o011);
  }
}

/** One folder name for one data folder, the same at every start. */
export function passableFolderName(dataDir: string): string {
  return createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
}

/** The data folder's place that any user may pass through, if an earlier start has made it. */
export function existingPassableFolder(dataDir: string): string | undefined {
  return bases
    .map((base) => placeIn(base, dataDir))
    .find((folder) => existsSync(folder) && isOwnFolder(dirname(folder)) && isOwnFolder(folder));
}

/**
 * Makes (or finds) that place. Only root asks for it, and only root may write there.
 *
 * @throws {StoreError} data-folder-unusable when no base folder can be written
 */
export function makePassableFolder(dataDir: string): string {
  const existing = existingPassableFolder(dataDir);
  if (existing) return existing;
  for (const base of bases.filter((path) => existsSync(path))) {
    const folder = placeIn(base, dataDir);
    if (makeOwnFolder(dirname(folder)) && makeOwnFolder(folder)) return folder;
  }
  throw new StoreError(
    'data-folder-unusable',
    `PostgreSQL's user cannot enter ${dataDir}, and none of ${bases.join(', ')} can be written. Set DATA_DIR to a folder that every user may pass, or set DATABASE_URL.`,
  );
}

const placeIn = (base: string, dataDir: string) => join(base, 'credence', passableFolderName(dataDir));

function makeOwnFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    if (!isOwnFolder(folder)) return false;
    // The umask may have taken away what this folder is for.
    chmodSync(folder, 0o755);
    return true;
  } catch {
    return false; // Read-only here; the next base may do.
  }
}

/** In a place that everybody may write to, somebody else could have put up the name beforehand. */
function isOwnFolder(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0;
}
