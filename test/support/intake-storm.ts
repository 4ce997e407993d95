import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import pg from 'pg';
import { createClient } from '../../clients/typescript/index.js';
import { answerOf } from '../../demo/client.js';
import { openBadge } from '../../demo/world/badge.js';
import { didKeyIssuer } from '../../demo/world/issuer.js';
import { startStores } from '../../src/platform/embedded/index.js';
import { quietSettings, startProcess, type ServiceProcess } from './service-process.js';
import { type SignedAs, signAs } from './sign-as.js';

/** What is there in the end; each should be the number of people, where nothing else is said. */
export interface StormResult {
  people: number;
  /** Different deliveries, four for each person. */
  events: number;
  /** Deliveries in all, a third of which came before. */
  sent: number;
  /** Tries that were not answered 200: the database was away. */
  retried: number;
  candidates: number;
  /** Those who have their last name and no other. */
  finalNames: number;
  hiredApplications: number;
  credentials: number;
  verified: number;
  verifications: number;
  inbox: number;
  createdEvents: number;
  verifiedEvents: number;
  seconds: number;
}

const KEY = 'storm-key-0123456789-abcdefghijklmnop';
const SECRET = 'a-secret-of-the-storm';
const EVENTS_EACH = 4;
const LANES = 8;
const run = promisify(execFile);

/**
 * Signed deliveries of Greenhouse, shuffled, a third of them sent twice, while the worker is killed twice, what the queue
 * holds is lost once and the database crashes once. Needs the built service.
 *
 * @param deliveries in all
 */
