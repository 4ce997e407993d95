import { Injectable } from '@nestjs/common';
import { storableJson, storableText, type Transaction } from '../../platform/database/index.js';
import type { RegistryEntry } from '../domain/registries/trust-registry.js';
import { registryKeySql } from './recognition-sql.js';

const KEY = registryKeySql('i.identifier');

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
           location text, detail text)),
       gone AS (
         DELETE FROM trust_registry_entry WHERE organization_id = $1 AND registry_id = $2
           AND identifier NOT IN (SELECT identifier FROM given) RETURNING identifier),
       -- Rows as they were: the statement sees nothing of what it writes itself.
       was AS (SELECT identifier, outcome, name FROM trust_registry_entry WHERE organization_id = $1 AND registry_id = $2),
       kept AS (
         INSERT INTO trust_registry_entry (organization_id, registry_id, identifier, outcome, name, url, location, detail,
           asked_at)
         SELECT $1, $2, identifier, outcome, name, url, location, detail, $4 FROM given
         ON CONFLICT ON CONSTRAINT trust_registry_entry_pkey DO UPDATE SET outcome = excluded.outcome,
           name = excluded.name, url = excluded.url, location = excluded.location, detail = excluded.detail,
           asked_at = excluded.asked_at, counts_until = NULL)
       SELECT identifier FROM gone
       UNION SELECT g.identifier FROM given g LEFT JOIN was w USING (identifier)
         WHERE (g.outcome, g.name) IS DISTINCT FROM (w.outcome, w.name)`,
      [tx.organizationId, registryId, storableJson(entries), at],
    );
    return rows.map(({ identifier }) => identifier);
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
