import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Conflict, DomainError, Invalid, NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { type KeptRule, MappingRuleRepository } from '../persistence/mapping-rule.repository.js';
import { type DecisionCommand, DraftDecision, type DraftRule } from './draft-decision.js';
import { MappingSettings } from './mapping-settings.js';
import { ReviewCrosswalks } from './review-crosswalks.js';

/** Different decisions in force on the same claim; more would slow every mapping of it down. */
const MAX_RULES_ON_A_CLAIM = 100;

export interface CommandOnMapping extends DecisionCommand {
  readonly mappingId: string;
}

/** A person says what a claim means. Kept as a rule; every credential that the rule reaches is mapped again. */
@Injectable()
export class DecideMapping {
  constructor(
    private readonly rules: MappingRuleRepository,
    private readonly drafts: DraftDecision,
    private readonly settings: MappingSettings,
    private readonly crosswalks: ReviewCrosswalks,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The same decision taken again takes the place of the one before. Where the organization asks for a second reviewer, it
   * is proposed only, and counts when another person confirms it.
   *
   * @throws {NotFound} for an unknown mapping, or a competency that no framework in force has
   * @throws {Conflict} when the mapping no longer stands, too much was decided on its claim, or the same is proposed already
   * @throws {Invalid} when there is nothing to accept or reject, or the scope cannot be told
   */
  async run(tx: Transaction, mappingId: string, command: DecisionCommand, actor: Principal): Promise<KeptRule> {
    await this.rules.holdAlone(tx);
    const draft = await this.drafts.of(tx, mappingId, command);
    const { secondReviewer } = await this.settings.inForce(tx);
    if (secondReviewer) return this.propose(tx, draft, actor);
    const rule = await this.keep(tx, draft, actor);
    await this.tell(tx, rule, 'mapping.decided', actor);
    return rule;
  }

  /**
   * All of them, or none.
   *
   * @throws {Invalid} `decision-refused`, pointing to the one that cannot be taken and naming why
   */
  async runAll(tx: Transaction, commands: readonly CommandOnMapping[], actor: Principal): Promise<KeptRule[]> {
    return allOrNone(commands, ({ mappingId, ...command }) => this.run(tx, mappingId, command, actor));
  }

  /** Without telling anybody: for a transaction that is taken back. What is mapped in it follows the decision. */
  rehearse(tx: Transaction, draft: DraftRule, actor: Principal): Promise<KeptRule> {
    return this.keep(tx, draft, actor);
  }

  /**
   * @throws {NotFound} when there is no such decision, or it was taken back
   * @throws {Conflict} `decision-in-force`, `second-reviewer-needed` for whoever proposed it, `too-many-decisions`
   */
  async confirm(tx: Transaction, ruleId: string, actor: Principal): Promise<KeptRule> {
    await this.rules.holdAlone(tx);
    const rule = await this.rules.standing(tx, ruleId);
    if (rule === undefined) throw new NotFound('decision');
    if (!rule.isProposed) throw new Conflict('decision-in-force', 'The decision is in force already.');
    if (rule.decidedBy === actor.id) {
      throw new Conflict('second-reviewer-needed', 'You proposed this decision; another person has to confirm it.');
    }
    const confirmed = { ...rule, isProposed: false, confirmedBy: actor.id, confirmedAt: this.clock.now() };
    await this.replaceSame(tx, confirmed, actor);
    await this.rules.confirm(tx, ruleId, actor.id, confirmed.confirmedAt);
    await this.crosswalks.state(tx, confirmed);
    await this.tell(tx, confirmed, 'mapping.decided', actor);
    return confirmed;
  }

  /** @throws {NotFound} when there is no such decision, or it was taken back */
  async undo(tx: Transaction, ruleId: string, actor: Principal): Promise<void> {
    await this.rules.holdAlone(tx);
    const rule = await this.rules.standing(tx, ruleId);
    if (rule === undefined) throw new NotFound('decision');
    await this.rules.end(tx, ruleId, actor.id, this.clock.now());
    await this.crosswalks.takeBack(tx, rule);
    await this.tell(tx, rule, rule.isProposed ? 'mapping.decision-withdrawn' : 'mapping.decision-undone', actor);
  }

  private async propose(tx: Transaction, draft: DraftRule, actor: Principal): Promise<KeptRule> {
    const open = await this.rules.proposedOn(tx, draft.matchKey);
    const same = open.find((each) => isSameDecision(each, draft));
    if (same !== undefined) throw new AlreadyProposed(same.id);
    if (open.length >= MAX_RULES_ON_A_CLAIM) throw tooMany();
    const rule = { ...this.taken(draft, actor), isProposed: true };
    await this.rules.insert(tx, rule);
    await this.tell(tx, rule, 'mapping.decision-proposed', actor);
    return rule;
  }

  private async keep(tx: Transaction, draft: DraftRule, actor: Principal): Promise<KeptRule> {
    const rule = this.taken(draft, actor);
    await this.replaceSame(tx, rule, actor);
    await this.rules.insert(tx, rule);
    await this.crosswalks.state(tx, rule);
    return rule;
  }

  private taken(draft: DraftRule, actor: Principal): KeptRule {
    return {
      ...draft,
      id: newId(),
      isProposed: false,
      decidedBy: actor.id,
      decidedAt: this.clock.now(),
      confirmedBy: null,
      confirmedAt: null,
    };
  }

  /** The same decision taken again takes the place of the one before. */
  private async replaceSame(tx: Transaction, rule: KeptRule, actor: Principal): Promise<void> {
    const standing = await this.rules.reaching(tx, [rule], rule.issuerId);
    const repeated = standing.filter((each) => isSameDecision(each, rule));
    if (standing.length - repeated.length >= MAX_RULES_ON_A_CLAIM) throw tooMany();
    for (const before of repeated) {
      await this.rules.end(tx, before.id, actor.id, this.clock.now());
      await this.crosswalks.takeBack(tx, before);
    }
  }

  private async tell(tx: Transaction, rule: KeptRule, action: string, actor: Principal): Promise<void> {
    const { id, decision, scope, competencyId, rejectedCompetencyId } = rule;
    const meaning = { decision, scope, competencyId, rejectedCompetencyId };
    // What is proposed changes nothing yet.
    if (!rule.isProposed) {
      await this.outbox.publish(tx, {
        topic: 'mapping.decision-changed',
        payload: { ruleId: id, decisionId: id, inForce: action === 'mapping.decided', ...meaning },
      });
    }
    await this.audit.record(tx, {
      actor,
      action,
      targetType: 'mapping-decision',
      targetId: id,
      detail: meaning,
    });
  }
}

class AlreadyProposed extends Conflict {
  override readonly members: Readonly<Record<string, string>>;

