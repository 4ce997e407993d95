import { Injectable } from '@nestjs/common';
import { storableJson, storableText, type SystemTransaction, type Transaction } from '../../platform/database/index.js';
import type { StoredAnswer } from '../domain/registries/registry-standing.js';
import type { NewRegistry, RegistryFailure, RegistryKind, TrustRegistry } from '../domain/registries/trust-registry.js';

const SELECT = `SELECT r.id, r.parent_id AS "parentId", r.kind, r.name, r.source, r.settings, r.reason,
    r.registered_by AS "registeredBy", r.registered_at AS "registeredAt", r.fetched_at AS "fetchedAt", r.failure, r.lapsed,
    (SELECT count(*)::int FROM trust_registry_entry e
     WHERE e.organization_id = r.organization_id AND e.registry_id = r.id AND e.outcome = 'listed') AS listed
  FROM trust_registry r WHERE r.organization_id = $1`;

/** How an attempt to read a registry ended. */
export interface Attempt {
  /** Null: it went well. */
  readonly failure: RegistryFailure | null;
  readonly at: Date;
  /** Until the next attempt, in milliseconds; null for what is never read. */
  readonly nextInMs: number | null;
  /** How long what was read counts, in milliseconds. */
  readonly goodForMs: number;
}

@Injectable()
export class TrustRegistryRepository {
  /** @returns false when the organization has this one already */
  async insert(
    tx: Transaction,
    registry: NewRegistry & Pick<TrustRegistry, 'id' | 'parentId' | 'registeredBy' | 'registeredAt'>,
  ): Promise<boolean> {
    const { id, parentId, kind, name, source, settings, reason, registeredBy, registeredAt } = registry;
    const rows = await tx.query(
      `INSERT INTO trust_registry (organization_id, id, parent_id, kind, name, source, settings, reason, registered_by,
         registered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT ON CONSTRAINT trust_registry_source_key DO NOTHING RETURNING id`,
      [
        ...[tx.organizationId, id, parentId, kind, storableText(name), source === null ? null : storableText(source)],
        ...[storableJson(settings), storableText(reason), registeredBy, registeredAt],
      ],
    );
    return rows.length === 1;
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.query(`DELETE FROM trust_registry WHERE organization_id = $1 AND id = $2`, [tx.organizationId, id]);
  }

  /** Only one at a time works on what a registry said. */
  async hold(tx: Transaction, id: string): Promise<TrustRegistry | undefined> {
    await tx.query(`SELECT 1 FROM trust_registry WHERE organization_id = $1 AND id = $2 FOR UPDATE`, [
      tx.organizationId,
      id,
    ]);
    return this.find(tx, id);
  }

  async find(tx: Transaction, id: string): Promise<TrustRegistry | undefined> {
    const [row] = await tx.query<TrustRegistry>(`${SELECT} AND r.id = $2`, [tx.organizationId, id]);
    return row;
  }

  /** In the order in which they were registered. */
  all(tx: Transaction): Promise<TrustRegistry[]> {
    return tx.query<TrustRegistry>(`${SELECT} ORDER BY r.id`, [tx.organizationId]);
  }

  async idsOfKind(tx: Transaction, kind: RegistryKind): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM trust_registry WHERE organization_id = $1 AND kind = $2 ORDER BY id`,
      [tx.organizationId, kind],
    );
    return rows.map(({ id }) => id);
  }

  namedBy(tx: Transaction, parentId: string): Promise<TrustRegistry[]> {
    return tx.query<TrustRegistry>(`${SELECT} AND r.parent_id = $2 ORDER BY r.id`, [tx.organizationId, parentId]);
  }

  /**
   * Notes how an attempt ended. What was read before goes on counting until its time is up; waits run on real time.
   *
   * @returns whether what was read counted before and no longer does, or the other way round
   */
  async note(tx: Transaction, id: string, { failure, at, nextInMs, goodForMs }: Attempt): Promise<boolean> {
    const [row] = await tx.query<{ turned: boolean }>(
      `UPDATE trust_registry r SET
         failure = $3, failures = CASE WHEN $3::jsonb IS NULL THEN 0 ELSE r.failures + 1 END,
         fetched_at = CASE WHEN $3::jsonb IS NULL THEN $4 ELSE r.fetched_at END,
         counts_until = CASE WHEN $3::jsonb IS NULL THEN now() + $6 * interval '1 millisecond' ELSE r.counts_until END,
         lapsed = $3::jsonb IS NOT NULL AND r.counts_until IS NOT NULL AND r.counts_until <= now(),
         next_fetch_at = now() + CASE WHEN $3::jsonb IS NULL THEN least($5::float8, $6::float8) ELSE $5 END
           * interval '1 millisecond'
       FROM (SELECT organization_id, id, lapsed FROM trust_registry WHERE organization_id = $1 AND id = $2) before
       WHERE r.organization_id = before.organization_id AND r.id = before.id
       RETURNING r.lapsed IS DISTINCT FROM before.lapsed AS turned`,
      [tx.organizationId, id, failure === null ? null : storableJson(failure), at, nextInMs, goodForMs],
    );
    return row?.turned ?? false;
  }

  async failuresOf(tx: Transaction, id: string): Promise<number> {
    const [row] = await tx.query<{ failures: number }>(
      `SELECT failures FROM trust_registry WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id],
    );
    return row?.failures ?? 0;
  }

  /** What every registry of the organization last said about one issuer. @param identifier its registry key */
  answersAbout(tx: Transaction, identifier: string | undefined): Promise<StoredAnswer[]> {
    return tx.query<StoredAnswer>(
      `SELECT r.id AS "registryId", r.name AS "registryName", r.kind, r.source, r.fetched_at AS "fetchedAt", r.failure,
         r.lapsed, e.outcome, e.name AS "listedName", e.url AS "listedUrl", e.location AS "listedLocation", e.detail,
         e.asked_at AS "askedAt"
       FROM trust_registry r
       LEFT JOIN trust_registry_entry e ON e.organization_id = r.organization_id AND e.registry_id = r.id
         AND e.identifier = $2
       WHERE r.organization_id = $1
         -- A list of registries says nothing itself; only where it could not be read is it unknown what it names.
         AND NOT (r.failure IS NULL AND EXISTS (SELECT FROM trust_registry n
           WHERE n.organization_id = r.organization_id AND n.parent_id = r.id))
       ORDER BY r.id`,
      [tx.organizationId, identifier ?? null],
    );
  }

  /** Takes registries whose time has come; their next attempt stands an hour ahead until the reading plans anew. */
  takeDue(tx: SystemTransaction, limit: number): Promise<{ organizationId: string; registryId: string }[]> {
    return tx.query(
      `UPDATE trust_registry r SET next_fetch_at = now() + interval '1 hour'
       FROM (SELECT organization_id, id FROM trust_registry
             WHERE next_fetch_at <= now() ORDER BY next_fetch_at LIMIT $1 FOR UPDATE SKIP LOCKED) due
       WHERE r.organization_id = due.organization_id AND r.id = due.id
       RETURNING r.organization_id AS "organizationId", r.id AS "registryId"`,
      [limit],
    );
  }
}
