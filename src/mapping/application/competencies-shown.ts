import { Injectable } from '@nestjs/common';
import type { Holding } from '../../candidates/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { LevelMaps, ScoringPolicies } from '../../scoring/index.js';
import { TrustPolicy } from '../../trust/index.js';
import type { Claim } from '../domain/claims/claim.js';
import { holdingsFrom, type AcceptableMapping, type HoldingDraft } from '../domain/holdings/holdings-from.js';
import { DEFAULT_SCALE } from '../domain/levels/proficiency-scale.js';
import { levelsIn } from '../domain/levels/levels-in.js';
import type { KeptMapping } from '../domain/mapping/reconcile-mappings.js';
import { proofGrade } from '../domain/proof/proof-of.js';
import { isOneOf } from '../domain/proof/same-party.js';
import { CompetencyIndex } from './competency-index.js';
import type { CredentialToMap } from './credential-to-map.js';

/** What a credential gives its candidate, once it is known what its claims mean. */
@Injectable()
export class CompetenciesShown {
  constructor(
    private readonly trust: TrustPolicy,
    private readonly policies: ScoringPolicies,
    private readonly levelMaps: LevelMaps,
    private readonly index: CompetencyIndex,
  ) {}

  /** @param mappings those that stand, each with the id it is kept under */
  async by(
    tx: Transaction,
    { credential, verdict, holderIds }: CredentialToMap,
    claims: readonly Claim[],
    mappings: readonly KeptMapping[],
  ): Promise<Holding[]> {
    if (credential === null) return [];
    const issuer = verdict.issuerIdentifier;
    const policy = await this.policies.inForce(tx);
    const levelMaps = await this.levelMaps.inForce(tx);
    const tierOf = await this.trust.tierOf(tx, verdict.issuerId, isOneOf(issuer, holderIds));
    const trustFor = (competencyId: string) => {
      const tier = tierOf(competencyId);
      return { tier, percent: policy.tiers[tier] };
    };
    const proof = proofGrade(credential, { issuerId: issuer, subjectIds: holderIds }, policy.ladder);
    const ids = new Set(mappings.flatMap((mapping) => mapping.competencyId ?? []));
    const drafts = byTopLevel(mappings, await this.index.topLevels(tx, [...ids])).flatMap(([levels, group]) => {
      const levelOf = levelsIn(credential, levelMaps, levels);
      return holdingsFrom({ credential, claims, mappings: group, judged: verdict, proof, levelOf, trustFor });
    });
    const idOf = new Map<AcceptableMapping, string>(mappings.map((mapping) => [mapping, mapping.id]));
    const { validFrom, validUntil } = verdict;
    return drafts.map((draft) => ({
      ...holdingOf(draft),
      mappingId: idOf.get(draft.mapping) ?? null,
      validFrom,
      validUntil,
    }));
  }
}

/** Mappings to competencies whose levels are counted alike; without a scale of its own a competency has the usual one. */
function byTopLevel(
  mappings: readonly KeptMapping[],
  topLevels: ReadonlyMap<string, number>,
): [number, KeptMapping[]][] {
  const groups = new Map<number, KeptMapping[]>();
  for (const mapping of mappings) {
    const levels = topLevels.get(mapping.competencyId ?? '') ?? DEFAULT_SCALE.levels;
    groups.set(levels, [...(groups.get(levels) ?? []), mapping]);
  }
  return [...groups];
}

function holdingOf(draft: HoldingDraft): Omit<Holding, 'mappingId' | 'validFrom' | 'validUntil'> {
  const { level: value, ...levelSource } = draft.level;
  const { percent, ...proofSource } = draft.proof;
  return {
    competencyId: draft.competencyId,
    verdict: draft.verdict,
    level: value,
    levelSource,
    proof: percent,
    proofSource,
    trust: draft.trust.percent,
    tier: draft.trust.tier,
    strength: draft.strength,
    jsonPath: draft.jsonPath,
    frameworkVersionId: draft.frameworkVersionId,
  };
}
