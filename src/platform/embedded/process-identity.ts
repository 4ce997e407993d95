import { readFileSync } from 'node:fs';

/** A process, told apart from a later one with the same number by when it began (clock ticks since boot). */
export interface ProcessIdentity {
  pid: number;
  /** Absent where the system has no /proc; then the number alone decides. */
  startTicks?: number;
}

/** State letter and start time out of /proc/<pid>/stat, whose second field is a name that may hold blanks and brackets. */
export function parseProcStat(text: string): { state: string; startTicks: number } | undefined {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  // The slice begins at field 3 of proc(5); the start time is field 22.
  const [state, startTicks] = [fields[0], Number(fields[19])];
  return state && Number.isSafeInteger(startTicks) ? { state, startTicks } : undefined;
}

function readProcStat(pid: number): { state: string; startTicks: number } | undefined {
  try {
    return parseProcStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** True while the process runs. A zombie counts as gone: a container without an init may never reap it. */
export function isAlive(pid: number): boolean {
  // Zero and negative numbers address process groups.
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return readProcStat(pid)?.state !== 'Z';
}

export function identify(pid: number): ProcessIdentity {
  return { pid, startTicks: readProcStat(pid)?.startTicks };
}

/** True while this very process runs, not another one that got its number. */
export function isRunning({ pid, startTicks }: ProcessIdentity): boolean {
  if (!isAlive(pid)) return false;
  const now = readProcStat(pid)?.startTicks;
  return startTicks === undefined || now === undefined || startTicks === now;
}
