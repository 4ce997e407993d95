import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { BulkReader } from '../../../platform/bulk-read/index.js';
import { Config } from '../../../platform/config/index.js';
import { Database } from '../../../platform/database/index.js';
import type { IndexAnswer, IndexAsk } from './index-ask.js';
import { IndexHost } from './index-host.js';
import { startKernel } from './start-kernel.js';

export interface IndexThreadSettings {
  readonly url: string;
  readonly budgetBytes: number;
}

interface Waiting {
  readonly resolve: (answer: IndexAnswer | null) => void;
  readonly reject: (error: Error) => void;
}

const MIB = 1024 * 1024;

/**
 * The indexes of this process, in a thread of their own that starts with the first question. Uncompiled sources, as tests
 * have them, cannot be a thread; there the indexes are in this one.
 */
@Injectable()
export class IndexThread implements OnApplicationShutdown {
  private readonly settings: IndexThreadSettings;
  private worker: Worker | null = null;
  private inline: { host: IndexHost; reader: BulkReader } | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  /** @param entry of the thread; its own when absent */
  constructor(
    database: Database,
    config: Config,
    @Optional() private readonly entry: string = fileURLToPath(new URL('./ranking-worker.js', import.meta.url)),
  ) {
    this.settings = { url: database.url, budgetBytes: config.rankingIndexMib * MIB };
  }

  /**
   * @returns null when the index cannot answer now
   * @throws what kept the thread from answering; the next question starts it again if it ended
   */
  async ask(ask: IndexAsk): Promise<IndexAnswer | null> {
    if (this.settings.budgetBytes === 0) return null;
    const { entry } = this;
    if (!existsSync(entry)) return this.inThisThread().answer(ask);
    this.worker ??= this.start(entry);
    const { worker } = this;
    const id = (this.lastId += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, ask });
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
    await this.inline?.reader.close();
  }

  private inThisThread(): IndexHost {
    const reader = this.inline?.reader ?? new BulkReader(this.settings.url);
    this.inline ??= { host: new IndexHost(reader, startKernel(), this.settings.budgetBytes), reader };
    return this.inline.host;
  }

  private start(entry: string): Worker {
    const worker = new Worker(entry, { workerData: this.settings, name: 'ranking' });
    worker.on('message', ({ id, answer, error }: { id: number; answer?: IndexAnswer | null; error?: string }) => {
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      // Only questions keep the process alive, not the thread itself.
      if (this.waiting.size === 0) worker.unref();
      if (error !== undefined) waiting?.reject(new Error(error));
      else waiting?.resolve(answer ?? null);
    });
    worker.on('error', (error: Error) => this.ended(worker, error));
    worker.on('exit', () => this.ended(worker, new Error('the ranking thread ended')));
    return worker;
  }

  private ended(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
