import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { ApiKey } from '../domain/api-key.js';
import { ApiKeyRepository } from '../persistence/api-key.repository.js';

const WRITE_EVERY_MS = 10_000;

/** Notes when keys were last used, written together now and then so that a request costs no write. */
@Injectable()
export class KeyUsage implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('KeyUsage');
  private used = new Map<string, { key: ApiKey; at: Date }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.write(), WRITE_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  note(key: ApiKey): void {
    this.used.set(key.id, { key, at: this.clock.now() });
  }

  /** Writes what was noted since the last time; losing it would only make `lastUsedAt` older than it is. */
  async write(): Promise<void> {
    const uses = [...this.used.values()];
    if (uses.length === 0) return;
    this.used = new Map();
    await this.unitOfWork
      .runAsSystem((tx) => this.keys.markUsed(tx, uses))
      .catch((error: unknown) => this.logger.warn({ event: 'key-usage.not-written' }, String(error)));
  }
}
