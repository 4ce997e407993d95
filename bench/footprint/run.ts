import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStores } from '../../src/platform/embedded/index.js';
import { startProcess } from '../../test/support/service-process.js';

const IDLE_SECONDS = 10;

const dataDir = mkdtempSync(join(tmpdir(), 'credence-footprint-'));
const started: Record<string, number> = {};
try {
  // The first start makes the database and is not the one to judge by; the second is a restart on existing data.
  for (const name of ['firstStart', 'restart'] as const) {
    const from = performance.now();
    const service = await startProcess(settings('all'));
    started[`${name}Ms`] = Math.round(performance.now() - from);
    if (name === 'restart') started.idleMb = await idleMegabytes(service.pid);
    await service.kill('SIGTERM');
  }
  const stores = await startStores({ dataDir, path: process.env.PATH }, () => undefined);
  const api = await startProcess({ ...settings('api'), DATABASE_URL: stores.databaseUrl });
  started.apiIdleMb = await idleMegabytes(api.pid);
  await api.kill('SIGTERM');
  await stores.stop();
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
console.log(`first start (makes the database) ${started.firstStartMs} ms, restart ${started.restartMs} ms`);
console.log(`idle after ${IDLE_SECONDS} s: ${started.idleMb} MB resident; ROLE=api alone ${started.apiIdleMb} MB`);
if (process.argv.includes('--json')) console.log(JSON.stringify(started));

function settings(role: string): Record<string, string> {
  return {
    ROLE: role,
    PORT: '0',
    DATA_DIR: dataDir,
    BOOTSTRAP_API_KEY: 'footprint-key-0123456789-abcdefghij',
    LOG_LEVEL: 'silent',
  };
}

/** Resident memory of the process itself, without the database and the queue store. */
async function idleMegabytes(pid: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return Math.round(kilobytes / 1024);
}
