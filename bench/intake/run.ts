import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import pg from 'pg';
import { openBadge } from '../../demo/world/badge.js';
import { didKeyIssuer } from '../../demo/world/issuer.js';
import { startStores } from '../../src/platform/embedded/index.js';
import { quietSettings, startProcess, type ServiceProcess } from '../../test/support/service-process.js';
import { signAs } from '../../test/support/sign-as.js';
import { Backlog } from './backlog.js';

const KEY = 'bench-key-0123456789-abcdefghijklmnop';
const SECRET = 'a-secret-of-the-bench';
/** Verifications that are queued at any moment of the measurement; with fewer the bench fails. */
const LEAST_QUEUED = 1_000;
/** So many are there when a turn begins that a turn does not use them up. */
const QUEUED = 6_000;
/** Signed by the bench and handed in over HTTP; all further ones are copies of them for other candidates. */
const SIGNED = 500;
const ROUNDS = 5;
const DELIVERIES = 60;
/** Deliveries come at a steady pace, whether those before them are answered or not. */
const EVERY_MS = 30;

interface Figures {
  readonly oursP95Ms: number;
  readonly bareP95Ms: number;
  readonly ratio: number;
}

const dataDir = mkdtempSync(join(tmpdir(), 'credence-bench-'));
const stores = await startStores({ dataDir, path: process.env.PATH ?? '' }, () => undefined);
const processes: ServiceProcess[] = [];
try {
  const bare = await startBare();
  const api = await start('api');
  const hook = await connect(api.url);
  await handIn(api.url);
  const backlog = await Backlog.open(stores.databaseUrl);
  // What is queued is worked on while deliveries come in, as it is in service.
  await start('worker');
  const rounds: { ours: number; bare: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = { bare: await turn(bare.url, backlog), ours: await turn(hook, backlog) };
    // The first round warms both up.
    if (round > 0) rounds.push(one);
  }
  report(figuresOf(rounds), backlog.least);
  await backlog.close();
  await bare.stop();
  if (backlog.least < LEAST_QUEUED) throw new Error(`only ${backlog.least} verifications were queued at some moment`);
} finally {
  for (const one of processes) await one.kill('SIGTERM');
  await stores.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function start(role: string): Promise<ServiceProcess> {
  const started = await startProcess(quietSettings({ role, key: KEY, dataDir, stores }));
  processes.push(started);
  return started;
}

/** The peer: it checks the same signature over the same bytes and inserts them, and nothing else. */
async function startBare(): Promise<{ url: string; stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: stores.databaseUrl, max: 20 });
  await pool.query('CREATE TABLE IF NOT EXISTS public.bare_delivery (id text PRIMARY KEY, body bytea NOT NULL)');
  const app = Fastify({ bodyLimit: 1 << 20 });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/hook', async (request, reply) => {
    const body = request.body as Buffer;
    const signature = `sha256 ${createHmac('sha256', SECRET).update(body).digest('hex')}`;
    if (request.headers.signature !== signature) return reply.status(401).send();
    await pool.query('INSERT INTO public.bare_delivery VALUES ($1, $2)', [
      request.headers['greenhouse-event-id'],
      body,
    ]);
    return { ok: true };
  });
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/hook`;
  return {
    url,
    async stop() {
      await app.close();
      await pool.end();
    },
  };
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<{ id: string }> {
  const answer = await fetch(url, { method: 'POST', body, headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
  return JSON.parse(text) as { id: string };
}

async function connect(api: string): Promise<string> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ system: 'greenhouse', secret: SECRET });
  return `${api}/v1/hooks/${(await post(`${api}/v1/connections`, body, headers)).id}`;
}

async function handIn(api: string): Promise<void> {
  const authorization = { authorization: `Bearer ${KEY}` };
  const json = { ...authorization, 'content-type': 'application/json' };
  const { id } = await post(`${api}/v1/candidates`, JSON.stringify({ name: 'Bench' }), json);
  const issuer = await didKeyIssuer('Bench Academy', 'eddsa-rdfc-2022');
  const at = new Date('2026-01-01T00:00:00Z');
  for (let n = 0; n < SIGNED; n += 1) {
    const badge = openBadge(`urn:bench:${n}`, issuer, {
      title: `Badge ${n}`,
      skill: { name: 'Forklift operation' },
      type: 'Assessment',
      recipientEmail: 'p@bench.example',
      validFrom: at,
    });
    const { body, contentType } = await issuer.sign(badge, at);
    await post(`${api}/v1/candidates/${id}/credentials`, body, { ...authorization, 'content-type': contentType });
  }
}

async function turn(url: string, backlog: Backlog): Promise<number> {
  await backlog.fillUpTo(QUEUED);
  const stopWatching = backlog.watch();
  try {
    return await p95(url);
  } finally {
    await stopWatching();
  }
}

/** Milliseconds from when a delivery is due to its whole answer that 95 of 100 stay within. */
async function p95(url: string): Promise<number> {
  const startedAt = performance.now();
  const times = await Promise.all(
    Array.from({ length: DELIVERIES }, async (_, n) => {
      const due = startedAt + n * EVERY_MS;
      await sleep(due - performance.now());
      const { body, headers } = delivery();
      await post(url, body, headers);
      return performance.now() - due;
    }),
  );
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;
}

function delivery(): ReturnType<typeof signAs> {
  const id = randomUUID();
  const candidate = { id, first_name: 'Bench', email_addresses: [{ value: `${id}@bench.example` }] };
  const application = { id, status: 'active', jobs: [{ id: 7, name: 'Operator' }], candidate };
  const event = { action: 'new_candidate_application', payload: { application } };
  return signAs('greenhouse', event, { secret: SECRET, id });
}

/** The ratio is the median of the rounds' ratios, which other work on the machine disturbs least. */
function figuresOf(rounds: readonly { ours: number; bare: number }[]): Figures {
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
  return {
    oursP95Ms: Number(median(rounds.map(({ ours }) => ours)).toFixed(1)),
    bareP95Ms: Number(median(rounds.map(({ bare }) => bare)).toFixed(1)),
    ratio: Number(median(rounds.map(({ ours, bare }) => ours / bare)).toFixed(2)),
  };
}

function report(figures: Figures, leastQueued: number): void {
  const { oursP95Ms, bareP95Ms, ratio } = figures;
  console.log(`verifications queued while deliveries came: at least ${leastQueued}`);
  console.log(`acceptance p95 ${oursP95Ms} ms   bare signed insert ${bareP95Ms} ms   ratio ${ratio}`);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ ...figures, leastQueued }));
}
