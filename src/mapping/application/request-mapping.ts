import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CurrentVerdicts } from '../../verification/index.js';
import { DecisionReachRepository } from '../persistence/decision-reach.repository.js';
import { MappingRuleRepository } from '../persistence/mapping-rule.repository.js';

/** Credentials whose work is asked for with one statement. */
const PORTION = 5_000;

/** Asks that credentials be mapped again because something changed that they all depend on. */
@Injectable()
export class RequestMapping {
  constructor(
    private readonly verdicts: CurrentVerdicts,
    private readonly outbox: Outbox,
    private readonly rules: MappingRuleRepository,
    private readonly reach: DecisionReachRepository,
  ) {}

  ofIssuer(tx: Transaction, issuerId: string): Promise<void> {
    return this.inPortions(tx, (after) => this.verdicts.ids(tx, { issuerId, after, limit: PORTION }));
  }

  ofAll(tx: Transaction): Promise<void> {
    return this.inPortions(tx, (after) => this.verdicts.ids(tx, { issuerId: null, after, limit: PORTION }));
  }

  /** Everything that a decision of a person reaches, whether it was taken or taken back. */
  async ofRule(tx: Transaction, ruleId: string): Promise<void> {
    const rule = await this.rules.find(tx, ruleId);
    if (rule === undefined) return;
    await this.inPortions(tx, (after) => this.reach.credentialIds(tx, rule, after, PORTION));
  }

  private async inPortions(tx: Transaction, read: (after: string | null) => Promise<string[]>): Promise<void> {
    for (let after: string | null = null; ;) {
      const ids: string[] = await read(after);
      await this.outbox.publishAll(
        tx,
        ids.map((credentialId) => ({ topic: 'mapping.recompute-due', payload: { credentialId } })),
      );
      if (ids.length < PORTION) return;
      after = ids.at(-1) ?? null;
    }
  }
}
