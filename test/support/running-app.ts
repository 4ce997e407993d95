import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createClient, type CredenceClient } from '../../clients/typescript/index.js';
import { startService } from '../../src/start-service.js';
import { type Answer, type Call, callerOf, type CallService, settled } from './call-service.js';
import { freshDatabase } from './fresh-database.js';

export type { Answer, Call };

export const ADMIN_KEY = 'test-admin-key-0123456789-abcdefghij';

export interface TestApp {
  baseUrl: string;
  adminKey: string;
  databaseUrl: string;
  app: NestFastifyApplication;
  call: CallService;
  /** What customers use; it calls as the admin. */
  client: CredenceClient;
  /** Resolves when nothing is owed any more, dead work aside. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestSettings {
  environment?: Record<string, string>;
  /** Which queue store; default: Redis where the machine has one. */
  queue?: 'redis' | 'postgres';
  /** Lets the service call servers of the test on this machine; calls are switched off otherwise. */
  allowLoopback?: boolean;
}

/** The whole service on a database of its own, over real HTTP, with its worker running. */
export async function startTestApp({
  environment = {},
  queue,
  allowLoopback = false,
}: TestSettings = {}): Promise<TestApp> {
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
      EGRESS: allowLoopback ? 'open' : 'off',
      LOG_LEVEL: 'silent',
      ...environment,
    },
    () => undefined,
    { allowLoopback },
  );
  const baseUrl = service.url ?? '';
  const call = callerOf(baseUrl, ADMIN_KEY);
  return {
    baseUrl,
    adminKey: ADMIN_KEY,
    databaseUrl: database.url,
    app: service.app,
    call,
    client: createClient({ baseUrl, key: ADMIN_KEY }),
    settle: () => settled(call),
    async stop() {
      await service.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
