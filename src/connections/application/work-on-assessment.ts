import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { type EventContext, Outbox, type OutboxMessage } from '../../platform/outbox/index.js';
import { ExplainRanking } from '../../ranking/index.js';
import { type Assessment, LONGEST_WAIT_MS, QUIET_ROUNDS } from '../domain/assessment.js';
import { AssessmentRepository } from '../persistence/assessment.repository.js';
import { ASSESSMENT_DUE, ASSESSMENT_ENDED } from './assessments.js';

const NEXT_LOOK_MS = 2_000;

/** Takes the score of an assessment once nothing of the candidate is being verified any more. It always ends. */
@Injectable()
export class WorkOnAssessment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly explanations: ExplainRanking,
    private readonly outbox: Outbox,
  ) {}

  async run({ organizationId, payload }: OutboxMessage, context: EventContext): Promise<void> {
    const id = String(payload.assessmentId);
    const { assessment, isPending } = await this.unitOfWork.run(organizationId, (tx) => this.look(tx, id));
    if (assessment?.state !== 'waiting') return context.commit(async () => undefined);
    const quietRounds = isPending ? 0 : Number(payload.quietRounds) + 1;
    const waitedMs = Date.now() - assessment.startedAt.getTime();
    if (quietRounds < QUIET_ROUNDS && waitedMs < LONGEST_WAIT_MS) {
      const event = { topic: ASSESSMENT_DUE, payload: { assessmentId: id, quietRounds }, delayMs: NEXT_LOOK_MS };
      return context.commit((tx) => this.outbox.publish(tx, event));
    }
    const end = await this.score(organizationId, assessment);
    await context.commit(async (tx) => {
      if (!(await this.assessments.end(tx, id, end))) return;
      await this.outbox.publish(tx, { topic: ASSESSMENT_ENDED, payload: { assessmentId: id } });
    });
  }

  private async look(tx: Transaction, id: string): Promise<{ assessment: Assessment | undefined; isPending: boolean }> {
    const assessment = await this.assessments.find(tx, id);
    const isPending = assessment !== undefined && (await this.assessments.hasUnjudged(tx, assessment.candidateId));
    return { assessment, isPending };
  }

  /** The number that the ranking gives, or why there is none: an erased person, a profile that is gone. */
  private async score(
    organizationId: string,
    { roleProfileId: profileId, candidateId }: Assessment,
  ): Promise<Pick<Assessment, 'state' | 'score' | 'problem'>> {
    try {
      const { scorePercent } = await this.explanations.one(organizationId, { profileId }, candidateId);
      return { state: 'completed', score: scorePercent, problem: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { state: 'failed', score: null, problem: error.code };
    }
  }
}
