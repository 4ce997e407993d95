import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { DomainError, Invalid, NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { PoolOrder } from '../../ranking/index.js';
import { checkDecision } from '../domain/check-decision.js';
import type { Outcome, ReasonCode } from '../domain/decision.js';
import { overrideOf } from '../domain/order-override.js';
import type { RecordedDecision } from '../domain/recorded-decision.js';
import {
  type DecidedApplication,
  DecidedApplicationRepository,
} from '../persistence/decided-application.repository.js';
import { DecisionRepository } from '../persistence/decision.repository.js';

export interface DecisionCommand {
  readonly outcome: Outcome;
  readonly reasonCode: ReasonCode;
  readonly note: string | null;
  /** Whose ranking it was taken from. */
  readonly roleProfileId: string | null;
}

class PersonRequired extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'person-required';

  constructor() {
    super('Only a person decides about an application. Call with the access token of a person, not with an API key.');
  }
}

/** A person decides about an application, with a reason. No machine does, and no score. */
@Injectable()
export class DecideApplication {
  constructor(
    private readonly applications: DecidedApplicationRepository,
    private readonly decisions: DecisionRepository,
    private readonly order: PoolOrder,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws {PersonRequired} @throws {Invalid} @throws {NotFound} @throws {NotPublished} */
  async run(
    tx: Transaction,
    applicationId: string,
    command: DecisionCommand,
    actor: Principal,
  ): Promise<{ decision: RecordedDecision; application: DecidedApplication }> {
    if (actor.kind !== 'person') throw new PersonRequired();
    const { outcome, reasonCode, note, roleProfileId } = command;
    const [problem] = checkDecision(outcome, reasonCode, note);
    if (problem !== undefined) throw new Invalid(problem.code, `${problem.pointer} ${problem.message}.`, [problem]);
    const application = await this.applications.find(tx, applicationId, 'for-update');
    if (application === undefined) throw new NotFound('application');
    const decidedAt = this.clock.now();
    const ranking = roleProfileId === null ? NO_RANKING : await this.standing(tx, application, roleProfileId, outcome);
    const by = { decidedBy: actor.id, decidedAt };
    const decision = { id: newId(), applicationId, outcome, reasonCode, note, roleProfileId, ...ranking, ...by };
    await this.decisions.insert(tx, decision);
    await this.tell(tx, decision, actor);
    return { decision, application };
  }

  private async standing(
    tx: Transaction,
    { candidateId, jobId }: DecidedApplication,
    roleProfileId: string,
    outcome: Outcome,
  ): Promise<Pick<RecordedDecision, 'profileVersion' | 'standing' | 'override'>> {
    const { basis, sequence, standings } = await this.order.of(tx, roleProfileId, jobId, this.clock.now());
    const place = standings.findIndex((standing) => standing.candidateId === candidateId);
    const own = standings[place];
    if (own === undefined) throw new Error('who applied for a job is in its pool');
    const { formula, policyVersion, profileVersion, asOf } = basis;
    const progress = await this.applications.progress(tx, jobId);
    const order = standings.map((standing) => standing.candidateId);
    return {
      profileVersion,
      standing: {
        rank: place + 1,
        poolSize: standings.length,
        band: own.band,
        score: own.score,
        formula,
        policyVersion,
        asOf: asOf.toISOString(),
        sequence,
      },
      override: overrideOf(outcome, candidateId, order, (id) => progress.get(id) ?? 'open'),
    };
  }

  /** The note may speak of the person, so it stays with the application, which goes when the person is forgotten. */
  private async tell(tx: Transaction, decision: RecordedDecision, actor: Principal): Promise<void> {
    const { id, applicationId, outcome, reasonCode, roleProfileId, override } = decision;
    const detail = { decisionId: id, outcome, reasonCode, roleProfileId, override };
    const target = { targetType: 'application', targetId: applicationId };
    await this.audit.record(tx, { actor, action: 'application.decided', ...target, detail });
    await this.outbox.publish(tx, {
      topic: 'application.decided',
      payload: { decisionId: id, applicationId, outcome },
    });
  }
}

const NO_RANKING = { profileVersion: null, standing: null, override: null };
