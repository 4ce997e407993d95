import { Injectable } from '@nestjs/common';
import { Crosswalks } from '../../frameworks/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { type KeptRule, MappingRuleRepository } from '../persistence/mapping-rule.repository.js';

/** Crosswalks that decisions in force state, each as long as one decision does. */
@Injectable()
export class ReviewCrosswalks {
  constructor(
    private readonly crosswalks: Crosswalks,
    private readonly rules: MappingRuleRepository,
  ) {}

  /** @param rule in force */
  async state(tx: Transaction, rule: KeptRule): Promise<void> {
    const { competencyId, crosswalkKey: key, crosswalkRelation: relation } = rule;
    if (competencyId === null || key === null || relation === null) return;
    const { text: label } = rule.claim;
    const reviewer = rule.confirmedBy ?? rule.decidedBy;
    await this.crosswalks.stateByReview(tx, { competencyId, relation, key, label, reviewer, decisionId: rule.id });
  }

  /** @param rule no longer in force */
  async takeBack(tx: Transaction, rule: KeptRule): Promise<void> {
    const { competencyId, crosswalkKey: key } = rule;
    if (competencyId === null || key === null || !(await this.crosswalks.takeBackReview(tx, rule.id))) return;
    const other = await this.rules.statingCrosswalk(tx, competencyId, key);
    if (other !== undefined) await this.state(tx, other);
  }
}
