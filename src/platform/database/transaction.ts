/** A running database transaction. Positions in `sql` are `$1`, `$2`... */
export interface SystemTransaction {
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Runs once the transaction is committed, never when it is rolled back. */
  afterCommit(run: () => void): void;
}

/** A transaction that sees the rows of one organization and no others. */
export interface Transaction extends SystemTransaction {
  readonly organizationId: string;
}
