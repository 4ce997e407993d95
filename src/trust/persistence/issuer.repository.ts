import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import type { Tier, TrustDecision } from '../domain/tier.js';

/** Where an issuer's name comes from; `self-asserted` is what its own documents say. */
export type NameSource = 'self-asserted' | 'document' | 'registry' | 'organization';

/** An issuer as the organization met it, with the decision that holds for everything it says. */
export interface Issuer {
  readonly id: string;
  /** DID or URL that the issuer goes by. */
  readonly identifier: string;
  readonly name: string | null;
  readonly nameSource: NameSource;
  readonly firstSeenAt: Date;
  /** null: nothing was decided; without a decision an issuer is `known`. */
  readonly tier: Tier | null;
  readonly credentialCount: number;
}

const SELECT = `
  SELECT i.id, i.identifier, i.name, i.name_source AS "nameSource", i.first_seen_at AS "firstSeenAt",
    (SELECT t.tier FROM issuer_trust t WHERE t.organization_id = i.organization_id AND t.issuer_id = i.id
       AND t.ended_at IS NULL AND t.competency_ids IS NULL) AS tier,
    (SELECT count(*) FROM credential_verdict v
     WHERE v.organization_id = i.organization_id AND v.issuer_id = i.id) AS "credentialCount"
  FROM issuer i`;

const BETTER_NAMED = `issuer.name_source = 'self-asserted' AND excluded.name_source = 'document' AND excluded.name IS NOT NULL`;

@Injectable()
export class IssuerRepository {
  /**
   * The issuer's id; made at first sight. A name is filled in when none was known. A later badge never overwrites
   * it; the name in the issuer’s own document takes the place of one that only a badge gave.
   */
  async record(
    tx: Transaction,
    issuer: { identifier: string; name: string | null; nameSource: NameSource },
    at: Date,
  ): Promise<string> {
    const identifier = storableText(issuer.identifier);
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO issuer (organization_id, id, identifier, name, name_source, first_seen_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT ON CONSTRAINT issuer_identifier_key DO UPDATE SET
         name = CASE WHEN ${BETTER_NAMED} THEN excluded.name ELSE coalesce(issuer.name, excluded.name) END,
         name_source = CASE WHEN ${BETTER_NAMED} OR issuer.name IS NULL THEN excluded.name_source ELSE issuer.name_source END
       RETURNING id`,
      [
        tx.organizationId,
        newId(),
        identifier,
        issuer.name === null ? null : storableText(issuer.name).slice(0, 300),
        issuer.nameSource,
        at,
      ],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('an issuer that was stored has no id');
    return id;
  }

  async idOf(tx: Transaction, identifier: string): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM issuer WHERE organization_id = $1 AND identifier = $2`,
      [tx.organizationId, storableText(identifier)],
    );
    return rows[0]?.id;
  }

  async find(tx: Transaction, id: string): Promise<Issuer | undefined> {
    const rows = await tx.query<Issuer>(`${SELECT} WHERE i.organization_id = $1 AND i.id = $2`, [
      tx.organizationId,
      id,
    ]);
    return rows[0];
  }

  list(tx: Transaction, q: string | undefined, after: string | null, limit: number): Promise<Issuer[]> {
    return tx.query<Issuer>(
      `${SELECT} WHERE i.organization_id = $1 AND ($2::uuid IS NULL OR i.id > $2)
         AND ($3::text IS NULL OR i.name ILIKE $3 OR i.identifier ILIKE $3)
       ORDER BY i.id LIMIT $4`,
      [tx.organizationId, after, q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`, limit],
    );
  }

  decisionsInForce(
    tx: Transaction,
    issuerId: string,
  ): Promise<(TrustDecision & { reason: string; decidedAt: Date })[]> {
    return tx.query(
      `SELECT tier, competency_ids AS "competencyIds", reason, decided_at AS "decidedAt" FROM issuer_trust
       WHERE organization_id = $1 AND issuer_id = $2 AND ended_at IS NULL ORDER BY decided_at DESC, id DESC`,
      [tx.organizationId, issuerId],
    );
  }

  /** Ends the decision of the same scope, if there is one, and begins the new one. */
  async decide(
    tx: Transaction,
    decision: TrustDecision & { issuerId: string; reason: string; decidedBy: string },
    at: Date,
  ): Promise<void> {
    const scope = decision.competencyIds === null ? null : [...decision.competencyIds].sort();
    await tx.query(
      `UPDATE issuer_trust SET ended_at = $4
       WHERE organization_id = $1 AND issuer_id = $2 AND ended_at IS NULL AND competency_ids IS NOT DISTINCT FROM $3::uuid[]`,
      [tx.organizationId, decision.issuerId, scope, at],
    );
    await tx.query(
      `INSERT INTO issuer_trust (organization_id, id, issuer_id, competency_ids, tier, reason, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.organizationId,
        newId(),
        decision.issuerId,
        scope,
        decision.tier,
        storableText(decision.reason),
        decision.decidedBy,
        at,
      ],
    );
  }

  /** Whether all ids are competencies of the organization. */
  async knowsCompetencies(tx: Transaction, ids: readonly string[]): Promise<boolean> {
    const rows = await tx.query<{ known: number }>(
      `SELECT count(DISTINCT id) AS known FROM competency WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
      [tx.organizationId, ids],
    );
    return rows[0]?.known === new Set(ids).size;
  }
}
