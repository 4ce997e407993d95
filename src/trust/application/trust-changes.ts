import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { RegistryEntryRepository } from '../persistence/registry-entry.repository.js';

/** Tells that the word of issuers may be worth something else, so that holdings and rankings follow. */
@Injectable()
export class TrustChanges {
  constructor(
    private readonly entries: RegistryEntryRepository,
    private readonly outbox: Outbox,
  ) {}

  tell(tx: Transaction, issuerIds: readonly string[]): Promise<void> {
    return this.outbox.publishAll(
      tx,
      issuerIds.map((issuerId) => ({ topic: 'trust.changed', payload: { issuerId } })),
    );
  }

  /** @param identifiers registry keys; those that were never met are passed over */
  async tellOfKeys(tx: Transaction, identifiers: readonly string[]): Promise<void> {
    await this.tell(tx, await this.entries.met(tx, identifiers));
  }
}
