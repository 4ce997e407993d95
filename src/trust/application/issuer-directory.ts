import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { IssuerRepository, type NameSource } from '../persistence/issuer.repository.js';

/** The issuers that the organization has met. */
@Injectable()
export class IssuerDirectory {
  constructor(
    private readonly issuers: IssuerRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the issuer's id in this organization */
  record(
    tx: Transaction,
    issuer: { identifier: string; name: string | null; nameSource: NameSource },
  ): Promise<string> {
    return this.issuers.record(tx, issuer, this.clock.now());
  }

  /** The issuer's id if it was met before; nothing is recorded. */
  idOf(tx: Transaction, identifier: string): Promise<string | undefined> {
    return this.issuers.idOf(tx, identifier);
  }
}
