import { Injectable } from '@nestjs/common';
import { storableJson, type Transaction } from '../../platform/database/index.js';
import type { Endorsement, FoundEndorsement } from '../domain/issuer-endorsement.js';

/** Endorsements that are shown of one issuer. */
const MOST_SHOWN = 50;

@Injectable()
export class IssuerEndorsementRepository {
  /**
   * Makes these the endorsements that came in the documents.
   *
   * @returns registry keys of issuers who are endorsed by others than before
   */
  async replace(
    tx: Transaction,
    credentialIds: readonly string[],
    found: readonly FoundEndorsement[],
    at: Date,
  ): Promise<string[]> {
    const rows = await tx.query<{ endorsed: string }>(
      `WITH given AS (
         SELECT "credentialId" AS credential_id, place, endorsed, "endorserId" AS endorser_id, "validUntil" AS valid_until
         FROM jsonb_to_recordset($3::jsonb) AS e ("credentialId" uuid, place text, endorsed text, "endorserId" uuid,
           "validUntil" timestamptz)),
       was AS (SELECT * FROM issuer_endorsement WHERE organization_id = $1 AND credential_id = ANY ($2::uuid[])),
       gone AS (
         DELETE FROM issuer_endorsement e WHERE organization_id = $1 AND credential_id = ANY ($2::uuid[])
           AND NOT EXISTS (SELECT FROM given g WHERE g.credential_id = e.credential_id AND g.place = e.place)),
       kept AS (
         INSERT INTO issuer_endorsement (organization_id, credential_id, place, endorsed, endorser_id, valid_until,
           verified_at)
         SELECT $1, credential_id, place, endorsed, endorser_id, valid_until, $4 FROM given
         ON CONFLICT ON CONSTRAINT issuer_endorsement_pkey DO UPDATE SET endorsed = excluded.endorsed,
           endorser_id = excluded.endorser_id, valid_until = excluded.valid_until, verified_at = excluded.verified_at)
       (SELECT endorsed FROM was w WHERE NOT EXISTS (SELECT FROM given g WHERE g.credential_id = w.credential_id
          AND g.endorsed = w.endorsed AND g.endorser_id = w.endorser_id))
       UNION
       (SELECT endorsed FROM given g WHERE NOT EXISTS (SELECT FROM was w WHERE w.credential_id = g.credential_id
          AND w.endorsed = g.endorsed AND w.endorser_id = g.endorser_id))`,
      [tx.organizationId, credentialIds, storableJson(found), at],
    );
    return rows.map(({ endorsed }) => endorsed);
  }

  /** Drops what came in documents that are gone. @returns registry keys of issuers that were endorsed in them */
  async dropOrphans(tx: Transaction): Promise<string[]> {
    const rows = await tx.query<{ endorsed: string }>(
      `WITH gone AS (
         DELETE FROM issuer_endorsement e WHERE organization_id = $1
           AND NOT EXISTS (SELECT FROM credential c WHERE c.organization_id = e.organization_id AND c.id = e.credential_id)
         RETURNING endorsed)
       SELECT DISTINCT endorsed FROM gone`,
      [tx.organizationId],
    );
    return rows.map(({ endorsed }) => endorsed);
  }

  /** Registry keys of issuers whom this one endorses. */
  async endorsedBy(tx: Transaction, endorserId: string): Promise<string[]> {
    const rows = await tx.query<{ endorsed: string }>(
      `SELECT DISTINCT endorsed FROM issuer_endorsement WHERE organization_id = $1 AND endorser_id = $2`,
      [tx.organizationId, endorserId],
    );
    return rows.map(({ endorsed }) => endorsed);
  }

  /** Who endorses the issuer: those that count first. @param endorsed its registry key */
  of(tx: Transaction, endorsed: string | undefined): Promise<Endorsement[]> {
    return tx.query<Endorsement>(
      `SELECT i.id AS "issuerId", i.identifier, i.name, t.tier IS NOT NULL AS counts, n.credential_id AS "credentialId",
         n.place, n.valid_until AS "validUntil", n.verified_at AS "verifiedAt"
       FROM issuer_endorsement n
       JOIN issuer i ON i.organization_id = n.organization_id AND i.id = n.endorser_id
       LEFT JOIN issuer_trust t ON t.organization_id = i.organization_id AND t.issuer_id = i.id AND t.ended_at IS NULL
         AND t.competency_ids IS NULL AND t.tier = 'trusted'
       WHERE n.organization_id = $1 AND n.endorsed = $2
       ORDER BY counts DESC, n.credential_id, n.place LIMIT ${MOST_SHOWN}`,
      [tx.organizationId, endorsed ?? null],
    );
  }
}
