import { Worker } from 'node:worker_threads';
import type { MeaningVector } from '../../domain/suggest/meaning-vectors.js';
import { ModelUnavailable } from './embedding-model.js';
import { MODEL_READY, type ModelAnswer } from './model-messages.js';

export interface ThreadLimits {
  /** Until the weights are in memory. */
  readonly loadMs: number;
  /** For one question, on a thread that is ready. */
  readonly questionMs: number;
}

interface Question {
  readonly texts: readonly string[];
  readonly resolve: (vectors: readonly MeaningVector[]) => void;
  readonly reject: (error: ModelUnavailable) => void;
}

/**
 * The model on a thread of its own, so that it holds up no request. One question at a time; a thread that takes too long
 * or breaks is given up with the question, and the next question gets a new one. It does not keep the process alive.
 */
export class ModelThread {
  private worker: Worker | undefined;
  private isReady = false;
  private question: Question | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** @param file what runs on the thread */
  constructor(
    private readonly file: URL,
    private readonly limits: ThreadLimits,
  ) {}

  /** Reads the weights, so that the first question need not wait for it. */
  start(): void {
    if (this.worker !== undefined) return;
    // What the process was started with (inspectors, loaders) is not for this thread.
    const worker = new Worker(this.file, { execArgv: [], name: 'embedding' });
    this.worker = worker;
    this.limitTo(this.limits.loadMs, 'its weights take too long to read');
    worker.unref();
    worker.on('message', (said: typeof MODEL_READY | ModelAnswer) => this.hear(worker, said));
    worker.on('error', (error: Error) => this.lose(worker, error));
    worker.on('exit', (code) => this.lose(worker, new Error(`its thread ended with ${code}`)));
  }

  /**
   * Only when the answer to the question before is there.
   *
   * @throws {ModelUnavailable}
   */
  ask(texts: readonly string[]): Promise<readonly MeaningVector[]> {
    return new Promise((resolve, reject) => {
      this.question = { texts, resolve, reject };
      this.start();
      if (this.isReady) this.put();
    });
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.fail(new ModelUnavailable('the service is shutting down'));
    await worker?.terminate();
  }

  private put(): void {
    if (this.question === undefined) return;
    this.limitTo(this.limits.questionMs, 'it takes too long');
    this.worker?.postMessage(this.question.texts);
  }

  private hear(worker: Worker, said: typeof MODEL_READY | ModelAnswer): void {
    if (worker !== this.worker) return;
    clearTimeout(this.timer);
    if (said === MODEL_READY) {
      this.isReady = true;
      return this.put();
    }
    const { question } = this;
    this.question = undefined;
    if ('vectors' in said) question?.resolve(said.vectors);
    else question?.reject(new ModelUnavailable(said.failure));
  }

  private lose(worker: Worker, cause: Error): void {
    if (worker === this.worker) this.fail(new ModelUnavailable(cause.message, { cause }));
  }

  private limitTo(ms: number, reason: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      void this.worker?.terminate();
      this.fail(new ModelUnavailable(reason));
    }, ms);
  }

  private fail(error: ModelUnavailable): void {
    clearTimeout(this.timer);
    this.worker = undefined;
    this.isReady = false;
    const { question } = this;
    this.question = undefined;
    question?.reject(error);
  }
}
