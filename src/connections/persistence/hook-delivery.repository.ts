import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import type { HookOutcome } from '../domain/hook-outcome.js';

/** One delivery of a connection; `digest` is the SHA-256 of its body. */
export interface HookDelivery {
  readonly connectionId: string;
  readonly deliveryId: string;
  readonly digest: Buffer;
  readonly eventType: string;
}

const THIS_DELIVERY = `organization_id = $1 AND connection_id = $2 AND delivery_id = $3`;

/** The inbox. A row is in the same transaction as the effect of the delivery, so the effect happens once. */
@Injectable()
export class HookDeliveryRepository {
  /**
   * Takes the delivery for this transaction. Equal ones at the same time wait here for the end of the first.
   *
   * @returns undefined for the first of its id, else what is known of it
   */
  async claim(tx: Transaction, delivery: HookDelivery): Promise<{ digest: Buffer; outcome: HookOutcome } | undefined> {
    const { connectionId, deliveryId, digest, eventType } = delivery;
    const mine = await tx.query(
      `INSERT INTO hook_delivery (organization_id, connection_id, delivery_id, body_digest, event_type, state, result)
       VALUES ($1, $2, $3, $4, $5, 'accepted', '{}') ON CONFLICT DO NOTHING RETURNING delivery_id`,
      [tx.organizationId, connectionId, deliveryId, digest, eventType],
    );
    if (mine.length > 0) return undefined;
    const rows = await tx.query<{ digest: Buffer; state: HookOutcome['status']; result: object }>(
      `SELECT body_digest AS digest, state, result FROM hook_delivery WHERE ${THIS_DELIVERY}`,
      [tx.organizationId, connectionId, deliveryId],
    );
    const [first] = rows;
    if (first === undefined) throw new Error('a delivery that is there could not be read');
    return { digest: first.digest, outcome: { status: first.state, ...first.result } as HookOutcome };
  }

  async keep(tx: Transaction, delivery: HookDelivery, { status, ...result }: HookOutcome): Promise<void> {
    await tx.query(`UPDATE hook_delivery SET state = $4, result = $5 WHERE ${THIS_DELIVERY}`, [
      tx.organizationId,
      delivery.connectionId,
      delivery.deliveryId,
      status,
      storableJson(result),
    ]);
  }

  /** Senders give up long before: the longest of them repeats for four days. */
  async forgetOld(tx: Transaction): Promise<void> {
    await tx.query(
      `DELETE FROM hook_delivery WHERE organization_id = $1 AND received_at < now() - interval '30 days'`,
      [tx.organizationId],
    );
  }
}
