import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Delivery, DeliveryAttempt, DeliveryState } from '../domain/delivery.js';

export interface DeliveryFilter {
  readonly state?: DeliveryState | undefined;
  readonly type?: string | undefined;
}

/** Events of an endpoint that are asked for again. */
export interface RedeliveryRange {
  readonly since: Date;
  readonly until: Date;
  /** The types that the endpoint hears of. */
  readonly types: readonly string[];
  /** Those that were delivered too, not only what failed or was never sent. */
  readonly delivered: boolean;
  readonly limit: number;
}

const COLUMNS = `d.id, d.event_id AS "eventId", v.type, d.state, d.attempts, d.last_status AS "lastStatus",
  d.last_error AS "lastError", d.next_attempt_at AS "nextAttemptAt", v.occurred_at AS "occurredAt",
  d.ended_at AS "endedAt"`;
const FROM = `FROM webhook_delivery d
  JOIN webhook_event v ON v.organization_id = d.organization_id AND v.id = d.event_id`;

/** Questions that people ask about what was sent. */
@Injectable()
export class DeliveryLogRepository {
  /** Newest event first, after the event `after`. */
  list(
    tx: Transaction,
    endpointId: string,
    filter: DeliveryFilter,
    after: string | undefined,
    limit: number,
  ): Promise<Delivery[]> {
    return tx.query<Delivery>(
      `SELECT ${COLUMNS} ${FROM}
       WHERE d.organization_id = $1 AND d.endpoint_id = $2 AND ($3::text IS NULL OR d.state = $3)
         AND ($4::text IS NULL OR v.type = $4) AND ($5::uuid IS NULL OR d.event_id < $5)
       ORDER BY d.event_id DESC LIMIT $6`,
      [tx.organizationId, endpointId, filter.state ?? null, filter.type ?? null, after ?? null, limit],
    );
  }

  async find(
    tx: Transaction,
    endpointId: string,
    id: string,
  ): Promise<(Delivery & { readonly body: string }) | undefined> {
    const rows = await tx.query<Delivery & { body: string }>(
      `SELECT ${COLUMNS}, v.body ${FROM} WHERE d.organization_id = $1 AND d.endpoint_id = $2 AND d.id = $3`,
      [tx.organizationId, endpointId, id],
    );
    return rows[0];
  }

  attempts(tx: Transaction, deliveryId: string): Promise<DeliveryAttempt[]> {
    return tx.query<DeliveryAttempt>(
      `SELECT number, at, status, error, duration_ms AS "durationMs" FROM webhook_attempt
       WHERE organization_id = $1 AND delivery_id = $2 ORDER BY number`,
      [tx.organizationId, deliveryId],
    );
  }

  /** Ids of events of the range, oldest first; what is on its way already is left alone. */
  async eventsToSendAgain(tx: Transaction, endpointId: string, range: RedeliveryRange): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT v.id FROM webhook_event v
       LEFT JOIN webhook_delivery d ON d.organization_id = v.organization_id AND d.event_id = v.id AND d.endpoint_id = $2
       WHERE v.organization_id = $1 AND v.occurred_at >= $3 AND v.occurred_at < $4 AND v.type = ANY ($5::text[])
         AND (d.state IS NULL OR d.state = 'failed' OR ($6 AND d.state = 'delivered'))
       ORDER BY v.id LIMIT $7`,
      [tx.organizationId, endpointId, range.since, range.until, range.types, range.delivered, range.limit],
    );
    return rows.map((row) => row.id);
  }
}
