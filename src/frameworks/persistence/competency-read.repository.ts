import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** A competency in a few words, as its framework says now or said last. */
export interface CompetencySummary {
  readonly id: string;
  readonly uri: string;
  readonly code: string | null;
  readonly label: string;
  readonly type: string;
  readonly assignable: boolean;
  readonly status: string;
  readonly frameworkId: string;
  readonly frameworkName: string;
  readonly frameworkVersionId: string;
  readonly frameworkVersion: string;
  /** False when the version in force no longer has it; the rest is then what the last version said. */
  readonly inForce: boolean;
}

/** What a role profile must know of a competency. */
export interface ResolvedCompetency {
  readonly id: string;
  readonly uri: string;
  readonly label: string;
  readonly type: string;
  readonly assignable: boolean;
  readonly frameworkVersionId: string;
  /** Highest level that may be asked for. */
  readonly topLevel: number;
  /** It can be held itself, or one of the entries up to three steps narrower can, or its exact match elsewhere. */
  readonly provable: boolean;
}

/** The scale of a framework that names none ends here. */
const DEFAULT_TOP_LEVEL = 5;

/** A skill up to three steps below `c`, or an exact match of `c`: what can be held in its place. */
const HELD_BELOW = `
  WITH RECURSIVE below (id, step) AS (
    SELECT c.id, 0
    UNION
    SELECT edge.from_id, b.step + 1 FROM below b
    JOIN competency_edge edge ON edge.organization_id = $1 AND edge.framework_version_id = f.active_version_id
      AND edge.type = 'broader' AND edge.to_id = b.id
    WHERE b.step < 3)
  SELECT 1 FROM below b
  JOIN competency_entry held ON held.organization_id = $1 AND held.framework_version_id = f.active_version_id
    AND held.competency_id = b.id
  WHERE held.assignable AND held.type <> 'occupation'
  UNION ALL
  SELECT 1 FROM crosswalk x
  WHERE x.organization_id = $1 AND x.relation = 'exact' AND (x.competency_id = c.id OR x.to_competency_id = c.id)`;

@Injectable()
export class CompetencyReadRepository {
  summaries(tx: Transaction, ids: readonly string[]): Promise<CompetencySummary[]> {
    return tx.query<CompetencySummary>(
      `SELECT c.id, c.uri, e.code, e.label, e.type, e.assignable, e.status, f.id AS "frameworkId",
         f.name AS "frameworkName", e.framework_version_id AS "frameworkVersionId", e.version AS "frameworkVersion",
         e.framework_version_id = f.active_version_id AS "inForce"
       FROM competency c
       JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
       JOIN LATERAL (
         SELECT entry.*, v.version FROM framework_version v
         JOIN competency_entry entry ON entry.organization_id = $1 AND entry.framework_version_id = v.id
           AND entry.competency_id = c.id
         WHERE v.organization_id = $1 AND v.framework_id = f.id
         ORDER BY v.id = f.active_version_id DESC, v.id DESC LIMIT 1
       ) e ON true
       WHERE c.organization_id = $1 AND c.id = ANY ($2::uuid[])`,
      [tx.organizationId, ids],
    );
  }

  /** Each level in the words of the entry, else in those of the framework's scale; levels without words are absent. */
  levelAnchors(
    tx: Transaction,
    ids: readonly string[],
  ): Promise<{ readonly id: string; readonly anchors: Readonly<Record<string, string>> }[]> {
    return tx.query(
      `SELECT c.id, coalesce((
           SELECT jsonb_object_agg(l ->> 'level', l ->> 'anchor') FROM jsonb_array_elements(f.scale -> 'levels') l
           WHERE l ->> 'anchor' <> ''), '{}') || e.level_anchors AS anchors
       FROM competency c
       JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
       JOIN LATERAL (
         SELECT entry.level_anchors FROM competency_entry entry
         WHERE entry.organization_id = $1 AND entry.competency_id = c.id
         ORDER BY entry.framework_version_id = f.active_version_id DESC, entry.framework_version_id DESC LIMIT 1
       ) e ON true
       WHERE c.organization_id = $1 AND c.id = ANY ($2::uuid[])`,
      [tx.organizationId, ids],
    );
  }

  /** In the versions in force, with the end of the scale, or of the levels that the entry words if those go higher. */
  resolved(tx: Transaction, ids: readonly string[]): Promise<ResolvedCompetency[]> {
    return tx.query<ResolvedCompetency>(
      `SELECT c.id, c.uri, e.label, e.type, e.assignable, f.active_version_id AS "frameworkVersionId", greatest(
           (SELECT max((l ->> 'level')::int) FROM jsonb_array_elements(f.scale -> 'levels') l),
           (SELECT max(k::int) FROM jsonb_object_keys(e.level_anchors) k),
           CASE WHEN f.scale IS NULL THEN ${DEFAULT_TOP_LEVEL} END, 1) AS "topLevel",
         (e.assignable AND e.type <> 'occupation') OR EXISTS (${HELD_BELOW}) AS provable
       FROM competency c
       JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
       JOIN competency_entry e ON e.organization_id = $1 AND e.framework_version_id = f.active_version_id
         AND e.competency_id = c.id
       WHERE c.organization_id = $1 AND c.id = ANY ($2::uuid[])`,
      [tx.organizationId, ids],
    );
  }
}
