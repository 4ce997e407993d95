interface Waiting {
  host: string;
  enter: () => void;
}

/** Lets only so many pass at once, per host and in all; the others wait in order, or until their signal ends. */
export class HostGate {
  private readonly inside = new Map<string, number>();
  private readonly waiting = new Set<Waiting>();
  private total = 0;

  constructor(
    private readonly maxPerHost: number,
    private readonly maxTotal: number,
  ) {}

  /** Runs `work` once there is room; rejects with the signal's reason when that comes first. */
  async pass<T>(host: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.enter(host, signal);
    try {
      return await work();
    } finally {
      this.leave(host);
    }
  }

  private async enter(host: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.hasRoomFor(host)) return this.take(host);
    await new Promise<void>((resolve, reject) => {
      const onAbort = () => {
        this.waiting.delete(one);
        reject(signal.reason as Error);
      };
      const one: Waiting = {
        host,
        enter: () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      this.waiting.add(one);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  private leave(host: string): void {
    const left = (this.inside.get(host) ?? 1) - 1;
    if (left === 0) this.inside.delete(host);
    else this.inside.set(host, left);
    this.total -= 1;
    for (const next of this.waiting) {
      if (this.total >= this.maxTotal) return;
      if (!this.hasRoomFor(next.host)) continue;
      this.waiting.delete(next);
      this.take(next.host);
      next.enter();
    }
  }

  private hasRoomFor(host: string): boolean {
    return this.total < this.maxTotal && (this.inside.get(host) ?? 0) < this.maxPerHost;
  }

  private take(host: string): void {
    this.inside.set(host, (this.inside.get(host) ?? 0) + 1);
    this.total += 1;
  }
}
