import { Injectable } from '@nestjs/common';
import { problemOf } from '../../intake/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import type { HookOutcome } from '../domain/hook-outcome.js';

/** A refusal is an outcome like others: it undoes the effect but not the receipt, since a repeat would not help. */
@Injectable()
export class RunEffect {
  async run(tx: Transaction, effect: () => Promise<HookOutcome>): Promise<HookOutcome> {
    await tx.query('SAVEPOINT effect');
    try {
      return await effect();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT effect');
      return { status: 'rejected', problem: problemOf(error) };
    }
  }
}
