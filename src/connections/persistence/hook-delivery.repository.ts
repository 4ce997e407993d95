import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import type { HookOutcome } from '../domain/hook-outcome.js';
import type { IntakeEvent } from '../domain/intake-event.js';
import { toStoredEvent } from './stored-event.js';

/** One delivery of a connection; `digest` is the SHA-256 of what counts of its body. */
export interface HookDelivery {
  readonly id: string;
  readonly connectionId: string;
  readonly deliveryId: string;
  readonly digest: Buffer;
  readonly eventType: string;
  /** Null for an event that is not acted on. */
  readonly event: IntakeEvent | null;
}

/** What is known of a delivery that came before. */
export interface EarlierDelivery {
  readonly digest: Buffer;
  readonly outcome: HookOutcome;
}

const THIS_DELIVERY = `organization_id = $1 AND connection_id = $2 AND delivery_id = $3`;

/** The inbox. A row is in the same transaction as the effect of the delivery, so the effect happens once. */
@Injectable()
export class HookDeliveryRepository {
  /**
   * Takes the delivery for this transaction. Equal ones at the same time wait here for the end of the first.
   *
   * @param known `by-id-and-digest` where ids are not signed: the same body under a new id is the same delivery
   * @returns undefined for the first, else what is known of it
   */
  async claim(
    tx: Transaction,
    delivery: HookDelivery,
    known: 'by-id' | 'by-id-and-digest',
  ): Promise<EarlierDelivery | undefined> {
    if (known === 'by-id-and-digest') {
      const same = await this.withDigest(tx, delivery);
      if (same !== undefined) return same;
    }
    if (await this.insert(tx, delivery)) return undefined;
    const rows = await tx.query<Outcome>(`SELECT ${OUTCOME} FROM hook_delivery WHERE ${THIS_DELIVERY}`, [
      tx.organizationId,
      delivery.connectionId,
      delivery.deliveryId,
    ]);
    const [first] = rows.map(toEarlier);
    if (first === undefined) throw new Error('a delivery that is there could not be read');
    return first;
  }

  async keep(tx: Transaction, delivery: HookDelivery, { status, ...result }: HookOutcome): Promise<void> {
    await tx.query(`UPDATE hook_delivery SET state = $4, result = $5, candidate_id = $6 WHERE ${THIS_DELIVERY}`, [
      tx.organizationId,
      delivery.connectionId,
      delivery.deliveryId,
      status,
      storableJson(result),
      'candidateId' in result ? result.candidateId : null,
    ]);
  }

  async countWithPrefix(tx: Transaction, connectionId: string, prefix: string): Promise<number> {
    const rows = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM hook_delivery
       WHERE organization_id = $1 AND connection_id = $2 AND starts_with(delivery_id, $3)`,
      [tx.organizationId, connectionId, prefix],
    );
    return rows[0]?.n ?? 0;
  }

  /** What was said of a person goes; that it was said, and when, stays. */
  async forgetEventsOf(tx: Transaction, candidateId: string): Promise<void> {
    await tx.query(`UPDATE hook_delivery SET event = NULL WHERE organization_id = $1 AND candidate_id = $2`, [
      tx.organizationId,
      candidateId,
    ]);
  }

  /** Senders give up long before: the longest of them repeats for four days. */
  async forgetOld(tx: Transaction): Promise<void> {
    await tx.query(
      `DELETE FROM hook_delivery WHERE organization_id = $1 AND received_at < now() - interval '30 days'`,
      [tx.organizationId],
    );
  }

  private async insert(tx: Transaction, delivery: HookDelivery): Promise<boolean> {
    const { id, connectionId, deliveryId, digest, eventType, event } = delivery;
    const mine = await tx.query(
      `INSERT INTO hook_delivery (organization_id, connection_id, delivery_id, body_digest, event_type, state, result, id,
                                  event)
       VALUES ($1, $2, $3, $4, $5, 'accepted', '{}', $6, $7)
       ON CONFLICT ON CONSTRAINT hook_delivery_pkey DO NOTHING RETURNING delivery_id`,
      [
        tx.organizationId,
        connectionId,
        deliveryId,
        digest,
        eventType,
        id,
        event === null ? null : storableJson(toStoredEvent(event)),
      ],
    );
    return mine.length > 0;
  }

  private async withDigest(
    tx: Transaction,
    { connectionId, digest }: HookDelivery,
  ): Promise<EarlierDelivery | undefined> {
    const key = `${connectionId} ${digest.toString('hex')}`;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [key]);
    const rows = await tx.query<Outcome>(
      `SELECT ${OUTCOME} FROM hook_delivery
       WHERE organization_id = $1 AND connection_id = $2 AND body_digest = $3 ORDER BY received_at LIMIT 1`,
      [tx.organizationId, connectionId, digest],
    );
    return rows.map(toEarlier)[0];
  }
}

interface Outcome {
  readonly digest: Buffer;
  readonly state: HookOutcome['status'];
  readonly result: object;
}

const OUTCOME = `body_digest AS digest, state, result`;

const toEarlier = ({ digest, state, result }: Outcome): EarlierDelivery => ({
  digest,
  outcome: { status: state, ...result } as HookOutcome,
});
