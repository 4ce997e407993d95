import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';
import type { Tier } from '../domain/tier.js';
import { ENDORSER_TRUSTED, listedNameSql, recognizedSql, registryKeySql } from './recognition-sql.js';

/** An issuer that is believed more than most, and might be taken for another. */
export interface BelievedIssuer {
  readonly identifier: string;
  readonly name: string | null;
  readonly url: string | null;
  readonly tier: Tier;
  /** In the directory; null for one that only a registry knows. */
  readonly issuerId: string | null;
  readonly registryId: string | null;
}

/** What is found by keys is compared one by one, so it is bounded. */
const MOST = 200;

const TIER = `coalesce((SELECT t.tier FROM issuer_trust t WHERE t.organization_id = i.organization_id AND t.issuer_id = i.id
  AND t.ended_at IS NULL AND t.competency_ids IS NULL),
  CASE WHEN ${recognizedSql('i', ENDORSER_TRUSTED)} THEN 'recognized' ELSE 'known' END)`;

@Injectable()
export class LookAlikeRepository {
  /** The tier in force of the issuer with this registry key; `known` for one that was never met. */
  async tierOf(tx: Transaction, key: string): Promise<Tier> {
    const [row] = await tx.query<{ tier: Tier }>(
      `SELECT ${TIER} AS tier FROM issuer i
       WHERE i.organization_id = $1 AND ${registryKeySql('i.identifier')} = $2 ORDER BY i.id LIMIT 1`,
      [tx.organizationId, storableText(key)],
    );
    return row?.tier ?? 'known';
  }

  /** Trusted and recognized issuers, and those that registries list, that share a key. */
  async believed(tx: Transaction, keys: readonly string[]): Promise<BelievedIssuer[]> {
    return tx.query<BelievedIssuer>(
      `(SELECT b.* FROM (
         SELECT i.identifier, coalesce(${listedNameSql('i')}, i.name) AS name, NULL::text AS url, ${TIER} AS tier,
           i.id AS "issuerId", NULL::uuid AS "registryId"
         FROM issuer i WHERE i.organization_id = $1 AND i.look && $2::text[]) b
       WHERE b.tier IN ('trusted', 'recognized') ORDER BY b."issuerId" LIMIT ${MOST})
       UNION ALL
       (SELECT e.identifier, e.name, e.url, 'recognized', NULL, r.id
        FROM trust_registry_entry e
        JOIN trust_registry r ON r.organization_id = e.organization_id AND r.id = e.registry_id AND NOT r.lapsed
        WHERE e.organization_id = $1 AND e.look && $2::text[] AND e.outcome = 'listed'
        ORDER BY r.id, e.identifier LIMIT ${MOST})`,
      [tx.organizationId, keys.map(storableText)],
    );
  }
}
