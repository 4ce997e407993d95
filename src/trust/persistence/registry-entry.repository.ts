import { Injectable } from '@nestjs/common';
import { storableJson, storableText, type SystemTransaction, type Transaction } from '../../platform/database/index.js';
import type { RegistryEntry } from '../domain/registries/trust-registry.js';
import { lookKeys } from '../domain/look-alikes/look-alike.js';
import { registryKeySql } from './recognition-sql.js';

const KEY = registryKeySql('i.identifier');

/** What was answered before stands, since nothing was answered now. */
const STANDS = `(excluded.outcome = 'unknown' AND e.outcome <> 'unknown' AND e.counts_until > now())`;

/** When something was answered, how long it may be relied on, and when it is asked again. */
export interface AnswerPlan {
  readonly at: Date;
  readonly goodForMs: number;
  readonly againInMs: number;
}

@Injectable()
export class RegistryEntryRepository {
  /**
   * Makes these the entries of a registry; what is not among them is gone.
   *
   * @returns identifiers about which something else is said than before
   */
  async replace(tx: Transaction, registryId: string, entries: readonly RegistryEntry[], at: Date): Promise<string[]> {
    const rows = await tx.query<{ identifier: string }>(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($3::jsonb) AS e (identifier text, outcome text, name text, url text,
           location text, detail text, look text[])),
       gone AS (
         DELETE FROM trust_registry_entry WHERE organization_id = $1 AND registry_id = $2
           AND identifier NOT IN (SELECT identifier FROM given) RETURNING identifier),
       -- Rows as they were: the statement sees nothing of what it writes itself.
       was AS (SELECT identifier, outcome, name FROM trust_registry_entry WHERE organization_id = $1 AND registry_id = $2),
       kept AS (
         INSERT INTO trust_registry_entry (organization_id, registry_id, identifier, outcome, name, url, location, detail,
           look, asked_at)
         SELECT $1, $2, identifier, outcome, name, url, location, detail, look, $4 FROM given
         ON CONFLICT ON CONSTRAINT trust_registry_entry_pkey DO UPDATE SET outcome = excluded.outcome,
           name = excluded.name, url = excluded.url, location = excluded.location, detail = excluded.detail,
           look = excluded.look, asked_at = excluded.asked_at, counts_until = NULL)
       SELECT identifier FROM gone
       UNION SELECT g.identifier FROM given g LEFT JOIN was w USING (identifier)
         WHERE (g.outcome, g.name) IS DISTINCT FROM (w.outcome, w.name)`,
      [tx.organizationId, registryId, storableJson(withLook(entries)), at],
    );
    return rows.map(({ identifier }) => identifier);
  }

  /**
   * Keeps one answer of a registry that is asked about each issuer. One that could not be had leaves standing what was
   * answered before, as long as that may be relied on; waits run on real time.
   *
   * @returns whether something else is said than before
   */
  async put(tx: Transaction, registryId: string, entry: RegistryEntry, plan: AnswerPlan): Promise<boolean> {
    const [row] = await tx.query<{ changed: boolean }>(
      `WITH was AS (SELECT outcome, name FROM trust_registry_entry
         WHERE organization_id = $1 AND registry_id = $2 AND identifier = $3),
       kept AS (
         INSERT INTO trust_registry_entry AS e (organization_id, registry_id, identifier, outcome, name, url, location,
           detail, asked_at, counts_until, next_ask_at, look)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + $10 * interval '1 millisecond',
           now() + $11 * interval '1 millisecond', $12)
         ON CONFLICT ON CONSTRAINT trust_registry_entry_pkey DO UPDATE SET
           outcome = CASE WHEN ${STANDS} THEN e.outcome ELSE excluded.outcome END,
           name = CASE WHEN ${STANDS} THEN e.name ELSE excluded.name END,
           url = CASE WHEN ${STANDS} THEN e.url ELSE excluded.url END,
           look = CASE WHEN ${STANDS} THEN e.look ELSE excluded.look END,
           location = CASE WHEN ${STANDS} THEN e.location ELSE excluded.location END,
           asked_at = CASE WHEN ${STANDS} THEN e.asked_at ELSE excluded.asked_at END,
           counts_until = CASE WHEN ${STANDS} THEN e.counts_until ELSE excluded.counts_until END,
           detail = excluded.detail, next_ask_at = excluded.next_ask_at
         RETURNING outcome, name)
       SELECT (kept.outcome, kept.name) IS DISTINCT FROM (was.outcome, was.name) AS changed
       FROM kept LEFT JOIN was ON true`,
      [
        ...[tx.organizationId, registryId, entry.identifier, entry.outcome, entry.name, entry.url, entry.location],
        ...[entry.detail, plan.at, plan.goodForMs, plan.againInMs, lookKeys(entry).map(storableText)],
      ],
    );
    return row?.changed ?? false;
  }

  /** Registry keys of issuers that were met. */
  async metKeys(tx: Transaction, limit: number): Promise<string[]> {
    const rows = await tx.query<{ key: string }>(
      `SELECT DISTINCT ${KEY} AS key FROM issuer i
       WHERE i.organization_id = $1 AND octet_length(i.identifier) <= 2048 ORDER BY key LIMIT $2`,
      [tx.organizationId, limit],
    );
    return rows.map(({ key }) => key);
  }

  /** Takes answers that are to be asked for anew; the next attempt stands an hour ahead until the answer plans anew. */
  takeDue(
    tx: SystemTransaction,
    limit: number,
  ): Promise<{ organizationId: string; registryId: string; identifier: string }[]> {
    return tx.query(
      `UPDATE trust_registry_entry e SET next_ask_at = now() + interval '1 hour'
       FROM (SELECT organization_id, registry_id, identifier FROM trust_registry_entry
             WHERE next_ask_at <= now() ORDER BY next_ask_at LIMIT $1 FOR UPDATE SKIP LOCKED) due
       WHERE e.organization_id = due.organization_id AND e.registry_id = due.registry_id AND e.identifier = due.identifier
       RETURNING e.organization_id AS "organizationId", e.registry_id AS "registryId", e.identifier`,
      [limit],
    );
  }

  async identifiersOf(tx: Transaction, registryId: string): Promise<string[]> {
    const rows = await tx.query<{ identifier: string }>(
      `SELECT identifier FROM trust_registry_entry WHERE organization_id = $1 AND registry_id = $2`,
      [tx.organizationId, registryId],
    );
    return rows.map(({ identifier }) => identifier);
  }

  /** Ids of the issuers that were met, among these identifiers. */
  async met(tx: Transaction, identifiers: readonly string[]): Promise<string[]> {
    if (identifiers.length === 0) return [];
    const rows = await tx.query<{ id: string }>(
      `SELECT i.id FROM issuer i WHERE i.organization_id = $1 AND ${KEY} = ANY ($2::text[]) ORDER BY i.id`,
      [tx.organizationId, identifiers.map(storableText)],
    );
    return rows.map(({ id }) => id);
  }
}

/** Each issuer once, with the keys by which others that look alike find it. */
function withLook(entries: readonly RegistryEntry[]): object[] {
  const unique = new Map(entries.map((entry) => [entry.identifier, entry]));
  return [...unique.values()].map((entry) => ({ ...entry, look: lookKeys(entry) }));
}
