import { chownSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity } from './process-identity.js';
import type { Account } from './service-account.js';

/** The private server's process and address, kept beside its data for the next start. */
export interface RedisState {
  process: ProcessIdentity;
  url: string;
}

const stateFile = (folder: string) => join(folder, 'state.json');

export function parseRedisState(text: string): RedisState | undefined {
  try {
    const { process, url } = JSON.parse(text) as { process?: { pid?: unknown; startTicks?: unknown }; url?: unknown };
    if (!Number.isSafeInteger(process?.pid) || typeof url !== 'string' || !URL.canParse(url)) return undefined;
    const startTicks = typeof process?.startTicks === 'number' ? process.startTicks : undefined;
    return { process: { pid: process?.pid as number, startTicks }, url };
  } catch {
    return undefined;
  }
}

export function readRedisState(folder: string): RedisState | undefined {
  try {
    return parseRedisState(readFileSync(stateFile(folder), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Written aside and renamed: a reader after a crash finds the old state or the new one.
 *
 * @param owner who is to read it at a later start, when that is not the caller
 */
export function writeRedisState(folder: string, state: RedisState, owner?: Account): void {
  const next = `${stateFile(folder)}.new`;
  // Removed first: a link that somebody put there is never followed.
  rmSync(next, { force: true });
  writeFileSync(next, JSON.stringify(state), { mode: 0o600, flag: 'wx' });
  if (owner) chownSync(next, owner.uid, owner.gid);
  renameSync(next, stateFile(folder));
}
