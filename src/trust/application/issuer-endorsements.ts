import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { FoundEndorsement } from '../domain/issuer-endorsement.js';
import { IssuerEndorsementRepository } from '../persistence/issuer-endorsement.repository.js';
import { TrustChanges } from './trust-changes.js';

/** Endorsements of issuers, as verification finds them; whoever gains or loses one is told as `trust.changed`. */
@Injectable()
export class IssuerEndorsements {
  constructor(
    private readonly endorsements: IssuerEndorsementRepository,
    private readonly changes: TrustChanges,
  ) {}

  /** @param credentialIds documents that were verified, also those in which no endorsement was found */
  async found(
    tx: Transaction,
    credentialIds: readonly string[],
    found: readonly FoundEndorsement[],
    at: Date,
  ): Promise<void> {
    await this.changes.tellOfKeys(tx, await this.endorsements.replace(tx, credentialIds, found, at));
  }

  /** Documents were removed, and with them the endorsements that came in them. */
  async documentsGone(tx: Transaction): Promise<void> {
    await this.changes.tellOfKeys(tx, await this.endorsements.dropOrphans(tx));
  }

  /** What is decided about an issuer reaches those whom it endorses. */
  async endorserDecided(tx: Transaction, issuerId: string): Promise<void> {
    await this.changes.tellOfKeys(tx, await this.endorsements.endorsedBy(tx, issuerId));
  }
}