export async function intakeStorm(
  deliveries: number,
  log: (line: string) => void = () => undefined,
): Promise<StormResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'credence-storm-'));
  const stores = await startStores({ dataDir, path: process.env.PATH ?? '' }, () => undefined);
  const processes: ServiceProcess[] = [];
  const start = async (role: string): Promise<ServiceProcess> => {
    const started = await startProcess(quietSettings({ role, key: KEY, dataDir, stores }));
    processes.push(started);
    return started;
  };
  try {
    const startedAt = Date.now();
    const api = await start('api');
    let worker = await start('worker');
    const client = createClient({ baseUrl: api.url, key: KEY });
    await answerOf(client.POST('/v1/webhook-endpoints', { body: { url: 'https://hooks.credence-storm.org/events' } }));
    const connection = client.POST('/v1/connections', { body: { system: 'greenhouse', secret: SECRET } });
    const hook = api.url + (await answerOf(connection)).hookUrl;
    const people = Math.floor((deliveries * 2) / 3 / EVENTS_EACH);
    const unique = await eventsOf(people);
    const plan = shuffled([...unique, ...unique.slice(0, Math.floor(unique.length / 2))]);
    log(`${plan.length} deliveries about ${people} people`);

    let retried = 0;
    const troubles: [number, () => Promise<void>][] = [
      [
        0.2,
        async () => {
          await worker.kill('SIGKILL');
          worker = await start('worker');
        },
      ],
      [0.4, () => loseQueue(stores.queue)],
      [0.6, () => crashDatabase(stores.databaseUrl)],
      [
        0.8,
        async () => {
          await worker.kill('SIGKILL');
          worker = await start('worker');
        },
      ],
    ];
    let next = 0;
    const lane = async (): Promise<void> => {
      while (next < plan.length) {
        const at = next;
        next += 1;
        const trouble = troubles[0];
        if (trouble !== undefined && at >= trouble[0] * plan.length) {
          troubles.shift();
          await trouble[1]();
        }
        const delivery = plan[at];
        if (delivery !== undefined) retried += await sendUntilTaken(hook, delivery);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    log('all deliveries are taken');
    const result = await outcome(stores.databaseUrl);
    return {
      people,
      events: unique.length,
      sent: plan.length,
      retried,
      ...result,
      seconds: Math.round((Date.now() - startedAt) / 1000),
    };
  } finally {
    for (const one of processes) await one.kill('SIGTERM');
    await stores.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A person's four events: the application with a badge, a move, the hire and, newest, a change of name. */
async function eventsOf(people: number): Promise<SignedAs[]> {
  const issuer = await didKeyIssuer('Storm Academy', 'eddsa-rdfc-2022');
  const at = new Date('2026-01-01T00:00:00Z');
  const events: SignedAs[] = [];
  for (let n = 1; n <= people; n += 1) {
    const badge = openBadge(`urn:storm:${n}`, issuer, {
      title: `Badge ${n}`,
      skill: { name: 'Forklift operation', url: 'urn:credence:starter:forklift-operation' },
      type: 'Assessment',
      recipientEmail: `p${n}@storm.example`,
      validFrom: at,
    });
    const { body } = await issuer.sign(badge, at);
    const candidate = (name: string, fields: object = {}): object => ({
      id: n,
      first_name: name,
      last_name: String(n),
      email_addresses: [{ value: `p${n}@storm.example`, type: 'personal' }],
      custom_fields: fields,
    });
    const application = (hour: number, status: string, stage: string, of: object): object => ({
      id: 1_000_000 + n,
      status,
      last_activity_at: `2026-02-01T0${hour}:00:00Z`,
      current_stage: { name: stage },
      jobs: [{ id: 7, name: 'Operator' }],
      candidate: of,
    });
    const wallet = { wallet: { name: 'Credence', type: 'long_text', value: body } };
    const sign = (action: string, of: object): SignedAs =>
      signAs('greenhouse', { action, payload: of }, { secret: SECRET, id: `${action}-${n}` });
    events.push(
      sign('new_candidate_application', {
        application: application(1, 'active', 'Applied', candidate('First', wallet)),
      }),
      sign('candidate_stage_change', { application: application(2, 'active', 'Interview', candidate('Second')) }),
      sign('hire_candidate', { application: application(3, 'hired', 'Hired', candidate('Third')) }),
      sign('application_updated', { application: application(4, 'hired', 'Hired', candidate('Last')) }),
    );
  }
  return events;
}

/** The counts that are not what they should be, each with both numbers; nothing where all is right. */
export function lostOrDoubled({ people, events, sent: _, retried: _r, seconds: _s, ...counts }: StormResult): string[] {
  return Object.entries(counts).flatMap(([name, count]) => {
    const due = name === 'inbox' ? events : people;
    return count === due ? [] : [`${name}: ${count} instead of ${due}`];
  });
}

/** As a sender does: the same delivery until it is taken. @returns how often it was not */
async function sendUntilTaken(hook: string, { body, headers }: SignedAs): Promise<number> {
  for (let failed = 0; ; failed += 1) {
    const answer = await fetch(hook, { method: 'POST', headers, body }).catch(() => undefined);
    const text = await answer?.text();
    if (answer?.status === 200) return failed;
    if (answer !== undefined && answer.status < 500)
      throw new Error(`a delivery was answered ${answer.status}: ${text}`);
    if (failed > 300) throw new Error(`a delivery was not taken in 300 tries: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** In an order that looks like none and is the same each time. */
function shuffled<T>(list: readonly T[]): T[] {
  let seed = 42;
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  return list
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

async function loseQueue(queue: { kind: 'redis'; url: string } | { kind: 'postgres' }): Promise<void> {
  if (queue.kind !== 'redis') return;
  const redis = new Redis(queue.url);
  await redis.flushall();
  await redis.quit();
}

/** Kills one server process, upon which PostgreSQL ends all others and starts again from its log. */
async function crashDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await run('kill', ['-9', String(rows[0]?.pid)]);
  await client.end().catch(() => undefined);
}

/** Waits until nothing is owed but telling somebody who cannot be reached, then counts. */
async function outcome(url: string): Promise<Omit<StormResult, 'people' | 'events' | 'sent' | 'retried' | 'seconds'>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const count = async (sql: string): Promise<number> =>
    Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`)).rows[0]?.n);
  try {
    for (const end = Date.now() + 600_000; (await count(`outbox WHERE topic <> 'webhook.delivery-due'`)) > 0;) {
      if (Date.now() > end) throw new Error('work is still owed after ten minutes');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return {
      candidates: await count('candidate'),
      finalNames: await count(`candidate WHERE name LIKE 'Last %'`),
      hiredApplications: await count(`application WHERE status = 'hired' AND stage = 'Hired'`),
      credentials: await count('credential'),
      verified: await count(`credential_verdict WHERE verdict = 'verified'`),
      verifications: await count('verification'),
      inbox: await count('hook_delivery'),
      createdEvents: await count(`webhook_event WHERE type = 'candidate.created'`),
      verifiedEvents: await count(`webhook_event WHERE type = 'credential.verified'`),
    };
  } finally {
    await client.end();
  }
}
