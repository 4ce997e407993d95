import type { SystemTransaction, Transaction } from './transaction.js';

/** Opens transactions; the only way to the database for everything above the platform. */
export abstract class UnitOfWork {
  /**
   * One transaction as the application's role with the organization set. Commits when `work` resolves, else rolls back
   * and passes the error on.
   */
  abstract run<T>(organizationId: string, work: (tx: Transaction) => Promise<T>): Promise<T>;

  /** As `run`, and taken back when it is done: what `work` tells is exactly what it would have done. */
  async rehearse<T>(organizationId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.run<never>(organizationId, async (tx) => {
        throw new Rehearsed(await work(tx));
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.result as T;
      throw error;
    }
  }

  /** One transaction as the system role, which sees owed work, keys and connections of all organizations. */
  abstract runAsSystem<T>(work: (tx: SystemTransaction) => Promise<T>): Promise<T>;
}

/** Takes a transaction back and carries out of it what it did. */
class Rehearsed extends Error {
  constructor(readonly result: unknown) {
    super('rehearsed');
  }
}
