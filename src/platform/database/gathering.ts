export interface GatheringLimits {
  /** Most that go together. */
  most: number;
  /** Groups under way at once; while so many are, those who come wait for the next one. */
  atOnce: number;
}

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/** What became of one of a group. */
export type Outcome<R> = { readonly ok: true; readonly result: R } | { readonly ok: false; readonly error: unknown };

/**
 * Lets those who come while others are served wait, and serves them together: one statement or one transaction for many
 * costs a fraction of one for each, and nobody waits when nobody else is there.
 */
export class Gathering<T, R> {
  private waiting: Waiting<T, R>[] = [];
  private underWay = 0;

  /** @param serve one outcome for each item, in their order; an error is every item's */
  constructor(
    private readonly serve: (items: readonly T[]) => Promise<readonly Outcome<R>[]>,
    private readonly limits: GatheringLimits,
  ) {}

  add(item: T): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      // Those who come in the same turn of the event loop go together from the first group on.
      if (this.waiting.length === 1) setImmediate(() => this.next());
    });
  }

  private next(): void {
    while (this.underWay < this.limits.atOnce && this.waiting.length > 0) {
      const group = this.waiting.splice(0, this.limits.most);
      this.underWay += 1;
      void this.serveGroup(group).finally(() => {
        this.underWay -= 1;
        this.next();
      });
    }
  }

  private async serveGroup(group: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const outcomes = await this.serve(group.map(({ item }) => item));
      for (const [index, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[index] ?? { ok: false, error: new Error('a group was served without one of it') };
        if (outcome.ok) resolve(outcome.result);
        else reject(outcome.error);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
