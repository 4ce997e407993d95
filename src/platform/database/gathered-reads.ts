import { Gathering, type Outcome } from './gathering.js';
import type { Transaction } from './transaction.js';
import type { UnitOfWork } from './unit-of-work.js';

interface Wanted {
  readonly organizationId: string;
  readonly key: string;
}

/**
 * Reads by key that are asked for one by one and made together: one transaction for all keys of an organization that are
 * wanted at the same time.
 */
export class GatheredReads<R> {
  private readonly reads = new Gathering<Wanted, R | undefined>((wanted) => this.readAll(wanted), {
    most: 50,
    atOnce: 2,
  });

  /** @param read what there is, by key */
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: (tx: Transaction, keys: readonly string[]) => Promise<ReadonlyMap<string, R>>,
  ) {}

  of(organizationId: string, key: string): Promise<R | undefined> {
    return this.reads.add({ organizationId, key });
  }

  private async readAll(wanted: readonly Wanted[]): Promise<Outcome<R | undefined>[]> {
    const organizations = [...new Set(wanted.map(({ organizationId }) => organizationId))];
    const found = new Map<string, Outcome<ReadonlyMap<string, R>>>();
    for (const organizationId of organizations) {
      const keys = wanted.filter((one) => one.organizationId === organizationId).map(({ key }) => key);
      found.set(organizationId, await this.readOne(organizationId, [...new Set(keys)]));
    }
    return wanted.map(({ organizationId, key }): Outcome<R | undefined> => {
      const outcome = found.get(organizationId);
      return outcome?.ok ? { ok: true, result: outcome.result.get(key) } : (outcome ?? { ok: true, result: undefined });
    });
  }

  private async readOne(organizationId: string, keys: readonly string[]): Promise<Outcome<ReadonlyMap<string, R>>> {
    try {
      return { ok: true, result: await this.unitOfWork.run(organizationId, (tx) => this.read(tx, keys)) };
    } catch (error) {
      return { ok: false, error };
    }
  }
}
