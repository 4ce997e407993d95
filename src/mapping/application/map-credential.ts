import { Injectable } from '@nestjs/common';
import { HoldingStore } from '../../candidates/index.js';
import { Clock } from '../../platform/clock/index.js';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { LevelMaps, type NumberedLevelMaps } from '../../scoring/index.js';
import { collectClaims } from '../domain/claims/collect-claims.js';
import { levelsIn } from '../domain/levels/levels-in.js';
import { achievementKeysIn } from '../domain/decisions/achievement-key.js';
import { applyRules } from '../domain/decisions/apply-rules.js';
import { claimKey } from '../domain/decisions/claim-key.js';
import { reaches } from '../domain/decisions/mapping-rule.js';
import { queriesFor } from '../domain/mapping/claim-queries.js';
import { mapClaims } from '../domain/mapping/map-claims.js';
import type { Mapping, MappingEvidence } from '../domain/mapping/mapping.js';
import { type LikelyMeanings, suggestUnmapped } from '../domain/mapping/suggest-unmapped.js';
import { type KeptMapping, reconcileMappings } from '../domain/mapping/reconcile-mappings.js';
import type { JsonObject } from '../domain/reading/json-value.js';
import { ClaimRepository, type LevelledClaim } from '../persistence/claim.repository.js';
import { MappingRepository } from '../persistence/mapping.repository.js';
import { MappingRuleRepository } from '../persistence/mapping-rule.repository.js';
import { CompetenciesShown } from './competencies-shown.js';
import { CompetencyIndex } from './competency-index.js';
import { CredentialsToMap } from './credential-to-map.js';
import { MappingSettings } from './mapping-settings.js';

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
    private readonly rules: MappingRuleRepository,
    private readonly levelMaps: LevelMaps,
    private readonly settings: MappingSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing for a credential that was not judged yet or was erased meanwhile.
   *
   * @param likely what is suggested for claims that fit nothing
   */
  async run(tx: Transaction, credentialId: string, likely: LikelyMeanings): Promise<void> {
    // Before any other lock, in the order of those who decide.
    await this.rules.holdStill(tx);
    const found = await this.credentials.hold(tx, credentialId);
    if (found === undefined) return;
    const claims = claimsIn(found.credential, await this.levelMaps.inForce(tx));
    await this.claims.replace(tx, credentialId, claims);
    const standing = await this.renewMappings(tx, credentialId, claims, found.verdict.issuerId, likely);
    const holdings = await this.shown.by(tx, found, claims, standing);
    await this.holdings.replaceForCredential(tx, { credentialId, candidateId: found.candidateId, holdings });
  }

  private async renewMappings(
    tx: Transaction,
    credentialId: string,
    claims: readonly LevelledClaim[],
    issuerId: string | null,
    likely: LikelyMeanings,
  ): Promise<KeptMapping[]> {
    const source = await this.index.find(tx, queriesFor(claims), await this.settings.inForce(tx));
    const found = await suggestUnmapped(mapClaims(claims, source), claims, likely);
    const derived = (await this.reviewed(tx, claims, found, issuerId)).map(asStored);
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

  /** What people decided comes before anything that was found. */
  private async reviewed(
    tx: Transaction,
    claims: readonly LevelledClaim[],
    derived: readonly Mapping[],
    issuerId: string | null,
  ): Promise<readonly Mapping[]> {
    const rules = await this.rules.reaching(tx, claims, issuerId);
    if (rules.length === 0) return derived;
    const ids = rules.flatMap(({ competencyId, rejectedCompetencyId }) => [competencyId, rejectedCompetencyId]);
    const named = ids.filter((id) => id !== null);
    const versions = {
      inForce: await this.index.versionsInForce(tx, named),
      last: await this.index.lastVersions(tx, named),
    };
    const rulesOn = (claimIndex: number) => {
      const claim = claims[claimIndex];
      return claim === undefined ? [] : rules.filter((rule) => reaches(rule, { ...claim, issuerId }));
    };
    return applyRules(claims, derived, rulesOn, versions);
  }
}

function claimsIn(credential: JsonObject | null, levelMaps: NumberedLevelMaps): LevelledClaim[] {
  if (credential === null) return [];
  const levelOf = levelsIn(credential, levelMaps);
  const achievementOf = achievementKeysIn(credential);
  return collectClaims(credential).map((claim) => ({
    ...claim,
    normalisedLevel: levelOf(claim),
    matchKey: claimKey(claim),
    achievementKey: achievementOf(claim),
  }));
}

/** With the words as the database keeps them: a mapping must equal its own row, or it would be made anew each time. */
const asStored = (mapping: Mapping): Mapping => ({
  ...mapping,
  evidence: JSON.parse(storableJson(mapping.evidence)) as MappingEvidence,
});
