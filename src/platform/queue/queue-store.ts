import { createPostgresBackend, createRedisBackend, withBackend, type Queue, type Worker } from 'bullmq';

/** Where BullMQ keeps its jobs. */
export type QueueStore =
  { readonly kind: 'redis'; readonly url: string } | { readonly kind: 'postgres'; readonly url: string };

/** The BullMQ classes bound to a store, with the connection options that fit producers and workers. */
export interface BullClasses {
  queue(name: string): Queue;
  worker(name: string, run: (data: unknown) => Promise<void>, options: { concurrency: number }): Worker;
}

/**
 * @param namespace keeps installations apart that share one Redis; with PostgreSQL the database itself does
 */
export function bullFor(store: QueueStore, namespace: string): BullClasses {
  return store.kind === 'redis' ? onRedis(store.url, `credence-${namespace}`) : onPostgres(store.url);
}

function onRedis(url: string, prefix: string): BullClasses {
  const bull = withBackend(createRedisBackend);
  // A producer fails at once when Redis is away: the work is safe in PostgreSQL and will be offered again.
  const producing = { url, maxRetriesPerRequest: 1, enableOfflineQueue: false };
  const working = { url, maxRetriesPerRequest: null };
  return {
    queue: (name) => new bull.Queue(name, { prefix, connection: producing }),
    worker: (name, run, options) =>
      new bull.Worker(name, (job) => run(job.data), { prefix, connection: working, ...options }),
  };
}

function onPostgres(connectionString: string): BullClasses {
  const bull = withBackend(createPostgresBackend);
  const connection = { connectionString, schema: 'bullmq', migrate: true, max: 3 };
  return {
    queue: (name) => new bull.Queue(name, { connection }) as unknown as Queue,
    worker: (name, run, options) =>
      new bull.Worker(name, (job) => run(job.data), { connection, ...options }) as unknown as Worker,
  };
}
