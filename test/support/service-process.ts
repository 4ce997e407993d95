import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { startStores } from '../../src/platform/embedded/index.js';

/** The built service as a process of its own, for tests that kill it. */
export interface ServiceProcess {
  readonly pid: number;
  readonly url: string;
  /** All that it wrote so far. */
  output(): string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface QuietService {
  readonly role: string;
  readonly key: string;
  readonly dataDir: string;
  readonly stores: Pick<Awaited<ReturnType<typeof startStores>>, 'databaseUrl' | 'queue'>;
}

/** Settings of a service on stores that run already: any port, nothing outside is reached, nothing is logged. */
export function quietSettings({ role, key, dataDir, stores }: QuietService): Record<string, string> {
  return {
    ROLE: role,
    PORT: '0',
    DATABASE_URL: stores.databaseUrl,
    REDIS_URL: stores.queue.kind === 'redis' ? stores.queue.url : '',
    DATA_DIR: dataDir,
    BOOTSTRAP_API_KEY: key,
    EGRESS: 'off',
    LOG_LEVEL: 'silent',
  };
}

const READY = /^listening on (\S+)$/m;

/** Starts `dist/src/main.js` and waits for the line that says it is ready. */
export async function startProcess(environment: Record<string, string>): Promise<ServiceProcess> {
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<string>((resolve, reject) => {
    const look = (chunk: Buffer): void => {
      output += chunk.toString();
      const match = READY.exec(output);
      if (match?.[1] !== undefined) resolve(match[1]);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', (code) => reject(new Error(`the service ended with ${code} before it was ready:\n${output}`)));
  });
  const url = await ready;
  return { pid: child.pid ?? 0, url, output: () => output, kill: (signal) => killed(child, signal) };
}

async function killed(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
