import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startStores } from '../../src/platform/embedded/index.js';
import { startProcess } from '../../test/support/service-process.js';
import { startBareService } from './bare-service.js';
import { requestsPerSecond, type RequestPlan } from './load.js';

const ROUNDS = 5;
const SECONDS = 3;
const KEY = 'bench-key-0123456789-abcdefghijklmnop';

const dataDir = mkdtempSync(join(tmpdir(), 'credence-bench-'));
const stores = await startStores({ dataDir, path: process.env.PATH }, () => undefined);
try {
  const admin = new pg.Client({ connectionString: stores.databaseUrl });
  await admin.connect();
  await admin.query('CREATE DATABASE bare');
  await admin.end();
  const bareUrl = new URL(stores.databaseUrl);
  bareUrl.pathname = '/bare';
  const bare = await startBareService(bareUrl.href);
  // Only the API: what the worker does with the documents is measured elsewhere and would take the second core.
  const service = await startProcess({
    ROLE: 'api',
    PORT: '0',
    DATABASE_URL: stores.databaseUrl,
    REDIS_URL: stores.queue.kind === 'redis' ? stores.queue.url : '',
    DATA_DIR: dataDir,
    BOOTSTRAP_API_KEY: KEY,
    LOG_LEVEL: 'silent',
  });
  try {
    report(await measure(service.url ?? '', bare.url));
  } finally {
    await service.kill('SIGTERM');
    await bare.stop();
  }
} finally {
  await stores.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

interface Figures {
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
}

async function measure(ours: string, bare: string): Promise<Record<string, Figures>> {
  const authorization = { authorization: `Bearer ${KEY}` };
  const json = { 'content-type': 'application/json' };
  const person = (n: number): string =>
    JSON.stringify({
      externalIds: [{ system: 'bench', id: `c${n}` }],
      name: `Person ${n}`,
      emails: [`p${n}@bench.example`],
    });
  const made = await fetch(`${ours}/v1/candidates`, {
    method: 'POST',
    headers: { ...authorization, ...json },
    body: person(0),
  });
  const { id } = (await made.json()) as { id: string };
  const document = (n: number): string =>
    JSON.stringify({ type: ['VerifiableCredential'], id: `urn:bench:${n}`, pad: 'x'.repeat(1900) });
  const vc = { 'content-type': 'application/vc' };
  const plans: Record<string, { ours: RequestPlan; bare: RequestPlan }> = {
    candidates: {
      ours: { url: `${ours}/v1/candidates`, headers: { ...authorization, ...json }, body: person },
      bare: { url: `${bare}/candidates`, headers: json, body: person },
    },
    credentials: {
      ours: { url: `${ours}/v1/candidates/${id}/credentials`, headers: { ...authorization, ...vc }, body: document },
      bare: { url: `${bare}/candidates/${id}/credentials`, headers: vc, body: document },
    },
  };
  const rates: Record<string, { ours: number[]; bare: number[] }> = {};
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, plan] of Object.entries(plans)) {
      const first = await requestsPerSecond(plan.bare, SECONDS);
      const second = await requestsPerSecond(plan.ours, SECONDS);
      // The first round warms both up.
      if (round === 0) rates[name] = { ours: [], bare: [] };
      else {
        rates[name]?.bare.push(first);
        rates[name]?.ours.push(second);
      }
    }
  }
  return Object.fromEntries(Object.entries(rates).map(([name, r]) => [name, figures(r)]));
}

/** The ratio is the median of the rounds' ratios, which other work on the machine disturbs least. */
function figures({ ours, bare }: { ours: number[]; bare: number[] }): Figures {
  const ratios = ours.map((rate, round) => rate / (bare[round] ?? NaN));
  return { ours: Math.round(median(ours)), bare: Math.round(median(bare)), ratio: Number(median(ratios).toFixed(3)) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function report(result: Record<string, Figures>): void {
  for (const [name, { ours, bare, ratio }] of Object.entries(result)) {
    console.log(
      `${name.padEnd(12)} ${String(ours).padStart(6)} requests/s   bare ${String(bare).padStart(6)}   ratio ${ratio}`,
    );
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(result));
}
