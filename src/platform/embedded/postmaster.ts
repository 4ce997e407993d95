import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';

export interface Postmaster {
  process: ProcessIdentity;
  port: number;
}

export const postmasterFile = (data: string): string => join(data, 'postmaster.pid');

/** First line: process, fourth: port; a server that has just begun has not written the port yet. */
export function parsePostmasterFile(text: string): { pid: number; port: number } | undefined {
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3] ?? '')];
  return Number.isSafeInteger(pid) && pid > 0 && Number.isSafeInteger(port) ? { pid, port } : undefined;
}

/** The living server of this very data folder, if there is one. */
export function findPostmaster(data: string): Postmaster | undefined {
  try {
    const found = parsePostmasterFile(readFileSync(postmasterFile(data), 'utf8'));
    return found && isPostmasterOf(found.pid, data) ? { process: identify(found.pid), port: found.port } : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * A stale file may name the number of any later process, even of another PostgreSQL. A server's working folder is its
 * data folder; where that cannot be asked, its name has to do.
 */
function isPostmasterOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    const [works, stores] = [statSync(`/proc/${pid}/cwd`), statSync(data)];
    return works.dev === stores.dev && works.ino === stores.ino;
  } catch {
    return processName(pid).includes('postgres');
  }
}

function processName(pid: number): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}
