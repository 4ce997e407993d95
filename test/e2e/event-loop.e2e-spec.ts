import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, callerOf, type CallService } from '../support/call-service.js';
import { freshDatabase } from '../support/fresh-database.js';
import { type ServiceProcess, startProcess } from '../support/service-process.js';
import { signAs } from '../support/sign-as.js';

const KEY = 'event-loop-key-0123456789-abcdefghijkl';
const SECRET = 'a-secret-of-the-test';
/**
 * How long whoever sends a hostile document may keep everybody else waiting. On a machine that does nothing else each of these
 * stays under 100 ms; a slower or shared one is given more, which is still far from what such documents can cost.
 */
const MOST_BLOCKED_MS = 250;
/** Other work on the machine holds a process up as well; what a document costs by itself is the least of several tries. */
const TRIES = 5;

const MIB = 1024 * 1024;
const keys = (count: number): string => `{${Array.from({ length: count }, (_, n) => `"k${n}":1`).join(',')}}`;
const fill = (text: string, bytes: number): string => text.repeat(Math.floor(bytes / text.length));

/** Within the limit of a body, 1 MiB. */
const HOSTILE: [name: string, body: () => string, status: number, code: string][] = [
  ['depth 10,000', () => '['.repeat(10_000) + ']'.repeat(10_000), 400, 'json-too-deep'],
  ['a depth that fills the body', () => fill('{"a":', MIB - 10), 400, 'json-too-deep'],
  ['as many keys as fit', () => keys(90_000), 400, 'too-many-values'],
  [
    'the same key twice, after as many others as fit',
    () => `${keys(90_000).slice(0, -1)},"k0":1}`,
    400,
    'duplicate-key',
  ],
  ['a list of as many values as fit', () => `{"emails":[${fill('1,', MIB - 100)}1]}`, 400, 'too-many-values'],
  ['as many e-mails as fit', () => `{"emails":[${fill('"a@b.c",', MIB - 100)}"a@b.c"]}`, 400, 'too-many-values'],
  ['as many objects as fit', () => `{"applications":[${fill('{},', MIB - 100)}{}]}`, 400, 'too-many-values'],
  ['as many objects as are looked at', () => `{"applications":[${'{},'.repeat(1_900)}{}]}`, 400, 'validation-failed'],
  ['the number 1e400', () => '{"name":1e400}', 400, 'number-out-of-range'],
  ['a number as long as the body', () => `{"name":${fill('9', MIB - 100)}}`, 400, 'number-out-of-range'],
  ['half of a surrogate pair', () => '{"name":"\\ud800"}', 400, 'invalid-string'],
  ['a text of escapes that fills the body', () => `{"name":"${fill('\\u00e9', MIB - 100)}"}`, 400, 'validation-failed'],
  ['NUL', () => '{"name":"\\u0000"}', 400, 'invalid-string'],
  ['a byte order mark', () => '\uFEFF{"name":"x"}', 400, 'invalid-json'],
];

describe('hostile JSON', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'credence-loop-'));
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let service: ServiceProcess;
  let call: CallService;
  let hook: string;

  beforeAll(async () => {
    fresh = await freshDatabase();
    service = await startProcess({
      ...{ ROLE: 'api', PORT: '0', DATABASE_URL: fresh.url, DATA_DIR: dataDir, BOOTSTRAP_API_KEY: KEY },
      ...{ REDIS_URL: process.env.TEST_REDIS_URL ?? '', EGRESS: 'off', LOG_LEVEL: 'silent' },
    });
    call = callerOf(service.url, KEY);
    hook = `/v1/hooks/${(await call('POST', '/v1/connections', { body: { system: 'greenhouse', secret: SECRET } })).body.id}`;
  });

  afterAll(async () => {
    await service?.kill('SIGTERM');
    await fresh?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /**
   * The longest that the loop of the service was late, and its time on the processor, since it was last asked, as its own
   * metrics tell.
   */
  const spent = async (): Promise<{ lateMs: number; processorMs: number }> => {
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    const secondsOf = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
    const processorMs = 1000 * secondsOf('process_cpu_seconds_total');
    const since = processorMs - processorMsBefore;
    processorMsBefore = processorMs;
    return { lateMs: 1000 * secondsOf('nodejs_eventloop_lag_max_seconds'), processorMs: since };
  };
  let processorMsBefore = 0;
  /**
   * The answer to what is sent, and how long it blocked the service at the most. The loop is late also when the machine gives
   * the processor to others, so where all that the process did took less time than that, it is this time that counts.
   */
  const costOf = async (send: () => Promise<Answer>): Promise<{ answer: Answer; blockedMs: number }> => {
    let answer = await send();
    let blockedMs = Infinity;
    for (let tries = 0; tries < TRIES && !(blockedMs < MOST_BLOCKED_MS); tries += 1) {
      await spent();
      answer = await send();
      const { lateMs, processorMs } = await spent();
      blockedMs = Math.min(blockedMs, lateMs, processorMs);
    }
    return { answer, blockedMs };
  };
  const json = { 'content-type': 'application/json' };

  it.each(HOSTILE)('%s is refused in a request, and nobody waits for it', async (_name, body, status, code) => {
    const sent = body();
    const { answer, blockedMs } = await costOf(() => call('POST', '/v1/candidates', { body: sent, headers: json }));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(blockedMs).toBeLessThan(MOST_BLOCKED_MS);
  });

  it.each(HOSTILE)(
    '%s is refused or passed over in a signed delivery, and nobody waits for it',
    async (_name, body) => {
      const text = body();
      const { answer, blockedMs } = await costOf(() => {
        const { body: sent, headers } = signAs('greenhouse', text, { secret: SECRET });
        return call('POST', hook, { key: null, body: sent, headers });
      });
      expect([200, 400]).toContain(answer.status);
      expect(blockedMs).toBeLessThan(MOST_BLOCKED_MS);
    },
  );

  it.each([
    ['a request', () => '/v1/candidates'],
    ['a delivery', () => hook],
  ])('of 50 MB in %s is refused before it has come', async (_name, path) => {
    const { port } = new URL(service.url);
    const headers = { ...json, 'content-length': 50_000_000, authorization: `Bearer ${KEY}` };
    const sending = request({ host: '127.0.0.1', port, method: 'POST', path: path(), headers });
    sending.on('error', () => undefined);
    sending.write(`{"name":"${'x'.repeat(1_000)}`);
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
    sending.destroy();
  });

  it.each([
    ['lines that hold nothing', () => '\n'.repeat(32 * MIB)],
    ['lines that are blank', () => fill(' \n', 32 * MIB)],
  ])('an import of 32 MiB of %s is refused, and nobody waits for it', async (_name, body) => {
    const sent = body();
    const headers = { 'content-type': 'application/x-ndjson' };
    const { answer, blockedMs } = await costOf(() => call('POST', '/v1/imports', { body: sent, headers }));
    expect([answer.status, answer.body.code]).toEqual([413, 'too-many-lines']);
    expect(blockedMs).toBeLessThan(MOST_BLOCKED_MS);
  });
});
