import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';

/** A competency behind something that was looked for. */
export interface FoundRow {
  /** The key or label that was looked for. */
  readonly wanted: string;
  readonly competencyId: string;
  readonly uri: string;
  readonly frameworkId: string;
  readonly frameworkVersionId: string;
  readonly type: string;
  readonly assignable: boolean;
  /** The one that carries what was looked for, where this one has replaced it; else null. */
  readonly replacedId: string | null;
}

export interface IdentifiedRow extends FoundRow {
  readonly via: 'identifier' | 'crosswalk';
  /** Whether the version in force says so; false for an identifier that only an earlier version had. */
  readonly current: boolean;
}

/**
 * Competency `c` of framework `f` with its entry `e` in the version in force, or that of the one that has replaced it:
 * an old reference to what is no longer used means its successor. Drafts are not yet there.
 */
const AS_IN_FORCE = `
  JOIN competency c ON c.organization_id = $1 AND c.id = found.competency_id
  JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
  JOIN competency_entry own ON own.organization_id = $1 AND own.framework_version_id = f.active_version_id
    AND own.competency_id = c.id AND own.status <> 'draft'
  LEFT JOIN competency_entry next ON next.organization_id = $1 AND next.framework_version_id = f.active_version_id
    AND next.competency_id = own.replaced_by AND own.status = 'deprecated' AND next.status = 'active'
  LEFT JOIN competency nc ON nc.organization_id = $1 AND nc.id = next.competency_id`;
const COLUMNS = `
  coalesce(nc.id, c.id) AS "competencyId", coalesce(nc.uri, c.uri) AS uri, f.id AS "frameworkId",
  f.active_version_id AS "frameworkVersionId", coalesce(next.type, own.type) AS type,
  coalesce(next.assignable, own.assignable) AS assignable, CASE WHEN nc.id IS NOT NULL THEN c.id END AS "replacedId"`;

/** Finds competencies of the versions in force by what others call them; older frameworks come first. */
@Injectable()
export class CompetencyMatchRepository {
  byKeys(tx: Transaction, keys: readonly string[]): Promise<IdentifiedRow[]> {
    return tx.query<IdentifiedRow>(
      `SELECT found.key AS wanted, found.via, bool_or(coalesce(found.version_id, f.active_version_id) = f.active_version_id) AS current, ${COLUMNS}
       FROM (
         SELECT canonical_key AS key, competency_id, framework_version_id AS version_id, 'identifier' AS via
         FROM competency_identifier WHERE organization_id = $1 AND canonical_key = ANY ($2::text[])
         UNION ALL
         SELECT to_key, competency_id, framework_version_id, 'crosswalk'
         FROM crosswalk WHERE organization_id = $1 AND to_key = ANY ($2::text[]) AND relation = 'exact'
       ) found ${AS_IN_FORCE}
       GROUP BY found.key, found.via, c.id, c.uri, nc.id, nc.uri, f.id, f.active_version_id, f.created_at, own.type,
         own.assignable, next.type, next.assignable
       ORDER BY f.created_at, f.id, c.id`,
      [tx.organizationId, keys.map(storableText)],
    );
  }

  /** Competencies that a crosswalk in force calls near to the keys without being the same; close ones first. */
  byNearCrosswalks(tx: Transaction, keys: readonly string[]): Promise<(FoundRow & { readonly relation: string })[]> {
    return tx.query(
      `SELECT DISTINCT found.to_key AS wanted, found.relation, found.relation <> 'close' AS is_further, f.created_at, ${COLUMNS}
       FROM crosswalk found ${AS_IN_FORCE}
       WHERE found.organization_id = $1 AND found.to_key = ANY ($2::text[]) AND found.relation <> 'exact'
         AND coalesce(found.framework_version_id, f.active_version_id) = f.active_version_id
       ORDER BY is_further, f.created_at, f.id, "competencyId"`,
      [tx.organizationId, keys.map(storableText)],
    );
  }

  byLabels(tx: Transaction, normalised: readonly string[], kind: 'preferred' | 'alternative'): Promise<FoundRow[]> {
    return tx.query<FoundRow>(
      `SELECT DISTINCT found.normalised AS wanted, f.created_at, ${COLUMNS}
       FROM competency_label found ${AS_IN_FORCE}
       WHERE found.organization_id = $1 AND found.normalised = ANY ($2::text[]) AND found.kind = $3
         AND found.framework_version_id = f.active_version_id AND own.status = 'active'
       ORDER BY f.created_at, f.id, "competencyId"`,
      [tx.organizationId, normalised.map(storableText), kind],
    );
  }

  /** Competencies that the version in force no longer has, each as the last version that said so described it. */
  removed(tx: Transaction, keys: readonly string[], labels: readonly string[]): Promise<FoundRow[]> {
    return tx.query<FoundRow>(
      `SELECT DISTINCT ON (found.wanted, c.id) found.wanted, c.id AS "competencyId", c.uri, f.id AS "frameworkId",
         e.framework_version_id AS "frameworkVersionId", e.type, e.assignable, NULL AS "replacedId"
       FROM (
         SELECT canonical_key AS wanted, competency_id, framework_version_id FROM competency_identifier
         WHERE organization_id = $1 AND canonical_key = ANY ($2::text[])
         UNION ALL
         SELECT normalised, competency_id, framework_version_id FROM competency_label
         WHERE organization_id = $1 AND normalised = ANY ($3::text[]) AND kind = 'preferred'
       ) found
       JOIN competency c ON c.organization_id = $1 AND c.id = found.competency_id
       JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
       JOIN competency_entry e ON e.organization_id = $1 AND e.framework_version_id = found.framework_version_id
         AND e.competency_id = c.id AND e.status = 'active'
       WHERE NOT EXISTS (SELECT FROM competency_entry own WHERE own.organization_id = $1
         AND own.framework_version_id = f.active_version_id AND own.competency_id = c.id)
       ORDER BY found.wanted, c.id, e.framework_version_id DESC`,
      [tx.organizationId, keys.map(storableText), labels.map(storableText)],
    );
  }

  /** Preferred and alternative labels of all languages, normalised, of the versions in force. */
  async labels(tx: Transaction, ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await tx.query<{ id: string; labels: string[] }>(
      `SELECT l.competency_id AS id, array_agg(DISTINCT l.normalised) AS labels
       FROM competency_label l
       JOIN competency c ON c.organization_id = $1 AND c.id = l.competency_id
       JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
         AND f.active_version_id = l.framework_version_id
       WHERE l.organization_id = $1 AND l.competency_id = ANY ($2::uuid[]) AND l.kind <> 'hidden'
       GROUP BY l.competency_id`,
      [tx.organizationId, ids],
    );
    return new Map(rows.map(({ id, labels }) => [id, labels]));
  }
}
