import { Injectable } from '@nestjs/common';
import { storableJson, storableText, type Transaction } from '../../platform/database/index.js';
import type { AuditEvent, AuditLink } from '../domain/audit-event.js';

interface LinkedRow {
  readonly link: AuditLink;
  readonly event: AuditEvent | undefined;
}

export interface AuditFilter {
  readonly action: string | undefined;
  readonly targetId: string | undefined;
}

const EVENT = `e.organization_id AS "organizationId", e.id,
  to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "occurredAt",
  e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.action, e.target_type AS "targetType",
  e.target_id AS "targetId", e.detail, e.request_id AS "requestId"`;
const LINK = `l.sequence, l.event_id AS "eventId", l.previous_hash AS "previousHash", l.hash`;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** The log and the chain that is laid through it. Both tables only ever grow. */
@Injectable()
export class AuditRepository {
  async insertAll(
    tx: Transaction,
    events: readonly Omit<AuditEvent, 'organizationId' | 'occurredAt'>[],
    at: Date,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO audit_event (organization_id, id, occurred_at, actor_kind, actor_id, action, target_type, target_id,
                                detail, request_id)
       SELECT $1, e.id, $2, e.actor_kind, e.actor_id, e.action, e.target_type, e.target_id, e.detail, e.request_id
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[], $10::text[])
         AS e (id, actor_kind, actor_id, action, target_type, target_id, detail, request_id)`,
      [
        tx.organizationId,
        at,
        events.map((event) => event.id),
        events.map((event) => event.actorKind),
        events.map((event) => storableText(event.actorId)),
        events.map((event) => event.action),
        events.map((event) => event.targetType),
        events.map((event) => storableText(event.targetId)),
        events.map((event) => storableJson(event.detail)),
        events.map((event) => event.requestId),
      ],
    );
  }

  /** Until the transaction ends, nobody else adds to the chain of the organization. */
  async lockChain(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('audit-chain:' || $1, 0))`, [tx.organizationId]);
  }

  async lastLink(tx: Transaction): Promise<AuditLink | undefined> {
    const [link] = await tx.query<AuditLink>(
      `SELECT ${LINK} FROM audit_link l WHERE l.organization_id = $1 ORDER BY l.sequence DESC LIMIT 1`,
      [tx.organizationId],
    );
    return link;
  }

  /**
   * Events without a place in the chain, oldest first.
   *
   * @param fromId only events whose (time-ordered) id is not smaller; undefined: all
   */
  unsealed(tx: Transaction, fromId: string | undefined, limit: number): Promise<AuditEvent[]> {
    return tx.query<AuditEvent>(
      `SELECT ${EVENT} FROM audit_event e
       WHERE e.organization_id = $1 AND e.id >= $2
         AND NOT EXISTS (SELECT FROM audit_link l WHERE l.organization_id = $1 AND l.event_id = e.id)
       ORDER BY e.id LIMIT $3`,
      [tx.organizationId, fromId ?? NO_ID, limit],
    );
  }

  async insertLinks(tx: Transaction, links: readonly AuditLink[]): Promise<void> {
    await tx.query(
      `INSERT INTO audit_link (organization_id, sequence, event_id, previous_hash, hash)
       SELECT $1, l.* FROM unnest($2::bigint[], $3::uuid[], $4::bytea[], $5::bytea[]) AS l`,
      [
        tx.organizationId,
        links.map((l) => l.sequence),
        links.map((l) => l.eventId),
        links.map((l) => l.previousHash),
        links.map((l) => l.hash),
      ],
    );
  }

  /** The chain in order, with the events as they are now. @param after sequence to continue after */
  async chain(tx: Transaction, after: number, limit: number): Promise<LinkedRow[]> {
    const rows = await tx.query<AuditLink & { event: AuditEvent | null }>(
      `SELECT ${LINK}, to_jsonb(e) AS event
       FROM audit_link l
       LEFT JOIN LATERAL (SELECT ${EVENT} FROM audit_event e WHERE e.organization_id = $1 AND e.id = l.event_id) e ON true
       WHERE l.organization_id = $1 AND l.sequence > $2
       ORDER BY l.sequence LIMIT $3`,
      [tx.organizationId, after, limit],
    );
    return rows.map(({ event, ...link }) => ({ link, event: event ?? undefined }));
  }

  /** Sealed events, newest first. @param before sequence to continue before */
  list(
    tx: Transaction,
    filter: AuditFilter,
    before: number | undefined,
    limit: number,
  ): Promise<(AuditEvent & { sequence: number; hash: Buffer })[]> {
    return tx.query(
      `SELECT ${EVENT}, l.sequence, l.hash
       FROM audit_link l JOIN audit_event e ON e.organization_id = $1 AND e.id = l.event_id
       WHERE l.organization_id = $1 AND ($2::bigint IS NULL OR l.sequence < $2)
         AND ($3::text IS NULL OR e.action = $3) AND ($4::text IS NULL OR e.target_id = $4)
       ORDER BY l.sequence DESC LIMIT $5`,
      [tx.organizationId, before ?? null, filter.action ?? null, filter.targetId ?? null, limit],
    );
  }
}
