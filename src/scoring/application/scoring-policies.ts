import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { type FieldProblem, Invalid, NotFound } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { checkPolicy } from '../domain/check-policy.js';
import { DEFAULT_SCORING_POLICY, type ScoringPolicy, type ScoringPolicyContent } from '../domain/scoring-policy.js';
import { type KeptPolicy, ScoringPolicyRepository } from '../persistence/scoring-policy.repository.js';

class PolicyImpossible extends Invalid {
  constructor(problems: readonly FieldProblem[]) {
    const faults = problems.map(({ pointer, message }) => `${pointer}: ${message}`).join('; ');
    super('policy-impossible', `The scoring policy cannot be kept. ${faults}.`, problems);
  }
}

/** The scoring policy of an organization; version 1 is the default that every organization begins with. */
@Injectable()
export class ScoringPolicies {
  constructor(
    private readonly policies: ScoringPolicyRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async inForce(tx: Transaction): Promise<ScoringPolicy> {
    const latest = await this.policies.latest(tx);
    return latest === undefined ? DEFAULT_SCORING_POLICY : policyOf(latest);
  }

  /** @throws {NotFound} */
  async version(tx: Transaction, version: number): Promise<ScoringPolicy> {
    if (version === DEFAULT_SCORING_POLICY.version) return DEFAULT_SCORING_POLICY;
    const kept = await this.policies.find(tx, version);
    if (kept === undefined) throw new NotFound('scoring policy version');
    return policyOf(kept);
  }

  /** Those that were set, newest first. @param before number of the last version of the page before */
  versions(tx: Transaction, before: number | null, limit: number): Promise<readonly KeptPolicy[]> {
    return this.policies.list(tx, before, limit);
  }

  /** A policy as it would be if it were kept; nothing is written. @throws {PolicyImpossible} */
  async unsaved(tx: Transaction, content: ScoringPolicyContent): Promise<ScoringPolicy> {
    const problems = checkPolicy(content);
    if (problems.length > 0) throw new PolicyImpossible(problems);
    return { version: (await this.inForce(tx)).version + 1, ...content };
  }

  /**
   * Makes the content the next version. Strengths of holdings follow in the background, all else at once. What is in
   * force already stays that version.
   *
   * @param allow looks at the version that would be changed and throws when the sender does not know it
   * @throws {PolicyImpossible}
   */
  async change(
    tx: Transaction,
    content: ScoringPolicyContent,
    actor: Principal,
    allow: (version: number) => void,
  ): Promise<ScoringPolicy> {
    await this.policies.holdAlone(tx);
    const before = await this.inForce(tx);
    allow(before.version);
    const after = await this.unsaved(tx, content);
    if (textOf(before) === textOf(after)) return before;
    await this.policies.insert(tx, {
      version: after.version,
      content: contentOf(after),
      changedBy: actor.id,
      changedAt: this.clock.now(),
    });
    const changesStrength =
      JSON.stringify([before.ladder, before.tiers]) !== JSON.stringify([after.ladder, after.tiers]);
    const payload = { version: after.version, changesStrength };
    await this.outbox.publish(tx, { topic: 'scoring-policy.changed', payload });
    await this.audit.record(tx, {
      actor,
      action: 'scoring-policy.changed',
      targetType: 'scoring-policy',
      targetId: String(after.version),
      detail: payload,
    });
    return after;
  }
}

const policyOf = ({ version, content }: KeptPolicy): ScoringPolicy => ({ version, ...contentOf(content) });

/** Always in one order of fields, so that equal policies have equal text. */
function contentOf({ ladder, tiers, relations, thresholds, unknownLevelPercent }: ScoringPolicyContent) {
  return {
    ladder: {
      'assessed-with-evidence': ladder['assessed-with-evidence'],
      assessed: ladder.assessed,
      completed: ladder.completed,
      attended: ladder.attended,
      'self-asserted': ladder['self-asserted'],
    },
    tiers: {
      trusted: tiers.trusted,
      recognized: tiers.recognized,
      known: tiers.known,
      self_issued: tiers.self_issued,
      blocked: tiers.blocked,
    },
    relations: {
      same: relations.same,
      narrower: [...relations.narrower],
      related: relations.related,
      broader: [...relations.broader],
    },
    thresholds: { fullRelation: thresholds.fullRelation, metStrength: thresholds.metStrength },
    unknownLevelPercent,
  };
}

const textOf = (policy: ScoringPolicy): string => JSON.stringify(contentOf(policy));
