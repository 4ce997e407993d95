import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startStores } from '../../src/platform/embedded/index.js';
import { quietSettings, startProcess } from '../../test/support/service-process.js';
import { bodiesOf } from './people.js';

const KEY = 'bench-key-0123456789-abcdefghijklmnop';
const withCredentials = process.argv.includes('--credentials');
const lines = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 100_000);

const dataDir = mkdtempSync(join(tmpdir(), 'credence-bench-'));
const stores = await startStores({ dataDir, path: process.env.PATH ?? '' }, () => undefined);
const service = await startProcess(quietSettings({ role: 'all', key: KEY, dataDir, stores }));
try {
  const restMb = megabytes('VmRSS');
  const startedAt = performance.now();
  const secondsSo = (): number => Math.round((performance.now() - startedAt) / 1000);
  let slowestAcceptMs = 0;
  let created = 0;
  for (const body of bodiesOf(lines, withCredentials)) {
    const sentAt = performance.now();
    const { id } = await call<{ id: string }>('POST', '/v1/imports', body);
    slowestAcceptMs = Math.max(slowestAcceptMs, Math.round(performance.now() - sentAt));
    created += await createdBy(id);
  }
  const seconds = secondsSo();
  const verified = withCredentials ? await verifiedInTheEnd() : undefined;
  const figures = {
    lines,
    created,
    acceptedMs: slowestAcceptMs,
    seconds,
    linesASecond: Math.round(lines / seconds),
    ...(verified !== undefined && { verified, verifiedAfterSeconds: secondsSo() }),
    restMb,
    mostMb: megabytes('VmHWM'),
  };
  console.log(
    `${lines} lines accepted in ${slowestAcceptMs} ms, done in ${seconds} s, ${figures.linesASecond} a second`,
  );
  if (verified !== undefined) console.log(`${verified} credentials verified after ${figures.verifiedAfterSeconds} s`);
  console.log(`memory of the service: ${restMb} MB before, ${figures.mostMb} MB at most`);
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  if (created !== lines || (verified ?? lines) !== lines) throw new Error('not every line came to be what it says');
} finally {
  await service.kill('SIGTERM');
  await stores.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

interface Operation {
  readonly state: string;
  readonly result: { readonly created: number } | null;
}

/** How many people the import created, when it is done. */
async function createdBy(id: string): Promise<number> {
  for (;;) {
    const operation = await call<Operation>('GET', `/v1/operations/${id}`);
    if (operation.state === 'failed') throw new Error('the import failed');
    if (operation.state === 'succeeded') return operation.result?.created ?? 0;
    await sleep(500);
  }
}

/** How many credentials are verified when every one has its verdict. */
async function verifiedInTheEnd(): Promise<number> {
  const client = new pg.Client({ connectionString: stores.databaseUrl });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ owed: boolean; verified: string }>(
        `SELECT EXISTS (SELECT FROM outbox WHERE topic = 'credential.submitted') AS owed,
           (SELECT count(*) FROM credential_verdict WHERE verdict = 'verified') AS verified`,
      );
      if (rows[0]?.owed === false) return Number(rows[0].verified);
      await sleep(500);
    }
  } finally {
    await client.end();
  }
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