  constructor(decisionId: string) {
    super('decision-proposed', 'The same decision is proposed already; confirm it.');
    this.members = { decisionId };
  }
}

const tooMany = (): Conflict =>
  new Conflict('too-many-decisions', 'Take decisions on this claim back before adding another one.');

const isSameDecision = (kept: DraftRule, draft: DraftRule): boolean =>
  kept.scope === draft.scope &&
  kept.issuerId === draft.issuerId &&
  kept.achievementKey === draft.achievementKey &&
  kept.decision === draft.decision &&
  kept.competencyId === draft.competencyId &&
  kept.rejectedCompetencyId === draft.rejectedCompetencyId;

/**
 * The outcomes in the order of the decisions.
 *
 * @throws {Invalid} `decision-refused`, pointing to the one that cannot be taken and naming why
 */
export async function allOrNone<D, R>(decisions: readonly D[], take: (decision: D) => Promise<R>): Promise<R[]> {
  const taken: R[] = [];
  for (const [at, decision] of decisions.entries()) {
    try {
      taken.push(await take(decision));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new Invalid('decision-refused', `Decision ${at + 1} cannot be taken, so none was. ${error.detail}`, [
        { pointer: `/decisions/${at}`, code: error.code, message: error.detail },
      ]);
    }
  }
  return taken;
}
