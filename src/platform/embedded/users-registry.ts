import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isRunning, type ProcessIdentity } from './process-identity.js';

/** Name of a user's file: process number, start time and a random part, since one process may use a store twice. */
export function userFileName({ pid, startTicks }: ProcessIdentity, unique: string): string {
  return `${pid}-${startTicks ?? ''}-${unique}`;
}

export function parseUserFileName(name: string): ProcessIdentity | undefined {
  const found = /^(\d+)-(\d*)-[0-9a-f]+$/.exec(name);
  return found ? { pid: Number(found[1]), startTicks: found[2] ? Number(found[2]) : undefined } : undefined;
}

/** Enters this process among the users of a store. */
export function joinUsers(folder: string): { leave(): void } {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, userFileName(identify(process.pid), randomBytes(6).toString('hex')));
  writeFileSync(file, '', { flag: 'wx' });
  return { leave: () => rmSync(file, { force: true }) };
}

/** Process numbers of the users that still live; the files of the dead are swept away. */
export function livingUsers(folder: string): number[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).flatMap((name) => {
    const user = parseUserFileName(name);
    if (user && isRunning(user)) return [user.pid];
    if (user) rmSync(join(folder, name), { force: true });
    return [];
  });
}
