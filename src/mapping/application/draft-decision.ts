import { Injectable } from '@nestjs/common';
import { CompetencyResolver, Crosswalks } from '../../frameworks/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Conflict, Invalid, NotFound } from '../../platform/errors/index.js';
import { collectClaims } from '../domain/claims/collect-claims.js';
import { achievementKeysIn } from '../domain/decisions/achievement-key.js';
import { claimKey } from '../domain/decisions/claim-key.js';
import { type Decision, type DecisionScope, reaches, type ReviewRelation } from '../domain/decisions/mapping-rule.js';
import { identifierKeysOf } from '../domain/mapping/claim-queries.js';
import { type KeptRule, MappingRuleRepository } from '../persistence/mapping-rule.repository.js';
import { MappingRepository, type StandingMapping } from '../persistence/mapping.repository.js';
import { CredentialsToMap } from './credential-to-map.js';

export interface DecisionCommand {
  readonly decision: Decision;
  /** Only for `correct`. */
  readonly competencyId?: string | undefined;
  readonly scope: DecisionScope;
  readonly reason: string;
  /**
   * What accepting or correcting also says where the claim identifies a competency that no framework has: close to the one
   * chosen when absent, exactly the same, or nothing.
   */
  readonly crosswalk?: ReviewRelation | 'none' | undefined;
}

/** A decision as a rule, before somebody has taken it. */
export type DraftRule = Omit<KeptRule, 'id' | 'isProposed' | 'decidedBy' | 'decidedAt' | 'confirmedBy' | 'confirmedAt'>;

/** What a decision on a mapping says of the claim behind it, and how far it reaches. */
@Injectable()
export class DraftDecision {
  constructor(
    private readonly mappings: MappingRepository,
    private readonly rules: MappingRuleRepository,
    private readonly credentials: CredentialsToMap,
    private readonly competencies: CompetencyResolver,
    private readonly crosswalks: Crosswalks,
  ) {}

  /**
   * @throws {NotFound} for an unknown mapping, or a competency that no framework in force has
   * @throws {Conflict} when the mapping no longer stands
   * @throws {Invalid} when there is nothing to accept or reject, or the scope cannot be told
   */
  async of(tx: Transaction, mappingId: string, command: DecisionCommand): Promise<DraftRule> {
    const mapping = await this.mappings.find(tx, mappingId);
    if (mapping === undefined) throw new NotFound('mapping');
    const { decision, scope, reason } = command;
    const meaning = await this.meaning(tx, mapping, command);
    const { claim, identifies, ...place } = await this.placeOf(tx, mapping);
    if (scope !== 'everywhere' && place.issuerId === null) {
      throw new Invalid('issuer-unknown', 'Nothing shows who issued the credential; decide for everywhere.');
    }
    if (scope === 'achievement' && place.achievementKey === null) {
      throw new Invalid('achievement-unknown', 'The claim belongs to no one achievement; choose a wider scope.');
    }
    const reached = {
      matchKey: place.matchKey,
      issuerId: scope === 'everywhere' ? null : place.issuerId,
      achievementKey: scope === 'achievement' ? place.achievementKey : null,
    };
    const before = await this.ruleBehind(tx, mapping);
    const overrides = before !== undefined && reaches(before, place) ? before.id : null;
    const crosswalk = await this.crosswalkOf(tx, identifies, meaning, command);
    return { decision, scope, reason, claim, overrides, method: mapping.method, ...meaning, ...reached, ...crosswalk };
  }

  private async crosswalkOf(
    tx: Transaction,
    key: string | undefined,
    { competencyId }: Pick<KeptRule, 'competencyId'>,
    { crosswalk = 'close' }: DecisionCommand,
  ): Promise<Pick<KeptRule, 'crosswalkRelation' | 'crosswalkKey'>> {
    if (
      key === undefined ||
      competencyId === null ||
      crosswalk === 'none' ||
      !(await this.crosswalks.isForeign(tx, key))
    ) {
      return { crosswalkRelation: null, crosswalkKey: null };
    }
    return { crosswalkRelation: crosswalk, crosswalkKey: key };
  }

  private async meaning(
    tx: Transaction,
    { competencyId: current }: StandingMapping,
    { decision, competencyId: named }: DecisionCommand,
  ): Promise<Pick<KeptRule, 'competencyId' | 'rejectedCompetencyId'>> {
    const wanted = decision === 'correct' ? (named ?? null) : current;
    if (wanted === null) {
      throw new Invalid('nothing-to-decide', 'The claim was taken for no competency; correct it to name one.');
    }
    if (decision === 'reject') return { competencyId: null, rejectedCompetencyId: wanted };
    const competency = (await this.competencies.byIds(tx, [wanted])).get(wanted);
    if (competency === undefined && decision === 'accept') {
      throw new Invalid(
        'competency-removed',
        'The framework no longer has it; reject it, or correct it to another one.',
      );
    }
    if (competency === undefined) throw new NotFound('competency');
    if (!competency.assignable || competency.type === 'occupation') {
      throw new Invalid('competency-not-assignable', 'Nobody holds this entry as a skill: it is a heading or a job.');
    }
    const isAnother = decision === 'correct' && current !== competency.id;
    return { competencyId: competency.id, rejectedCompetencyId: isAnother ? current : null };
  }

  /** Read from the document as mapping reads it, so that both find the same keys. */
  private async placeOf(tx: Transaction, { credentialId, claimIndex, evidence, isPast }: StandingMapping) {
    const found = isPast ? undefined : await this.credentials.hold(tx, credentialId);
    const credential = found?.credential ?? null;
    const claim = credential === null ? undefined : collectClaims(credential)[claimIndex];
    if (found === undefined || credential === null || claim?.jsonPath !== evidence.jsonPath) {
      throw new Conflict('mapping-superseded', 'The mapping no longer stands; look at the list again.');
    }
    return {
      claim: { text: claim.text === '' ? null : claim.text, uri: claim.uri ?? null, code: claim.code ?? null },
      // A program's guess at an identifier is nobody's word on what the two are to each other.
      identifies: claim.origin === 'machine' ? undefined : identifierKeysOf(claim)[0],
      matchKey: claimKey(claim),
      achievementKey: achievementKeysIn(credential)(claim),
      issuerId: found.verdict.issuerId,
    };
  }

  private ruleBehind(tx: Transaction, { evidence }: StandingMapping): Promise<KeptRule | undefined> {
    return evidence.ruleId === undefined ? Promise.resolve(undefined) : this.rules.find(tx, evidence.ruleId);
  }
}
