import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { CompetencyResolver } from '../../frameworks/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Conflict, DomainError, Invalid, NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { collectClaims } from '../domain/claims/collect-claims.js';
import { achievementKeysIn } from '../domain/decisions/achievement-key.js';
import { claimKey } from '../domain/decisions/claim-key.js';
import { type Decision, type DecisionScope, reaches } from '../domain/decisions/mapping-rule.js';
import { type DecisionEffect, DecisionReachRepository } from '../persistence/decision-reach.repository.js';
import { type KeptRule, MappingRuleRepository } from '../persistence/mapping-rule.repository.js';
import { MappingRepository, type StandingMapping } from '../persistence/mapping.repository.js';
import { CredentialsToMap } from './credential-to-map.js';

/** Different decisions in force on the same claim; more would slow every mapping of it down. */
const MAX_RULES_ON_A_CLAIM = 100;

export interface DecisionCommand {
  readonly decision: Decision;
  /** Only for `correct`. */
  readonly competencyId?: string | undefined;
  readonly scope: DecisionScope;
  readonly reason: string;
}

export interface CommandOnMapping extends DecisionCommand {
  readonly mappingId: string;
}

type DraftRule = Omit<KeptRule, 'id' | 'decidedBy' | 'decidedAt'>;

/** A person says what a claim means. Kept as a rule; every credential that the rule reaches is mapped again. */
@Injectable()
export class DecideMapping {
  constructor(
    private readonly mappings: MappingRepository,
    private readonly rules: MappingRuleRepository,
    private readonly reach: DecisionReachRepository,
    private readonly credentials: CredentialsToMap,
    private readonly competencies: CompetencyResolver,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The same decision taken again takes the place of the one before.
   *
   * @throws {NotFound} for an unknown mapping, or a competency that no framework in force has
   * @throws {Conflict} when the mapping no longer stands, or too much was decided on its claim
   * @throws {Invalid} when there is nothing to accept or reject, or the scope cannot be told
   */
  async run(tx: Transaction, mappingId: string, command: DecisionCommand, actor: Principal): Promise<KeptRule> {
    await this.rules.holdAlone(tx);
    const draft = await this.draft(tx, mappingId, command);
    const rule = { ...draft, id: newId(), decidedBy: actor.id, decidedAt: this.clock.now() };
    const standing = await this.rules.reaching(tx, [draft], draft.issuerId);
    const repeated = standing.filter((each) => isSameDecision(each, draft));
    if (standing.length - repeated.length >= MAX_RULES_ON_A_CLAIM) {
      throw new Conflict('too-many-decisions', 'Take decisions on this claim back before adding another one.');
    }
    for (const { id } of repeated) await this.rules.end(tx, id, actor.id, rule.decidedAt);
    await this.rules.insert(tx, rule);
    await this.tell(tx, rule, 'mapping.decided', actor);
    return rule;
  }

  /**
   * All of them, or none.
   *
   * @throws {Invalid} `decision-refused`, pointing to the one that cannot be taken and naming why
   */
  async runAll(tx: Transaction, commands: readonly CommandOnMapping[], actor: Principal): Promise<KeptRule[]> {
    const taken: KeptRule[] = [];
    for (const [at, { mappingId, ...command }] of commands.entries()) {
      try {
        taken.push(await this.run(tx, mappingId, command, actor));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        throw new Invalid('decision-refused', `Decision ${at + 1} cannot be taken, so none was. ${error.detail}`, [
          { pointer: `/decisions/${at}`, code: error.code, message: error.detail },
        ]);
      }
    }
    return taken;
  }

  /** What the decision would change at most: a narrower decision may stand against it. Changes nothing. */
  async preview(tx: Transaction, mappingId: string, command: DecisionCommand): Promise<DraftRule & DecisionEffect> {
    const draft = await this.draft(tx, mappingId, command);
    return { ...draft, ...(await this.reach.effect(tx, draft)) };
  }

  /** @throws {NotFound} when it is not in force */
  async undo(tx: Transaction, ruleId: string, actor: Principal): Promise<void> {
    await this.rules.holdAlone(tx);
    const rule = await this.rules.find(tx, ruleId);
    if (rule === undefined || !(await this.rules.end(tx, ruleId, actor.id, this.clock.now()))) {
      throw new NotFound('decision');
    }
    await this.tell(tx, rule, 'mapping.decision-undone', actor);
  }

  private async draft(tx: Transaction, mappingId: string, command: DecisionCommand): Promise<DraftRule> {
    const mapping = await this.mappings.find(tx, mappingId);
    if (mapping === undefined) throw new NotFound('mapping');
    const { decision, scope, reason } = command;
    const meaning = await this.meaning(tx, mapping, command);
    const { claim, ...place } = await this.placeOf(tx, mapping);
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
    return { decision, scope, reason, claim, overrides, method: mapping.method, ...meaning, ...reached };
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
      matchKey: claimKey(claim),
      achievementKey: achievementKeysIn(credential)(claim),
      issuerId: found.verdict.issuerId,
    };
  }

  private ruleBehind(tx: Transaction, { evidence }: StandingMapping): Promise<KeptRule | undefined> {
    return evidence.ruleId === undefined ? Promise.resolve(undefined) : this.rules.find(tx, evidence.ruleId);
  }

  private async tell(tx: Transaction, rule: KeptRule, action: string, actor: Principal): Promise<void> {
    const { id, decision, scope, competencyId, rejectedCompetencyId } = rule;
    const meaning = { decision, scope, competencyId, rejectedCompetencyId };
    await this.outbox.publish(tx, {
      topic: 'mapping.decision-changed',
      payload: { ruleId: id, decisionId: id, inForce: action === 'mapping.decided', ...meaning },
    });
    await this.audit.record(tx, {
      actor,
      action,
      targetType: 'mapping-decision',
      targetId: id,
      detail: meaning,
    });
  }
}

const isSameDecision = (kept: KeptRule, draft: DraftRule): boolean =>
  kept.scope === draft.scope &&
  kept.decision === draft.decision &&
  kept.competencyId === draft.competencyId &&
  kept.rejectedCompetencyId === draft.rejectedCompetencyId;
