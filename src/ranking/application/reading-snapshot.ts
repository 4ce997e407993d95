import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';

/** Reading in several statements that all see the same instant of the database, so that parts of an answer agree. */
@Injectable()
export class ReadingSnapshot {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  run<T>(organizationId: string, read: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(organizationId, async (tx) => {
      // Allowed as long as no statement has read anything yet.
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      return read(tx);
    });
  }
}
