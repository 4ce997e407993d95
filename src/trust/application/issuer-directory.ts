import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { IssuerRepository, type MetIssuer } from '../persistence/issuer.repository.js';

/** The issuers that the organization has met. */
@Injectable()
export class IssuerDirectory {
  constructor(
    private readonly issuers: IssuerRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns the ids of the issuers in this organization, by their identifiers */
  async record(tx: Transaction, issuers: readonly MetIssuer[]): Promise<ReadonlyMap<string, string>> {
    const { ids, firstMet } = await this.issuers.record(tx, issuers, this.clock.now());
    await this.outbox.publishAll(
      tx,
      firstMet.map((identifier) => ({ topic: 'issuer.met', payload: { identifier } })),
    );
    return ids;
  }

  /** The ids of those that were met before, by their identifiers; nothing is recorded. */
  idsOf(tx: Transaction, identifiers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.issuers.idsOf(tx, identifiers);
  }
}
