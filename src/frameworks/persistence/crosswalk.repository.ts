import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';
import type { CrosswalkRelation } from '../domain/content/framework-content.js';

/** A crosswalk that a person states. */
export interface StatedByPerson {
  readonly id: string;
  readonly competencyId: string;
  readonly relation: CrosswalkRelation;
  /** Canonical key of the other side. */
  readonly key: string;
  readonly label: string | null;
  readonly toCompetencyId: string | null;
  /** Percent; null where nothing is said. */
  readonly confidence: number | null;
  readonly reviewer: string;
}

export interface ListedCrosswalk extends Omit<StatedByPerson, 'reviewer'> {
  readonly reviewer: string | null;
  /** `framework`: the version in force says so; `person`: the reviewer does. */
  readonly source: string;
  readonly competency: { readonly label: string; readonly uri: string } | null;
  readonly createdAt: Date;
}

export interface CrosswalkFilter {
  readonly competencyId?: string | undefined;
  readonly relation?: string | undefined;
  readonly source?: string | undefined;
  readonly key?: string | undefined;
}

const BY_PERSON = 'person';

/** Crosswalks as records of their own. */
@Injectable()
export class CrosswalkRepository {
  /** Those of a competency on either side, in the order of ids. */
  list(
    tx: Transaction,
    { competencyId, relation, source, key }: CrosswalkFilter,
    after: string | null,
    limit: number,
  ): Promise<ListedCrosswalk[]> {
    return tx.query<ListedCrosswalk>(
      `SELECT x.id, x.competency_id AS "competencyId", x.relation, x.to_key AS key, x.to_label AS label,
         x.to_competency_id AS "toCompetencyId", x.source, x.confidence, x.reviewer, x.created_at AS "createdAt",
         CASE WHEN e.label IS NOT NULL THEN jsonb_build_object('label', e.label, 'uri', c.uri) END AS competency
       FROM crosswalk x
       JOIN competency c ON c.organization_id = $1 AND c.id = x.competency_id
       JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
       LEFT JOIN competency_entry e ON e.organization_id = $1 AND e.framework_version_id = f.active_version_id
         AND e.competency_id = c.id
       WHERE x.organization_id = $1 AND ($2::uuid IS NULL OR x.competency_id = $2 OR x.to_competency_id = $2)
         AND ($3::text IS NULL OR x.relation = $3) AND ($4::text IS NULL OR x.source = $4)
         AND ($5::text IS NULL OR x.to_key = $5) AND ($6::uuid IS NULL OR x.id > $6)
       ORDER BY x.id LIMIT $7`,
      [tx.organizationId, competencyId ?? null, relation ?? null, source ?? null, key ?? null, after, limit],
    );
  }

  async find(tx: Transaction, id: string): Promise<{ source: string; relation: string; key: string } | undefined> {
    const rows = await tx.query<{ source: string; relation: string; key: string }>(
      `SELECT source, relation, to_key AS key FROM crosswalk WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id],
    );
    return rows[0];
  }

  /** @returns whether it was not there yet */
  async add(tx: Transaction, crosswalk: StatedByPerson, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO crosswalk (organization_id, id, competency_id, relation, to_key, to_label, to_competency_id, source,
         confidence, reviewer, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, '${BY_PERSON}', $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
      [
        tx.organizationId,
        crosswalk.id,
        crosswalk.competencyId,
        crosswalk.relation,
        storableText(crosswalk.key),
        crosswalk.label === null ? null : storableText(crosswalk.label),
        crosswalk.toCompetencyId,
        crosswalk.confidence,
        crosswalk.reviewer,
        at,
      ],
    );
    return rows.length > 0;
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await tx.query(`DELETE FROM crosswalk WHERE organization_id = $1 AND id = $2`, [tx.organizationId, id]);
  }
}
