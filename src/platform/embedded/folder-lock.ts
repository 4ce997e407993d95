import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isRunning } from './process-identity.js';
import { StoreError } from './store-error.js';

const pollMs = 50;
/** A lock file is written a moment after it is made; one still unreadable after this was left by a crash in between. */
const unreadableForMs = 5_000;

/**
 * Runs the work while no other process (and no other caller in this one) holds the lock file. The lock of a dead
 * process is taken over.
 *
 * @throws {StoreError} store-busy when a living process keeps the lock for longer than timeoutMs
 */
export async function withFolderLock<T>(file: string, work: () => Promise<T>, timeoutMs = 120_000): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  for (const end = Date.now() + timeoutMs; !take(file); await sleep(pollMs)) {
    removeIfStale(file);
    if (Date.now() >= end)
      throw new StoreError('store-busy', `process ${holderOf(file)?.pid ?? '?'} keeps ${file} locked`);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  const { pid, startTicks } = identify(process.pid);
  try {
    writeFileSync(file, `${pid} ${startTicks ?? ''}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file: string): { pid: number; startTicks?: number } | undefined {
  try {
    const found = /^(\d+) (\d*)\n$/.exec(readFileSync(file, 'utf8'));
    return found ? { pid: Number(found[1]), startTicks: found[2] ? Number(found[2]) : undefined } : undefined;
  } catch {
    return undefined;
  }
}

function ageMs(path: string): number {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined ? 0 : Date.now() - made;
}

function isStale(file: string): boolean {
  const holder = holderOf(file);
  return holder ? !isRunning(holder) : ageMs(file) > unreadableForMs;
}

/** Two who see the same dead lock must not both remove it: the slower one would remove the lock of the faster. */
function removeIfStale(file: string): void {
  if (!isStale(file)) return;
  const guard = `${file}.takeover`;
  try {
    mkdirSync(guard);
  } catch {
    if (ageMs(guard) > unreadableForMs) removeFolder(guard);
    return;
  }
  try {
    if (isStale(file)) rmSync(file, { force: true });
  } finally {
    removeFolder(guard);
  }
}

function removeFolder(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
