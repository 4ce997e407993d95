import { Injectable, Logger } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Egress, type SendResult } from '../../platform/egress/index.js';
import { Metrics } from '../../platform/metrics/index.js';
import type { EventContext } from '../../platform/outbox/index.js';
import { judgeAnswer, type Judgement } from '../domain/judge-answer.js';
import { pauseAfterFailure, waitBeforeNext } from '../domain/retry-plan.js';
import { signatureHeaders } from '../domain/sign-event.js';
import { liveSecrets } from '../domain/signing-secret.js';
import { DAYS_UNTIL_DISABLED, type WebhookEndpoint } from '../domain/webhook-endpoint.js';
import { PING } from '../domain/event-types.js';
import {
  type DueDelivery,
  type Ticket,
  WebhookDeliveryRepository,
} from '../persistence/webhook-delivery.repository.js';
import { WebhookEndpointRepository } from '../persistence/webhook-endpoint.repository.js';
import { DisableEndpoint } from './disable-endpoint.js';
import { PlanDeliveries } from './plan-deliveries.js';

const TIMEOUT_MS = 15_000;
/** Nothing of an answer's body matters; a little is read so that short answers end in order. */
const MAX_ANSWER_BYTES = 1_024;

/** Sends one event to one endpoint, once, and plans what follows from the answer. */
@Injectable()
export class AttemptDelivery {
  private readonly log = new Logger('Webhooks');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly endpoints: WebhookEndpointRepository,
    private readonly deliveries: WebhookDeliveryRepository,
    private readonly plans: PlanDeliveries,
    private readonly disabling: DisableEndpoint,
    private readonly egress: Egress,
    private readonly metrics: Metrics,
  ) {}

  async run(organizationId: string, ticket: Ticket, context: EventContext): Promise<void> {
    const found = await this.unitOfWork.run(organizationId, async (tx) => {
      const due = await this.deliveries.due(tx, ticket);
      const endpoint = due && (await this.endpoints.find(tx, due.endpointId));
      return due && endpoint && { due, endpoint };
    });
    // What must wait is let go by the end of what it waits for.
    if (found === undefined || found.due.mustWait) return;
    const { due, endpoint } = found;
    if (due.pausedForMs > 0) {
      // Not all at once when the pause is over.
      const waitMs = due.pausedForMs * (1 + Math.random() / 4);
      return context.commit((tx) => this.plans.plan(tx, [ticket.deliveryId], waitMs));
    }
    const at = new Date();
    const result = await this.send(endpoint, due, at);
    const durationMs = Date.now() - at.getTime();
    const judgement = judgeAnswer(result, new Date());
    await context.commit(async (tx) => {
      await this.endpoints.find(tx, endpoint.id, 'for-update');
      await this.settle(tx, ticket, due, { ...judgement, at, durationMs });
    });
    this.metrics.webhookAttempts.inc({ outcome: judgement.outcome });
  }

  private send(endpoint: WebhookEndpoint, { event }: DueDelivery, at: Date): Promise<SendResult> {
    const secrets = liveSecrets(endpoint.secrets, at).map(({ secret }) => secret);
    return this.egress.send(endpoint.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signatureHeaders(event, secrets, at) },
      body: event.body,
      maxBytes: MAX_ANSWER_BYTES,
      timeoutMs: TIMEOUT_MS,
    });
  }

  private async settle(
    tx: Transaction,
    ticket: Ticket,
    { endpointId, orderingKey, attempts, event }: DueDelivery,
    made: Judgement & { at: Date; durationMs: number },
  ): Promise<void> {
    const { outcome, status, error, retryAfterMs } = made;
    const mayRepeat = outcome === 'failed' && event.type !== PING;
    const waitMs = mayRepeat ? waitBeforeNext(attempts + 1, retryAfterMs, Math.random()) : undefined;
    const state = outcome === 'delivered' ? 'delivered' : waitMs === undefined ? 'failed' : 'pending';
    if (!(await this.deliveries.keepAttempt(tx, ticket, { ...made, status: status ?? null, error, state }))) return;
    if (outcome === 'delivered') await this.endpoints.noteSuccess(tx, endpointId);
    if (outcome === 'gone') return this.disabling.run(tx, endpointId, 'gone');
    if (outcome === 'failed') {
      const { failures, days } = await this.endpoints.noteFailure(tx, endpointId);
      if (state === 'failed' && days >= DAYS_UNTIL_DISABLED) return this.disabling.run(tx, endpointId, 'failing');
      const pauseMs = pauseAfterFailure(status, retryAfterMs, failures);
      if (pauseMs > 0) await this.endpoints.pause(tx, endpointId, pauseMs);
      if (state === 'failed') this.log.warn({ event: 'webhook.given-up', endpointId, deliveryId: ticket.deliveryId });
    }
    if (waitMs !== undefined) await this.plans.plan(tx, [ticket.deliveryId], waitMs);
    else await this.plans.release(tx, endpointId, orderingKey);
  }
}
