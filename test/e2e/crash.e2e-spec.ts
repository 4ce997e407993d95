import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { openBadge } from '../../demo/world/badge.js';
import { didKeyIssuer } from '../../demo/world/issuer.js';
import { freshDatabase } from '../support/fresh-database.js';
import { eventually } from '../support/eventually.js';
import { startProcess, type ServiceProcess } from '../support/service-process.js';

const KEY = 'crash-test-key-0123456789-abcdefghijkl';
const CREDENTIALS = 500;
const PEOPLE = 20;

/** The queue's own Redis, so that flushing it harms no other test. */
const hasRedis = process.env.TEST_REDIS_URL !== undefined;

const LONGEST_MS = 90_000;

describe('killing the worker with credentials queued and losing what the queue holds', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'credence-crash-'));
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let api: ServiceProcess;
  let worker: ServiceProcess;
  let client: pg.Client;

  const environment = (role: string): Record<string, string> => ({
    ROLE: role,
    PORT: '0',
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    BOOTSTRAP_API_KEY: KEY,
    EGRESS: 'off',
    LOG_LEVEL: 'silent',
    ...(hasRedis ? {} : { PATH: '/nonexistent' }),
  });
  const count = async (sql: string): Promise<number> => Number((await client.query(sql)).rows[0].n);
  const post = async (path: string, body: string, type: string): Promise<{ status: number; body: { id: string } }> => {
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': type };
    const response = await fetch(`${api.url}${path}`, { method: 'POST', body, headers });
    return { status: response.status, body: (await response.json()) as { id: string } };
  };

  beforeAll(async () => {
    database = await freshDatabase();
    api = await startProcess(environment('api'));
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await worker?.kill('SIGTERM');
    await api?.kill('SIGTERM');
    await client?.end();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('loses nothing and doubles nothing', async () => {
    const issuer = await didKeyIssuer('Crash Academy', 'eddsa-rdfc-2022');
    const at = new Date('2026-01-01T00:00:00Z');
    const people: string[] = [];
    for (let n = 0; n < PEOPLE; n += 1) {
      const person = { externalIds: [{ system: 'crash', id: String(n) }], emails: [`p${n}@crash.example`] };
      people.push((await post('/v1/candidates', JSON.stringify(person), 'application/json')).body.id);
    }
    for (let n = 0; n < CREDENTIALS; n += 1) {
      const badge = openBadge(`urn:crash:${n}`, issuer, {
        title: `Badge ${n}`,
        skill: { name: 'Forklift operation', url: 'urn:credence:starter:forklift-operation' },
        type: 'Assessment',
        recipientEmail: `p${n % PEOPLE}@crash.example`,
        validFrom: at,
      });
      const { body, contentType } = await issuer.sign(badge, at);
      const answer = await post(`/v1/candidates/${people[n % PEOPLE]}/credentials`, body, contentType);
      expect(answer.status).toBe(202);
    }

    // Twice: let the worker get some way, kill it without warning, and take away what the queue holds.
    for (const done of [50, 200]) {
      worker = await startProcess(environment('worker'));
      await eventually(async () => (await count('SELECT count(*) AS n FROM credential_verdict')) >= done, LONGEST_MS);
      await worker.kill('SIGKILL');
      if (hasRedis) await flush(join(dataDir, 'redis', 'state.json'));
    }
    const before = await count('SELECT count(*) AS n FROM credential_verdict');
    expect(before).toBeLessThan(CREDENTIALS);
    worker = await startProcess(environment('worker'));
    await eventually(async () => (await count('SELECT count(*) AS n FROM outbox')) === 0, LONGEST_MS);

    expect(await count(`SELECT count(*) AS n FROM credential_verdict WHERE verdict = 'verified'`)).toBe(CREDENTIALS);
    // One verification each: a repeat that had an effect would show as a second row of history.
    expect(await count('SELECT count(*) AS n FROM verification')).toBe(CREDENTIALS);
    expect(await count(`SELECT count(*) AS n FROM audit_event WHERE action = 'credential.judged'`)).toBe(CREDENTIALS);
    expect(await count('SELECT count(*) AS n FROM holding')).toBe(CREDENTIALS);
  }, 300_000);
});

async function flush(stateFile: string): Promise<void> {
  const { url } = JSON.parse(readFileSync(stateFile, 'utf8')) as { url: string };
  const redis = new Redis(url);
  await redis.flushall();
  await redis.quit();
}
