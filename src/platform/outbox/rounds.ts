/**
 * Runs a piece of work again and again, never two rounds at once: after `everyMs`, at once when it says there is more,
 * and soon when asked to.
 */
export class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = true;

  constructor(
    private readonly everyMs: number,
    private readonly round: () => Promise<boolean>,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.stopped = false;
    this.soon();
  }

  soon(): void {
    if (this.stopped) return;
    this.again = true;
    if (this.running === undefined) this.plan(0);
  }

  /** Resolves when the round that is running, if any, has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private plan(ms: number): void {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.run(), ms);
  }

  private run(): void {
    this.again = false;
    this.running = this.round()
      .then((more) => {
        this.again ||= more;
      })
      .catch((error: unknown) => {
        // A round that failed waits its full time: the store it needs is probably away.
        this.again = false;
        this.onError(error);
      })
      .finally(() => {
        this.running = undefined;
        this.plan(this.again ? 0 : this.everyMs);
      });
  }
}
