import { Injectable } from '@nestjs/common';
import { HoldingStore } from '../../candidates/index.js';
import { Clock } from '../../platform/clock/index.js';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { collectClaims } from '../domain/claims/collect-claims.js';
import type { Claim } from '../domain/claims/claim.js';
import { levelsIn } from '../domain/levels/levels-in.js';
import { queriesFor } from '../domain/mapping/claim-queries.js';
import { mapClaims } from '../domain/mapping/map-claims.js';
import type { Mapping, MappingEvidence } from '../domain/mapping/mapping.js';
import { type KeptMapping, reconcileMappings } from '../domain/mapping/reconcile-mappings.js';
import type { JsonObject } from '../domain/reading/json-value.js';
import { ClaimRepository, type LevelledClaim } from '../persistence/claim.repository.js';
import { MappingRepository } from '../persistence/mapping.repository.js';
import { CompetenciesShown } from './competencies-shown.js';
import { CompetencyIndex } from './competency-index.js';
import { CredentialsToMap } from './credential-to-map.js';

/**
 * From what a credential states over what it means to what its candidate holds, all in one transaction. Always computed
 * as a whole from what is known now, so that doing it again changes nothing unless something else has changed.
 */
@Injectable()
export class MapCredential {
  constructor(
    private readonly credentials: CredentialsToMap,
    private readonly index: CompetencyIndex,
    private readonly shown: CompetenciesShown,
    private readonly holdings: HoldingStore,
    private readonly claims: ClaimRepository,
    private readonly mappings: MappingRepository,
    private readonly clock: Clock,
  ) {}

  /** Does nothing for a credential that was not judged yet or was erased meanwhile. */
  async run(tx: Transaction, credentialId: string): Promise<void> {
    const found = await this.credentials.hold(tx, credentialId);
    if (found === undefined) return;
    const claims = claimsIn(found.credential);
    await this.claims.replace(tx, credentialId, claims);
    const standing = await this.renewMappings(tx, credentialId, claims);
    const holdings = await this.shown.by(tx, found, claims, standing);
    await this.holdings.replaceForCredential(tx, { credentialId, candidateId: found.candidateId, holdings });
  }

  private async renewMappings(tx: Transaction, credentialId: string, claims: readonly Claim[]): Promise<KeptMapping[]> {
    const source = await this.index.find(tx, queriesFor(claims));
    const derived = mapClaims(claims, source).map(asStored);
    const current = await this.mappings.current(tx, credentialId);
    const { unchanged, superseded, added } = reconcileMappings(current, derived, claims);
    const at = this.clock.now();
    const made = added.map((mapping) => ({ ...mapping, id: newId() }));
    await this.mappings.supersede(
      tx,
      superseded.map(({ id }) => id),
      at,
    );
    await this.mappings.insert(tx, credentialId, made, at);
    return [...unchanged, ...made];
  }
}

function claimsIn(credential: JsonObject | null): LevelledClaim[] {
  if (credential === null) return [];
  const levelOf = levelsIn(credential);
  return collectClaims(credential).map((claim) => ({ ...claim, normalisedLevel: levelOf(claim) }));
}

/** With the words as the database keeps them: a mapping must equal its own row, or it would be made anew each time. */
const asStored = (mapping: Mapping): Mapping => ({
  ...mapping,
  evidence: JSON.parse(storableJson(mapping.evidence)) as MappingEvidence,
});
