import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Egress } from '../../platform/egress/index.js';
import { type EventContext, Outbox, type OutboxMessage } from '../../platform/outbox/index.js';
import { liveSecrets } from '../../webhooks/index.js';
import { reportToVendor } from '../domain/report-to-vendor.js';
import { retryAfterMs } from '../domain/retry-after.js';
import { AssessmentRepository } from '../persistence/assessment.repository.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';
import { ASSESSMENT_ENDED } from './assessments.js';

const REFUSED_FOR_GOOD = [400, 401, 403, 404, 405, 410, 422];

/** Tells an HR system that an assessment has ended, again and again until it takes it or refuses for good. */
@Injectable()
export class TellVendor {
  private readonly log = new Logger('Assessments');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly connections: ConnectionRepository,
    private readonly egress: Egress,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws {Error} when it could not be told this time */
  async run({ organizationId, payload }: OutboxMessage, context: EventContext): Promise<void> {
    const assessmentId = String(payload.assessmentId);
    const request = await this.unitOfWork.run(organizationId, async (tx) => {
      const assessment = await this.assessments.find(tx, assessmentId);
      const connection = assessment && (await this.connections.find(tx, assessment.connectionId));
      if (assessment === undefined || connection === undefined) return undefined;
      const secret = liveSecrets(connection.secrets, this.clock.now()).at(-1)?.secret;
      const { apiToken = connection.settings.providerKey } = connection.settings;
      return reportToVendor(connection.system, assessment, { secret, apiToken });
    });
    if (request === undefined) return context.commit(async () => undefined);
    const { url, ...message } = request;
    const result = await this.egress.send(url, message);
    if (!result.ok) throw new Error(`the HR system could not be told: ${result.failure.kind}`);
    const { status, headers } = result.answer;
    if (status >= 200 && status < 300) return context.commit((tx) => this.assessments.told(tx, assessmentId));
    if (REFUSED_FOR_GOOD.includes(status)) {
      this.log.warn({ event: 'assessment.not-taken', assessmentId, status });
      return context.commit((tx) => this.assessments.noteProblem(tx, assessmentId, `refused-with-${status}`));
    }
    const delayMs = retryAfterMs(headers['retry-after'], new Date());
    if (delayMs === undefined) throw new Error(`the HR system answered with status ${status}`);
    const again = { topic: ASSESSMENT_ENDED, payload: { assessmentId }, delayMs };
    await context.commit((tx) => this.outbox.publish(tx, again));
  }
}
