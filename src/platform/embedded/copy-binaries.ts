import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Copies a complete binary folder (the parent of its bin) to `target` and opens it for reading to every user. An
 * interrupted copy is never taken for a whole one: it gets its name only at the end.
 *
 * @returns the bin folder of the copy
 */
export function copyBinaries(bin: string, target: string): string {
  if (!existsSync(target)) {
    const unfinished = `${target}.${randomBytes(6).toString('hex')}`;
    // Static libraries and headers are for compiling against PostgreSQL only.
    const filter = (path: string) => !path.endsWith('.a');
    cpSync(dirname(bin), unfinished, { recursive: true, verbatimSymlinks: true, filter });
    openToAll(unfinished);
    rmSync(target, { recursive: true, force: true });
    renameSync(unfinished, target);
  }
  return join(target, 'bin');
}

function openToAll(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  const isExecutable = found.isDirectory() || (found.mode & 0o100) !== 0;
  chmodSync(path, isExecutable ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
