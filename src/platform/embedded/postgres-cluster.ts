import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { executable } from './postgres-binaries.js';
import { dataFolder, type PostgresPlace } from './postgres-place.js';
import { StoreError } from './store-error.js';

const run = promisify(execFile);
export const clusterOwner = 'credence_owner';

/**
 * Makes the cluster if it is not there, and returns its owner's password.
 *
 * @param durable false for throw-away data: nothing is flushed to the disk
 * @throws {StoreError} postgres-not-started when initdb fails or the password of existing data is lost
 */
export async function ensureCluster(place: PostgresPlace, durable: boolean): Promise<string> {
  const passwordFile = join(place.home, 'password');
  const isNew = !existsSync(join(dataFolder(place.home), 'PG_VERSION'));
  if (!existsSync(passwordFile)) {
    if (!isNew) {
      throw new StoreError(
        'postgres-not-started',
        `${passwordFile} is gone, and with it the way into the data beside it. Restore it, or remove ${place.home} to begin anew.`,
      );
    }
    writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  const password = readFileSync(passwordFile, 'utf8').trim();
  if (isNew) await initialise(place, password, durable);
  return password;
}

/** A cluster gets its name only when it is whole: an interrupted initdb leaves files that look like one. */
async function initialise(
  { binaries, account, home }: PostgresPlace,
  password: string,
  durable: boolean,
): Promise<void> {
  const unfinished = join(home, 'data.new');
  const handOver = join(home, 'initdb-password');
  const failures: string[] = [];
  for (const locale of localeArguments(binaries.major)) {
    for (const path of [unfinished, handOver]) rmSync(path, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(handOver, password, { mode: 0o600, flag: 'wx' });
    if (account) for (const path of [unfinished, handOver]) chownSync(path, account.uid, account.gid);
    const args = ['-D', unfinished, '-U', clusterOwner, '-A', 'scram-sha-256', `--pwfile=${handOver}`, '-E', 'UTF8'];
    try {
      await run(executable(binaries.bin, 'initdb'), [...args, ...locale, ...(durable ? [] : ['--no-sync'])], {
        uid: account?.uid,
        gid: account?.gid,
        cwd: unfinished,
        env: { LC_ALL: 'C', TZ: 'UTC' },
        timeout: 120_000,
      });
      renameSync(unfinished, dataFolder(home));
      return;
    } catch (error) {
      const { stderr, message } = error as { stderr?: string; message: string };
      failures.push((stderr || message).trim().slice(-1_000));
    } finally {
      rmSync(handOver, { force: true });
    }
  }
  throw new StoreError('postgres-not-started', `initdb in ${home} failed: ${failures.at(-1) ?? ''}`);
}

/**
 * Byte order for sorting, which no upgrade of a library changes, and Unicode for upper and lower case and for what
 * counts as a letter; plain C where the system has no such locale.
 */
export function localeArguments(major: number): string[][] {
  const unicode = [
    '--lc-collate=C',
    '--lc-ctype=C.UTF-8',
    '--lc-messages=C',
    '--lc-monetary=C',
    '--lc-numeric=C',
    '--lc-time=C',
  ];
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return [...(major >= 17 ? [[...builtin, ...unicode]] : []), unicode, ['--locale=C']];
}
