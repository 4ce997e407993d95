import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startService } from '../../src/start-service.js';
import { freshDatabase } from './fresh-database.js';

export const ADMIN_KEY = 'test-admin-key-0123456789-abcdefghij';

export interface Answer {
  status: number;
  headers: Headers;
  // Tests look into answers of every shape; what is not there fails the expectation.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

export interface Call {
  body?: unknown;
  headers?: Record<string, string>;
  /** API key; `null` sends none. */
  key?: string | null;
}

export interface TestApp {
  baseUrl: string;
  adminKey: string;
  databaseUrl: string;
  app: NestFastifyApplication;
  call(method: string, path: string, options?: Call): Promise<Answer>;
  /** Resolves when nothing is owed any more, dead work aside. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestSettings {
  environment?: Record<string, string>;
  /** Which queue store; default: Redis where the machine has one. */
  queue?: 'redis' | 'postgres';
}

/** The whole service on a database of its own, over real HTTP, with its worker running. */
export async function startTestApp({ environment = {}, queue }: TestSettings = {}): Promise<TestApp> {
  const database = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'credence-test-'));
  const redisUrl = queue === 'postgres' ? undefined : process.env.TEST_REDIS_URL;
  if (queue === 'redis' && redisUrl === undefined) throw new Error('this test needs a Redis: none is on the PATH');
  const service = await startService(
    {
      PORT: '0',
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl,
      DATA_DIR: dataDir,
      BOOTSTRAP_API_KEY: ADMIN_KEY,
      EGRESS: 'off',
      LOG_LEVEL: 'silent',
      ...environment,
    },
    () => undefined,
  );
  const baseUrl = service.url ?? '';
  const call = callerOf(baseUrl);
  return {
    baseUrl,
    adminKey: ADMIN_KEY,
    databaseUrl: database.url,
    app: service.app,
    call,
    settle: () => settled(call),
    async stop() {
      await service.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const callerOf =
  (baseUrl: string): TestApp['call'] =>
  async (method, path, { body, headers = {}, key = ADMIN_KEY } = {}) => {
    const raw = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData;
    const response = await fetch(baseUrl + path, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(raw || body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : raw ? (body as string) : JSON.stringify(body),
    });
    const text = await response.text();
    // Not application/x-ndjson, which is one JSON text on each line.
    const json = /[/+]json\b/.test(response.headers.get('content-type') ?? '') && text !== '';
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  };

/** Asks the metrics, as an operator would, until no work is owed in two looks after each other. */
async function settled(call: TestApp['call']): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (let quiet = 0; quiet < 2;) {
    const { body } = await call('GET', '/metrics', { key: null });
    const owed = ['credence_outbox_waiting', 'credence_queue_lag'].map((name) =>
      Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(String(body))?.[1] ?? NaN),
    );
    quiet = owed.every((count) => count === 0) ? quiet + 1 : 0;
    if (Date.now() > deadline) throw new Error(`work is still owed after a minute: ${owed.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
