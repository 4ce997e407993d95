import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf } from './connection-text.js';
import { pingPostgres } from './postgres-ping.js';
import { askRedis, pingRedis } from './redis-ping.js';
import { StoreError } from './store-error.js';

/** A store that is started together with us gets this long. */
const patienceMs = 5_000;
const pollMs = 200;

/** PostgreSQL is there but says no: SQLSTATE class 28 (who we are), 3D (which database), 42501 (what we may). */
const isRefusal = (code: string) => code.startsWith('28') || code.startsWith('3D') || code === '42501';

/**
 * Makes sure that the operator's database answers.
 *
 * @returns its version
 * @throws {StoreError} database-unreachable; the message names DATABASE_URL, host and reason, never the password
 */
export async function requireDatabase(url: string): Promise<string> {
  const fail = (reason: string) =>
    new StoreError(
      'database-unreachable',
      `DATABASE_URL (${addressOf(url)}) ${reason}. Start that PostgreSQL or correct DATABASE_URL; without it an embedded PostgreSQL is started.`,
    );
  if (!isUrlOf(url, ['postgres:', 'postgresql:'])) throw fail('is no postgres:// URL');
  for (const end = Date.now() + patienceMs; ; await sleep(pollMs)) {
    const answer = await pingPostgres(url, Math.max(end - Date.now(), pollMs));
    if (answer.ok) return answer.version;
    if (isRefusal(answer.code)) throw fail(`refuses us: ${answer.reason}`);
    if (Date.now() + pollMs >= end) throw fail(`does not answer: ${answer.reason}`);
  }
}

/**
 * Makes sure that the operator's Redis answers PING.
 *
 * @throws {StoreError} redis-unreachable; the message names REDIS_URL, host and reason, never the password
 */
export async function requireRedis(url: string): Promise<void> {
  const fail = (reason: string) =>
    new StoreError(
      'redis-unreachable',
      `REDIS_URL (${addressOf(url)}) ${reason}. Start that Redis or correct REDIS_URL; without it a private one is started, or the queue uses PostgreSQL.`,
    );
  if (!isUrlOf(url, ['redis:', 'rediss:'])) throw fail('is no redis:// URL');
  for (const end = Date.now() + patienceMs; ; await sleep(pollMs)) {
    const answer = await askRedis(url, Math.max(end - Date.now(), pollMs), pingRedis);
    if (answer.ok) return;
    if (answer.refused) throw fail(`refuses us: ${answer.reason}`);
    if (Date.now() + pollMs >= end) throw fail(`does not answer PING: ${answer.reason}`);
  }
}

function isUrlOf(url: string, protocols: readonly string[]): boolean {
  return URL.canParse(url) && protocols.includes(new URL(url).protocol);
}
