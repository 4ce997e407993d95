import type { SystemTransaction, Transaction } from './transaction.js';

/** Opens transactions; the only way to the database for everything above the platform. */
export abstract class UnitOfWork {
  /**
   * One transaction as the application's role with the organization set. Commits when `work` resolves, else rolls back
   * and passes the error on.
   */
  abstract run<T>(organizationId: string, work: (tx: Transaction) => Promise<T>): Promise<T>;

  /** One transaction as the system role, which sees owed work, keys and connections of all organizations. */
  abstract runAsSystem<T>(work: (tx: SystemTransaction) => Promise<T>): Promise<T>;
}
