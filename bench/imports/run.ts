import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startStores } from '../../src/platform/embedded/index.js';
import { quietSettings, startProcess } from '../../test/support/service-process.js';

const KEY = 'bench-key-0123456789-abcdefghijklmnop';
const lines = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 100_000);

const dataDir = mkdtempSync(join(tmpdir(), 'credence-bench-'));
const stores = await startStores({ dataDir, path: process.env.PATH ?? '' }, () => undefined);
const service = await startProcess(quietSettings({ role: 'all', key: KEY, dataDir, stores }));
try {
  const restMb = megabytes('VmRSS');
  const startedAt = performance.now();
  const { id } = await call<{ id: string }>('POST', '/v1/imports', body());
  const acceptedMs = Math.round(performance.now() - startedAt);
  let operation = await call<Operation>('GET', `/v1/operations/${id}`);
  while (operation.state !== 'succeeded') {
    if (operation.state === 'failed') throw new Error('the import failed');
    await sleep(500);
    operation = await call<Operation>('GET', `/v1/operations/${id}`);
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const figures = {
    lines,
    created: operation.result?.created,
    acceptedMs,
    seconds,
    linesASecond: Math.round(lines / seconds),
    restMb,
    mostMb: megabytes('VmHWM'),
  };
  console.log(`${lines} lines accepted in ${acceptedMs} ms, done in ${seconds} s, ${figures.linesASecond} a second`);
  console.log(`memory of the service: ${restMb} MB before, ${figures.mostMb} MB at most`);
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
} finally {
  await service.kill('SIGTERM');
  await stores.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

interface Operation {
  readonly state: string;
  readonly result: { readonly created: number } | null;
}

function body(): string {
  return Array.from({ length: lines }, (_, n) =>
    JSON.stringify({
      externalIds: [{ system: 'bench', id: String(n) }],
      name: `Person ${n}`,
      emails: [`p${n}@bench.example`],
      applications: [{ externalId: `a-${n}`, jobId: `JOB-${n % 50}` }],
    }),
  ).join('\n');
}

async function call<T>(method: string, path: string, sent?: string): Promise<T> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/x-ndjson' };
  const answer = await fetch(service.url + path, { method, headers, ...(sent !== undefined && { body: sent }) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Memory of the service's process, without its stores. */
function megabytes(figure: 'VmRSS' | 'VmHWM'): number {
  const kilobytes = new RegExp(`^${figure}:\\s+(\\d+)`, 'm').exec(
    readFileSync(`/proc/${service.pid}/status`, 'utf8'),
  )?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
