import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Endorsement } from '../domain/issuer-endorsement.js';
import { registryKey } from '../domain/registries/registry-key.js';
import {
  answerOf,
  type Disagreement,
  disagreementsAmong,
  type RegistryAnswer,
} from '../domain/registries/registry-standing.js';
import { IssuerEndorsementRepository } from '../persistence/issuer-endorsement.repository.js';
import { TrustRegistryRepository } from '../persistence/trust-registry.repository.js';
import { type LookAlike, LookAlikes } from './look-alikes.js';

/** What others say about an issuer. */
export interface IssuerStanding {
  /** One for each registry of the organization, in the order of registering. */
  readonly registries: readonly RegistryAnswer[];
  readonly disagreements: readonly Disagreement[];
  /** Issuers that are believed more and that somebody could take this one for; for a person to judge. */
  readonly lookAlikes: readonly LookAlike[];
  /** Genuine endorsements of the issuer, those that count first; at most 50. */
  readonly endorsements: readonly Endorsement[];
}

/** Gathers what others say about an issuer, from what was last read; nobody is asked for it. */
@Injectable()
export class IssuerStandings {
  constructor(
    private readonly registries: TrustRegistryRepository,
    private readonly endorsements: IssuerEndorsementRepository,
    private readonly lookAlikes: LookAlikes,
    private readonly clock: Clock,
  ) {}

  /**
   * @param identifier as the issuer goes by in credentials
   * @param names all that it calls itself
   */
  async of(tx: Transaction, identifier: string, names: readonly (string | null)[]): Promise<IssuerStanding> {
    const stored = await this.registries.answersAbout(tx, registryKey(identifier));
    const now = this.clock.now();
    const registries = stored.map((one) => answerOf(one, now));
    const endorsements = await this.endorsements.of(tx, registryKey(identifier));
    const lookAlikes = await this.lookAlikes.of(tx, identifier, names);
    return { registries, disagreements: disagreementsAmong(registries), lookAlikes, endorsements };
  }
}
