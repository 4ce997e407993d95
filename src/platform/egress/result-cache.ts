import type { FetchResult } from './fetch-result.js';

export interface CacheLimits {
  /** How long a document serves those who ask again. */
  freshMs: number;
  /** How long a failure does. */
  failureMs: number;
  maxEntries: number;
  /** Sum of all bodies. */
  maxBytes: number;
}

interface Entry {
  result: FetchResult;
  until: number;
  bytes: number;
}

/** Remembers results for a short while, and lets those who ask at the same time share one fetch. */
export class ResultCache {
  private readonly entries = new Map<string, Entry>();
  private readonly flights = new Map<string, Promise<FetchResult>>();
  private bytes = 0;

  /** @param elapsedMs a clock that never goes back, in milliseconds */
  constructor(
    private readonly limits: CacheLimits,
    private readonly elapsedMs: () => number,
  ) {}

  async get(key: string, load: () => Promise<FetchResult>): Promise<FetchResult> {
    const entry = this.entries.get(key);
    if (entry && this.elapsedMs() < entry.until) return entry.result;
    if (entry) this.drop(key, entry);
    const flight = this.flights.get(key);
    if (flight) return flight;
    const started = load().then((result) => {
      this.keep(key, result);
      return result;
    });
    this.flights.set(key, started);
    try {
      return await started;
    } finally {
      this.flights.delete(key);
    }
  }

  private keep(key: string, result: FetchResult): void {
    const bytes = result.ok ? result.document.body.length : 0;
    if (bytes > this.limits.maxBytes) return;
    const lifetime = result.ok ? this.limits.freshMs : this.limits.failureMs;
    this.entries.set(key, { result, bytes, until: this.elapsedMs() + lifetime });
    this.bytes += bytes;
    for (const [oldest, entry] of this.entries) {
      if (this.entries.size <= this.limits.maxEntries && this.bytes <= this.limits.maxBytes) return;
      this.drop(oldest, entry);
    }
  }

  private drop(key: string, entry: Entry): void {
    this.entries.delete(key);
    this.bytes -= entry.bytes;
  }
}
