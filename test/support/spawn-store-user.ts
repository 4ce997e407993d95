import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface StoreUser {
  pid: number;
  databaseUrl: string;
  queue: { kind: 'redis'; url: string } | { kind: 'postgres' };
  summary: string;
  /** What it logged on the way. */
  log: string[];
  /** Sends the signal and waits for the end; what it said last, and its exit code. */
  end(signal: NodeJS.Signals, target?: 'process' | 'group'): Promise<{ drained?: boolean; exitCode: number | null }>;
}

const living = new Set<ChildProcess>();

/** Starts test/support/store-user.js in a process group of its own, as a terminal would. */
export async function spawnStoreUser(settings: Record<string, unknown>): Promise<StoreUser> {
  const program = resolve('test/support/store-user.js');
  const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  living.add(child);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exited = once(child, 'exit').then(([code]) => {
    living.delete(child);
    return code as number | null;
  });

  const log: string[] = [];
  const said: { drained?: boolean } = {};
  const ready = new Promise<Pick<StoreUser, 'databaseUrl' | 'queue' | 'summary'>>((found) => {
    createInterface(child.stdout).on('line', (line) => {
      const event = JSON.parse(line);
      if ('log' in event) log.push(event.log);
      else if ('drained' in event) said.drained = event.drained;
      else found(event);
    });
  });
  const started = await Promise.race([
    ready,
    exited.then((code) => {
      throw new Error(`the store user ended with ${code}: ${errors}`);
    }),
  ]);
  const pid = child.pid ?? 0;
  return {
    pid,
    ...started,
    log,
    end: async (signal, target = 'process') => {
      process.kill(target === 'group' ? -pid : pid, signal);
      return { exitCode: await exited, ...said };
    },
  };
}

/** For afterAll: ends whom a failed test left. */
export async function endStoreUsers(): Promise<void> {
  const ends = [...living].map((child) => once(child, 'exit'));
  for (const child of living) child.kill('SIGTERM');
  await Promise.all(ends);
}
