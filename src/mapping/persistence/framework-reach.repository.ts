import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** What a new version of a framework says otherwise. */
export interface FrameworkReach {
  /** Of entries that are new, called otherwise, replaced or gone. */
  readonly uris: readonly string[];
  /** Names that entries have from now on. */
  readonly labels: readonly string[];
}

@Injectable()
export class FrameworkReachRepository {
  /**
   * Credentials whose mappings may change, in ascending order: with a mapping to one of the entries, with a claim that names
   * one by its uri, or with a claim that fitted nothing and is spelled like one of the names but for case.
   */
  async credentialIds(tx: Transaction, { uris, labels }: FrameworkReach, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM (
         SELECT m.credential_id AS id FROM competency c
         JOIN mapping m ON m.organization_id = $1 AND m.competency_id = c.id AND m.superseded_at IS NULL
         WHERE c.organization_id = $1 AND c.uri = ANY ($2::text[])
         UNION
         SELECT credential_id FROM claim WHERE organization_id = $1 AND uri = ANY ($2::text[])
         UNION
         SELECT m.credential_id FROM mapping m
         JOIN claim c ON c.organization_id = $1 AND c.credential_id = m.credential_id AND c.position = m.claim_position
         WHERE m.organization_id = $1 AND m.superseded_at IS NULL AND m.state = 'unmapped'
           AND lower(btrim(c.text)) = ANY ($3::text[])
       ) reached ORDER BY id LIMIT $4`,
      [tx.organizationId, uris, labels.map((label) => label.trim().toLowerCase()), limit],
    );
    return rows.map(({ id }) => id);
  }
}
