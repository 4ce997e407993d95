import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import type { WebhookEvent } from '../domain/compose-event.js';
import type { DeliveryAttempt } from '../domain/delivery.js';

/** A delivery that is due, by the number under which it was planned. */
export interface Ticket {
  readonly deliveryId: string;
  readonly ticket: number;
}

/** What one attempt needs to know. */
export interface DueDelivery {
  readonly endpointId: string;
  readonly orderingKey: string | null;
  readonly attempts: number;
  readonly event: Pick<WebhookEvent, 'id' | 'type' | 'body'>;
  /** Whether an earlier event with the same key is still on its way to the endpoint. */
  readonly mustWait: boolean;
  /** For how long the endpoint is to be left in peace; 0 when it is not. */
  readonly pausedForMs: number;
}

/** How an attempt changed its delivery. */
export interface AttemptResult extends Omit<DeliveryAttempt, 'number'> {
  readonly state: 'pending' | 'delivered' | 'failed';
}

const EARLIER = `EXISTS (SELECT FROM webhook_delivery e WHERE e.organization_id = d.organization_id
  AND e.endpoint_id = d.endpoint_id AND e.state = 'pending' AND e.ordering_key = d.ordering_key
  AND e.event_id < d.event_id)`;

/** How far events have come. Callers hold the endpoint, so that nobody else begins or ends a delivery to it meanwhile. */
@Injectable()
export class WebhookDeliveryRepository {
  async insertEvents(tx: Transaction, events: readonly WebhookEvent[]): Promise<void> {
    await tx.query(
      `INSERT INTO webhook_event (organization_id, id, type, ordering_key, body, occurred_at)
       SELECT $1, e.id, e.type, e.ordering_key, e.body, e.occurred_at
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
         AS e (id, type, ordering_key, body, occurred_at)`,
      [
        tx.organizationId,
        events.map((event) => event.id),
        events.map((event) => event.type),
        events.map((event) => event.orderingKey),
        events.map((event) => event.body),
        events.map((event) => event.occurredAt),
      ],
    );
  }

  /** @returns ids of the deliveries, of those already there as well, which begin anew */
  async begin(tx: Transaction, pairs: readonly { endpointId: string; eventId: string }[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO webhook_delivery AS d (organization_id, id, endpoint_id, event_id, ordering_key)
       SELECT $1, p.id, p.endpoint_id, p.event_id, e.ordering_key
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS p (id, endpoint_id, event_id)
       JOIN webhook_event e ON e.organization_id = $1 AND e.id = p.event_id
       ON CONFLICT (organization_id, endpoint_id, event_id) DO UPDATE SET
         state = 'pending', attempts = 0, ticket = d.ticket + 1, next_attempt_at = NULL, ended_at = NULL
       RETURNING id`,
      [tx.organizationId, pairs.map(() => newId()), pairs.map((p) => p.endpointId), pairs.map((p) => p.eventId)],
    );
    return rows.map((row) => row.id);
  }

  /**
   * Plans the next attempt of those of the deliveries whose turn it is.
   *
   * @param waitMs until the attempt
   */
  plan(tx: Transaction, deliveryIds: readonly string[], waitMs: number): Promise<Ticket[]> {
    return tx.query<Ticket>(
      `UPDATE webhook_delivery d SET ticket = ticket + 1,
         next_attempt_at = now() + $3::float8 * interval '1 millisecond'
       WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND state = 'pending' AND NOT ${EARLIER}
       RETURNING id AS "deliveryId", ticket`,
      [tx.organizationId, deliveryIds, waitMs],
    );
  }

  /** @returns the delivery that comes next among those with the key, if one waits */
  async nextInOrder(tx: Transaction, endpointId: string, orderingKey: string): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM webhook_delivery
       WHERE organization_id = $1 AND endpoint_id = $2 AND state = 'pending' AND ordering_key = $3
       ORDER BY event_id LIMIT 1`,
      [tx.organizationId, endpointId, orderingKey],
    );
    return rows[0]?.id;
  }

  /** @returns undefined when the delivery was planned anew, has ended, or its endpoint is disabled or gone */
  async due(tx: Transaction, { deliveryId, ticket }: Ticket): Promise<DueDelivery | undefined> {
    const rows = await tx.query<Omit<DueDelivery, 'event'> & DueDelivery['event']>(
      `SELECT d.endpoint_id AS "endpointId", d.ordering_key AS "orderingKey", d.attempts, v.id, v.type, v.body,
         ${EARLIER} AS "mustWait",
         greatest(0, coalesce(extract(epoch FROM p.paused_until - now()) * 1000, 0))::float8 AS "pausedForMs"
       FROM webhook_delivery d
       JOIN webhook_event v ON v.organization_id = d.organization_id AND v.id = d.event_id
       JOIN webhook_endpoint p ON p.organization_id = d.organization_id AND p.id = d.endpoint_id
       WHERE d.organization_id = $1 AND d.id = $2 AND d.ticket = $3 AND d.state = 'pending' AND p.disabled_at IS NULL`,
      [tx.organizationId, deliveryId, ticket],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const { id, type, body, ...rest } = row;
    return { ...rest, event: { id, type, body } };
  }

  /**
   * Keeps what came of an attempt.
   *
   * @returns false when the delivery was planned anew or ended during the attempt; then nothing is kept
   */
  async keepAttempt(tx: Transaction, { deliveryId, ticket }: Ticket, result: AttemptResult): Promise<boolean> {
    const { state, at, status, error, durationMs } = result;
    const rows = await tx.query(
      `UPDATE webhook_delivery SET state = $4, attempts = attempts + 1, last_status = $5, last_error = $6,
         next_attempt_at = NULL, ended_at = CASE WHEN $4 <> 'pending' THEN now() END
       WHERE organization_id = $1 AND id = $2 AND ticket = $3 AND state = 'pending' RETURNING id`,
      [tx.organizationId, deliveryId, ticket, state, status, error],
    );
    if (rows.length === 0) return false;
    await tx.query(
      `INSERT INTO webhook_attempt (organization_id, delivery_id, number, at, status, error, duration_ms)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 FROM webhook_attempt
       WHERE organization_id = $1 AND delivery_id = $2`,
      [tx.organizationId, deliveryId, at, status, error, durationMs],
    );
    return true;
  }

  /** Gives up all that is on its way to an endpoint. */
  async giveUp(tx: Transaction, endpointId: string, why: string): Promise<void> {
    await tx.query(
      `UPDATE webhook_delivery SET state = 'failed', last_error = $3, next_attempt_at = NULL, ended_at = now()
       WHERE organization_id = $1 AND endpoint_id = $2 AND state = 'pending'`,
      [tx.organizationId, endpointId, why],
    );
  }

  /** Events and all that became of them are forgotten after 30 days. */
  async forgetOld(tx: Transaction): Promise<void> {
    await tx.query(
      `DELETE FROM webhook_event WHERE organization_id = $1 AND occurred_at < now() - interval '30 days'`,
      [tx.organizationId],
    );
  }
}
