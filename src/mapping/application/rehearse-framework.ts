import { Injectable } from '@nestjs/common';
import type { FrameworkDiff } from '../../frameworks/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { LikelyMeanings } from '../domain/mapping/suggest-unmapped.js';
import { FrameworkReachRepository } from '../persistence/framework-reach.repository.js';
import { LikelyMeaningsSource } from './likely-meanings.js';
import { MapCredential } from './map-credential.js';
import { MOST_REHEARSED } from './rehearse-decisions.js';

/** Mappings as a new version of a framework would make them, in a transaction that is taken back. */
@Injectable()
export class RehearseFramework {
  constructor(
    private readonly reach: FrameworkReachRepository,
    private readonly map: MapCredential,
    private readonly likely: LikelyMeaningsSource,
  ) {}

  /** What mapping needs in memory, read before the transaction so that it does not wait for it. */
  likelyMeanings(organizationId: string): Promise<LikelyMeanings> {
    return this.likely.ofOrganization(organizationId);
  }

  /** Ids of the credentials that may mean something else; one more than {@link MOST_REHEARSED} where there are more. */
  credentialIds(tx: Transaction, diff: FrameworkDiff): Promise<string[]> {
    const { added, relabelled, alternativeLabelsChanged, replaced, removed } = diff;
    const changed = [...added, ...relabelled, ...alternativeLabelsChanged, ...replaced, ...removed];
    const uris = [...changed.map(({ uri }) => uri), ...replaced.map(({ by }) => by)];
    const labels = [...added.map(({ label }) => label), ...relabelled.map(({ after }) => after)];
    return this.reach.credentialIds(tx, { uris, labels }, MOST_REHEARSED + 1);
  }

  async mapAgain(tx: Transaction, credentialIds: readonly string[], likely: LikelyMeanings): Promise<void> {
    for (const id of credentialIds) await this.map.run(tx, id, likely);
  }
}
