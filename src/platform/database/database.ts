import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

// bigint columns hold counters far below 2^53; as text they would need converting everywhere.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

/** The pool of connections to PostgreSQL, as the login of DATABASE_URL; roles are taken per transaction. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly pool: pg.Pool;

  constructor(
    readonly url: string,
    options: { maxConnections?: number } = {},
  ) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: options.maxConnections ?? 20,
      connectionTimeoutMillis: 10_000,
      application_name: 'credence',
    });
    // A connection that breaks (server restart) is replaced by the pool, and whoever used it is told by the next statement.
    // Without listeners it would end the process: one for idle connections, one for those between two statements.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Waits for running work elsewhere to be done, so it is closed last. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
