import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { BootstrapOrganization } from './identity/index.js';
import { requireConfiguredModel } from './mapping/index.js';
import { type Config, loadConfig } from './platform/config/index.js';
import { Database, migrate } from './platform/database/index.js';
import { startStores, type Stores } from './platform/embedded/index.js';
import { configureHttp, createHttpAdapter } from './platform/http/index.js';
import { OutboxWorker } from './platform/outbox/index.js';
import { namespaceOfDatabase, type QueueStore } from './platform/queue/index.js';
import { PeriodicTasks } from './platform/schedule/index.js';

export interface RunningService {
  /** Where it listens; a process with ROLE=worker serves health and metrics only. */
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Takes no more requests, lets running work end, then stops the stores that it started. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** For tests and the demo, whose other servers run on this machine: the service may call them. */
  readonly allowLoopback?: boolean;
}

/**
 * From settings to a service that is ready: stores, schema, application, first organization, work, port.
 *
 * @param environment the variables of .env.example
 * @param log one line at a time, for the console; no secrets
 * @throws {ConfigError} when the settings cannot be used, {StoreError} when a store does not answer
 */
export async function startService(
  environment: Record<string, string | undefined>,
  log: (line: string) => void,
  options: StartOptions = {},
): Promise<RunningService> {
  const config = loadConfig(environment);
  requireConfiguredModel(config);
  const stores = await startStores(storeSettings(config), log);
  try {
    log(stores.summary);
    const ran = await migrate(stores.databaseUrl);
    if (ran.length > 0) log(`schema: ${ran.length} migrations ran`);
    return await startApplication(config, stores, options);
  } catch (error) {
    await stores.stop();
    throw error;
  }
}

const storeSettings = (config: Config): Parameters<typeof startStores>[0] => ({
  databaseUrl: config.databaseUrl,
  redisUrl: config.redisUrl,
  dataDir: config.dataDir,
  path: config.path,
});

async function startApplication(config: Config, stores: Stores, options: StartOptions): Promise<RunningService> {
  const database = new Database(stores.databaseUrl);
  const queueStore: QueueStore =
    stores.queue.kind === 'redis' ? stores.queue : { kind: 'postgres', url: stores.databaseUrl };
  const namespace = await namespaceOfDatabase(database.pool);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({ config, database, queueStore, namespace, ...options }),
    createHttpAdapter(),
    { bufferLogs: true, abortOnError: false, bodyParser: false },
  );
  app.useLogger(app.get(Logger));
  configureHttp(app);
  if (!config.serveApi) answerOnlyOperators(app);
  await app.init();
  await app.get(BootstrapOrganization).run();
  if (config.runWorker) {
    app.get(OutboxWorker).start();
    app.get(PeriodicTasks).start();
  }
  await app.listen(config.port, config.host);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await app.close();
    await stores.stop();
  };
  return { url: await app.getUrl(), app, stop: () => (stopping ??= stop()) };
}

/** A worker can be watched like any other process, and does nothing else on request. */
function answerOnlyOperators(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (/^\/(health|metrics)(\/|$|\?)/.test(request.url)) return;
      await reply.status(404).type('application/problem+json').send({
        type: 'urn:credence:problem:not-served-here',
        title: 'Not served here',
        status: 404,
        code: 'not-served-here',
        detail: 'This process does work (ROLE=worker). Requests go to a process with ROLE=api or ROLE=all.',
        errors: [],
      });
    });
}
