import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { Holding } from '../domain/holding.js';
import { type HolderCount, HoldingRepository } from '../persistence/holding.repository.js';

/** The holdings of a credential are always replaced as a whole; a repeat with the same holdings changes nothing. */
@Injectable()
export class HoldingStore {
  constructor(
    private readonly holdings: HoldingRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @returns whether anything changed; only then is the change told */
  async replaceForCredential(
    tx: Transaction,
    of: { credentialId: string; candidateId: string; holdings: readonly Holding[] },
  ): Promise<boolean> {
    const changed = await this.holdings.replace(tx, of.credentialId, of.candidateId, of.holdings);
    if (changed) await this.changed(tx, of.candidateId);
    return changed;
  }

  /** Tells a change of the candidate's holdings; it is counted, and their pack renewed, when the transaction commits. */
  async changed(tx: Transaction, candidateId: string): Promise<void> {
    await this.outbox.publish(tx, { topic: 'holdings.changed', payload: { candidateId } });
  }

  holders(tx: Transaction, competencyId: string, at: Date): Promise<HolderCount> {
    return this.holdings.holders(tx, competencyId, at);
  }

  sequence(tx: Transaction): Promise<number> {
    return this.holdings.sequence(tx);
  }
}
