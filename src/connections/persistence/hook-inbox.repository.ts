import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import type { HookOutcome } from '../domain/hook-outcome.js';
import type { IntakeEvent } from '../domain/intake-event.js';
import { fromStoredEvent, type StoredEvent } from './stored-event.js';

/** A delivery as people see it. */
export interface StoredDelivery {
  readonly id: string;
  /** As the sender names it. */
  readonly deliveryId: string;
  readonly eventType: string;
  readonly receivedAt: Date;
  /** When it was last acted on. */
  readonly runAt: Date;
  readonly attempts: number;
  readonly outcome: HookOutcome;
  /** Null when nothing is kept: of types that are not acted on, and of people who were erased. */
  readonly event: IntakeEvent | null;
  /** Null where nothing more was asked of the system. */
  readonly hydration: Hydration | null;
}

/** What became of asking the system for what its delivery did not say. */
export interface Hydration {
  readonly state: 'queued' | 'done' | 'not-there';
  readonly status?: HookOutcome['status'];
}

export interface DeliveryFilter {
  readonly state?: HookOutcome['status'] | undefined;
  /** Id of the delivery to go on after. */
  readonly after?: string | undefined;
  readonly limit: number;
}

interface Columns extends Omit<StoredDelivery, 'outcome' | 'event'> {
  readonly state: HookOutcome['status'];
  readonly result: object;
  readonly event: StoredEvent | null;
}

const COLUMNS = `id, delivery_id AS "deliveryId", event_type AS "eventType", received_at AS "receivedAt", run_at AS "runAt",
  attempts, state, result, event, hydration`;
const THIS = `organization_id = $1 AND connection_id = $2 AND id = $3`;

/** The inbox for people. */
@Injectable()
export class HookInboxRepository {
  /** Newest first. */
  async list(
    tx: Transaction,
    connectionId: string,
    { state, after, limit }: DeliveryFilter,
  ): Promise<StoredDelivery[]> {
    const rows = await tx.query<Columns>(
      `SELECT ${COLUMNS} FROM hook_delivery
       WHERE organization_id = $1 AND connection_id = $2 AND ($3::text IS NULL OR state = $3)
         AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5`,
      [tx.organizationId, connectionId, state ?? null, after ?? null, limit],
    );
    return rows.map(toDelivery);
  }

  async find(
    tx: Transaction,
    connectionId: string,
    id: string,
    lock: 'for-update' | 'no-lock' = 'no-lock',
  ): Promise<StoredDelivery | undefined> {
    const rows = await tx.query<Columns>(
      `SELECT ${COLUMNS} FROM hook_delivery WHERE ${THIS} ${lock === 'for-update' ? 'FOR UPDATE' : ''}`,
      [tx.organizationId, connectionId, id],
    );
    return rows.map(toDelivery)[0];
  }

  /** Ids of what can be run again, oldest first. */
  async idsBetween(
    tx: Transaction,
    connectionId: string,
    { from, to, limit, after }: { from: Date; to: Date; limit: number; after: string | undefined },
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM hook_delivery
       WHERE organization_id = $1 AND connection_id = $2 AND received_at >= $3 AND received_at < $4 AND event IS NOT NULL
         AND ($5::uuid IS NULL OR id > $5) ORDER BY id LIMIT $6`,
      [tx.organizationId, connectionId, from, to, after ?? null, limit],
    );
    return rows.map((row) => row.id);
  }

  async hydrated(tx: Transaction, connectionId: string, id: string, hydration: Hydration): Promise<void> {
    await tx.query(`UPDATE hook_delivery SET hydration = $4 WHERE ${THIS}`, [
      tx.organizationId,
      connectionId,
      id,
      storableJson({ ...hydration, at: new Date() }),
    ]);
  }

  async ranAgain(tx: Transaction, connectionId: string, id: string, outcome: HookOutcome): Promise<void> {
    const { status, ...result } = outcome;
    await tx.query(
      `UPDATE hook_delivery SET state = $4, result = $5, attempts = attempts + 1, run_at = now(),
         candidate_id = coalesce($6, candidate_id) WHERE ${THIS}`,
      [
        tx.organizationId,
        connectionId,
        id,
        status,
        storableJson(result),
        'candidateId' in result ? result.candidateId : null,
      ],
    );
  }
}

const toDelivery = ({ state, result, event, ...rest }: Columns): StoredDelivery => ({
  ...rest,
  outcome: { status: state, ...result } as HookOutcome,
  event: event === null ? null : fromStoredEvent(event),
});
