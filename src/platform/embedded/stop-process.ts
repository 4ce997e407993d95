import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, type ProcessIdentity } from './process-identity.js';

export interface StopStep {
  signal: NodeJS.Signals;
  waitMs: number;
}

const pollMs = 20;

/**
 * Sends the signals in turn, each followed by its wait, until the process is gone.
 *
 * @returns false when it outlived all of them
 */
export async function stopProcess(target: ProcessIdentity, steps: readonly StopStep[]): Promise<boolean> {
  for (const { signal, waitMs } of steps) {
    if (!send(target, signal)) return true;
    for (const end = Date.now() + waitMs; Date.now() < end; await sleep(pollMs)) {
      if (!isRunning(target)) return true;
    }
  }
  return !isRunning(target);
}

function send(target: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isRunning(target)) return false;
  try {
    process.kill(target.pid, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
