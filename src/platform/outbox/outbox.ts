import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { newId } from '../ids/index.js';
import type { OutboxEvent } from './event-handler.js';
import { RelaySignal } from './relay-signal.js';
import { Subscriptions } from './subscriptions.js';

/** Owed work, written in the transaction of the fact that causes it. No request ever waits for the queue. */
@Injectable()
export class Outbox {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly relay: RelaySignal,
  ) {}

  publish(tx: Transaction, event: OutboxEvent): Promise<void> {
    return this.publishAll(tx, [event]);
  }

  async publishAll(tx: Transaction, events: readonly OutboxEvent[]): Promise<void> {
    const owed = events.flatMap((event) => this.subscriptions.to(event.topic).map((to) => ({ event, to })));
    if (owed.length === 0) return;
    const conditions = [...new Set(owed.map((o) => o.to.owedWhen ?? 'true'))];
    await tx.query(
      `INSERT INTO outbox (organization_id, id, topic, consumer, lane, payload, available_at)
       SELECT $1, o.id, o.topic, o.consumer, o.lane, o.payload, now() + o.delay_ms * interval '1 millisecond'
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::int[], $8::int[])
         AS o (id, topic, consumer, lane, payload, delay_ms, condition)
       WHERE ${conditions.map((sql, i) => `(o.condition = ${i} AND ${sql})`).join(' OR ')}`,
      [
        tx.organizationId,
        owed.map(() => newId()),
        owed.map((o) => o.event.topic),
        owed.map((o) => o.to.consumer),
        owed.map((o) => o.to.lane),
        owed.map((o) => JSON.stringify(o.event.payload)),
        owed.map((o) => o.event.delayMs ?? 0),
        owed.map((o) => conditions.indexOf(o.to.owedWhen ?? 'true')),
      ],
    );
    tx.afterCommit(() => this.relay.raise());
  }

  /** Whether the organization is owed `most` or more of a topic, dead messages aside. */
  async isOwed(tx: Transaction, topic: string, most: number): Promise<boolean> {
    const rows = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (
         SELECT FROM outbox WHERE organization_id = $1 AND topic = $2 AND dead_at IS NULL LIMIT $3) owed`,
      [tx.organizationId, topic, most],
    );
    return (rows[0]?.n ?? 0) >= most;
  }
}
