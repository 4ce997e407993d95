import { Injectable } from '@nestjs/common';
import { storableJson, storableText, type Transaction } from '../../platform/database/index.js';
import type { CrosswalkRelation } from '../domain/content/framework-content.js';

/** Who states a crosswalk: the framework itself, a person, a table that a person sent, or a decision on a mapping. */
export const CROSSWALK_SOURCES = ['framework', 'person', 'csv', 'review'] as const;
export type CrosswalkSource = (typeof CROSSWALK_SOURCES)[number];

/** A crosswalk that does not come with a framework. */
export interface StatedCrosswalk {
  readonly id: string;
  readonly competencyId: string;
  readonly relation: CrosswalkRelation;
  /** Canonical key of the other side. */
  readonly key: string;
  readonly label: string | null;
  readonly toCompetencyId: string | null;
  /** Percent; null where nothing is said. */
  readonly confidence: number | null;
  readonly source: Exclude<CrosswalkSource, 'framework'>;
  readonly reviewer: string;
  /** The decision on a mapping that says so; only with the source `review`. */
  readonly decisionId: string | null;
}

export interface ListedCrosswalk extends Omit<StatedCrosswalk, 'reviewer' | 'source'> {
  readonly reviewer: string | null;
  readonly source: CrosswalkSource;
  readonly competency: { readonly label: string; readonly uri: string } | null;
  readonly createdAt: Date;
}

export interface CrosswalkFilter {
  readonly competencyId?: string | undefined;
  readonly relation?: string | undefined;
  readonly source?: string | undefined;
  readonly key?: string | undefined;
}

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
         x.to_competency_id AS "toCompetencyId", x.source, x.confidence, x.reviewer,
         x.decision_id AS "decisionId", x.created_at AS "createdAt",
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

  /** Those of people, tables and decisions that name one of the keys, by competency, relation and key parted by blanks. */
  async stated(tx: Transaction, keys: readonly string[]): Promise<ReadonlyMap<string, StatedCrosswalk>> {
    const rows = await tx.query<StatedCrosswalk>(
      `SELECT id, competency_id AS "competencyId", relation, to_key AS key, to_label AS label,
         to_competency_id AS "toCompetencyId", source, confidence, reviewer, decision_id AS "decisionId"
       FROM crosswalk WHERE organization_id = $1 AND to_key = ANY ($2::text[]) AND source <> 'framework'
       ORDER BY source = 'csv'`,
      [tx.organizationId, keys.map(storableText)],
    );
    return new Map(rows.map((row) => [`${row.competencyId} ${row.relation} ${row.key}`, row]));
  }

  /** @returns whether it was not there yet */
  async add(tx: Transaction, crosswalk: StatedCrosswalk, at: Date): Promise<boolean> {
    return (await this.write(tx, [crosswalk], at, 'DO NOTHING')) > 0;
  }

  /** Where the same source states one already, its label and confidence are those given now. */
  async addAll(tx: Transaction, crosswalks: readonly StatedCrosswalk[], at: Date): Promise<void> {
    await this.write(
      tx,
      crosswalks,
      at,
      `ON CONSTRAINT crosswalk_key DO UPDATE SET to_label = excluded.to_label, confidence = excluded.confidence,
         reviewer = excluded.reviewer, created_at = excluded.created_at`,
    );
  }

  private async write(
    tx: Transaction,
    crosswalks: readonly StatedCrosswalk[],
    at: Date,
    onConflict: string,
  ): Promise<number> {
    const rows = await tx.query(
      `INSERT INTO crosswalk (organization_id, id, competency_id, relation, to_key, to_label, to_competency_id, source,
         confidence, reviewer, decision_id, created_at)
       SELECT $1, id, "competencyId", relation, key, label, "toCompetencyId", source, confidence, reviewer, "decisionId", $3
       FROM jsonb_to_recordset($2::jsonb) AS x (id uuid, "competencyId" uuid, relation text, key text, label text,
         "toCompetencyId" uuid, source text, confidence smallint, reviewer text, "decisionId" uuid)
       ON CONFLICT ${onConflict} RETURNING id`,
      [tx.organizationId, storableJson(crosswalks), at],
    );
    return rows.length;
  }

  /** Of crosswalks in force from a competency to a key, whoever states them. */
  async relationsBetween(tx: Transaction, competencyId: string, key: string): Promise<string[]> {
    const rows = await tx.query<{ relation: string }>(
      `SELECT DISTINCT x.relation FROM crosswalk x
       JOIN competency c ON c.organization_id = $1 AND c.id = x.competency_id
       JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
       WHERE x.organization_id = $1 AND x.competency_id = $2 AND x.to_key = $3
         AND coalesce(x.framework_version_id, f.active_version_id) = f.active_version_id`,
      [tx.organizationId, competencyId, storableText(key)],
    );
    return rows.map(({ relation }) => relation);
  }

  deleteOfDecision(tx: Transaction, decisionId: string): Promise<{ id: string; relation: string; key: string }[]> {
    return tx.query(
      `WITH gone AS (DELETE FROM crosswalk WHERE organization_id = $1 AND decision_id = $2 RETURNING id, relation, to_key)
       SELECT id, relation, to_key AS key FROM gone`,
      [tx.organizationId, decisionId],
    );
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await tx.query(`DELETE FROM crosswalk WHERE organization_id = $1 AND id = $2`, [tx.organizationId, id]);
  }
}
