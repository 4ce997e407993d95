import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/index.js';
import { withDeadline } from '../queue/index.js';

const ANSWER_WITHIN_MS = 2_000;

export interface ReadinessReport {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, 'ok' | 'failing'>>;
}

/**
 * Whether this process should get requests. The queue store is not asked: without it requests are still taken and the
 * work waits in PostgreSQL.
 */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(private readonly database: Database) {}

  async report(): Promise<ReadinessReport> {
    const database = await withDeadline(this.database.pool.query('SELECT 1'), ANSWER_WITHIN_MS, 'no answer').then(
      () => 'ok' as const,
      () => 'failing' as const,
    );
    return { ready: database === 'ok' && !this.stopping, checks: { database } };
  }

  /** From here on load balancers send no more, while what runs is still answered. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }
}
