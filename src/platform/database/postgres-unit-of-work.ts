import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { isUuid } from '../ids/index.js';
import { Database } from './database.js';
import type { SystemTransaction, Transaction } from './transaction.js';
import { UnitOfWork } from './unit-of-work.js';

/** Transactions on a pool of connections; role and organization are set for the transaction, never for the connection. */
@Injectable()
export class PostgresUnitOfWork extends UnitOfWork {
  constructor(private readonly database: Database) {
    super();
  }

  override run<T>(organizationId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    // The id is written into the statement, so that begin, role and tenant are one round trip.
    if (!isUuid(organizationId)) throw new Error('an organization id is a uuid');
    const begin = `BEGIN; SET LOCAL ROLE credence_app; SET LOCAL app.organization_id = '${organizationId}'`;
    return this.inTransaction(begin, (tx) => work({ ...tx, organizationId }));
  }

  override runAsSystem<T>(work: (tx: SystemTransaction) => Promise<T>): Promise<T> {
    return this.inTransaction(`BEGIN; SET LOCAL ROLE credence_system`, work);
  }

  private async inTransaction<T>(begin: string, work: (tx: SystemTransaction) => Promise<T>): Promise<T> {
    const client = await this.database.pool.connect();
    const afterCommit: (() => void)[] = [];
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await work(transactionOn(client, afterCommit));
      await client.query('COMMIT');
      for (const run of afterCommit) run();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((e: Error) => (broken = e));
      throw error;
    } finally {
      // A connection that could not even roll back is thrown away, not handed to the next request.
      client.release(broken);
    }
  }
}

function transactionOn(client: PoolClient, afterCommit: (() => void)[]): SystemTransaction {
  return {
    async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
      const result = await client.query(sql, [...params]);
      return result.rows as Row[];
    },
    afterCommit(run: () => void): void {
      afterCommit.push(run);
    },
  };
}
