import { Worker } from 'node:worker_threads';
import type { CanonicalForm, CanonicalOptions } from '../../domain/json-ld/canonical-form.js';
import type { ContextLibrary } from '../../domain/json-ld/pinned-contexts.js';
import { laneReady, type LaneQuestion, type LaneSetting } from './lane-messages.js';

export interface LaneLimits {
  /** For one document, from the moment its turn comes on a thread that is ready. */
  timeMs: number;
  /** Heap of the thread, in MiB. */
  memoryMb: number;
}

/** The largest document that passes the limits of its form takes a few hundred milliseconds. */
export const laneLimits: LaneLimits = { timeMs: 5_000, memoryMb: 256 };

interface Waiting extends LaneQuestion {
  readonly resolve: (form: CanonicalForm) => void;
  readonly reject: (error: Error) => void;
}

const gaveUp: CanonicalForm = {
  ok: false,
  kind: 'unsupported',
  code: 'too-complex',
  detail: 'the graph takes too long or too much memory to canonicalize',
};

/**
 * The JSON-LD library on a thread of its own, so that a document made to take long holds up nothing else. One document
 * at a time; one that is over the limit of time or memory is given up and the thread with it, and the next document
 * gets a new one. The thread starts with the first document and does not keep the process alive.
 */
export class GeneralLane {
  private readonly waiting: Waiting[] = [];
  private worker: Worker | undefined;
  private isReady = false;
  private current: Waiting | undefined;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param file what runs on the thread
   * @param contexts those of the operator, which every document may use
   */
  constructor(
    private readonly file: URL | string,
    private readonly contexts: ContextLibrary,
    private readonly limits: LaneLimits = laneLimits,
  ) {}

  /** @throws when the thread cannot be started or breaks for a reason that lies in no document */
  canonicalize(document: object, { rdfDirection, labelHash }: CanonicalOptions): Promise<CanonicalForm> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ document, reading: { rdfDirection, labelHash }, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    await this.drop();
    const stopped = new Error('the service is shutting down');
    for (const { reject } of [...(this.current ? [this.current] : []), ...this.waiting.splice(0)]) reject(stopped);
    this.current = undefined;
  }

  private next(): void {
    if (this.current) return;
    const next = this.waiting.shift();
    if (!next) return;
    this.current = next;
    if (this.isReady) this.ask(next);
    else this.worker ??= this.start();
  }

  private ask({ document, reading }: Waiting): void {
    this.timer = setTimeout(() => this.giveUp(), this.limits.timeMs);
    this.worker?.postMessage({ document, reading } satisfies LaneQuestion);
  }

  private start(): Worker {
    const worker = new Worker(this.file, {
      workerData: { contexts: [...this.contexts] } satisfies LaneSetting,
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb, maxYoungGenerationSizeMb: 32 },
      // What the process was started with (inspectors, loaders) is not for this thread.
      execArgv: [],
    });
    worker.unref();
    worker.on('message', (said: CanonicalForm | typeof laneReady) => this.hear(worker, said));
    worker.on('error', (error: Error) => this.fail(worker, error));
    worker.on('exit', (code) => this.fail(worker, new Error(`the thread of the general lane ended with ${code}`)));
    return worker;
  }

  private hear(worker: Worker, said: CanonicalForm | typeof laneReady): void {
    if (worker !== this.worker) return;
    if (said !== laneReady) return this.finish((waiting) => waiting.resolve(said));
    this.isReady = true;
    if (this.current) this.ask(this.current);
  }

  private giveUp(): void {
    void this.drop();
    this.finish((waiting) => waiting.resolve(gaveUp));
  }

  private fail(worker: Worker, error: Error): void {
    if (worker !== this.worker) return;
    this.forget();
    const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.finish((waiting) => (isMemory ? waiting.resolve(gaveUp) : waiting.reject(error)));
  }

  private finish(settle: (waiting: Waiting) => void): void {
    clearTimeout(this.timer);
    const done = this.current;
    this.current = undefined;
    if (done) settle(done);
    this.next();
  }

  private async drop(): Promise<void> {
    const worker = this.worker;
    this.forget();
    clearTimeout(this.timer);
    await worker?.terminate();
  }

  private forget(): void {
    this.worker = undefined;
    this.isReady = false;
  }
}
