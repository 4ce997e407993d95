import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';
import type { SearchedEntry } from '../domain/search/search-index.js';

export interface SearchHit {
  readonly id: string;
  readonly uri: string;
  readonly code: string | null;
  readonly label: string;
  readonly definition: string | null;
  readonly type: string;
  readonly assignable: boolean;
  readonly status: string;
  readonly frameworkId: string;
  readonly frameworkName: string;
  readonly frameworkVersionId: string;
  readonly frameworkVersion: string;
  /** The label that was found; null where it was an identifier, or nothing was looked for. */
  readonly matchedText: string | null;
  readonly matchedLanguage: string | null;
  /** Sort values: the better match, the more similar (0 to 1000), the label, the id. */
  readonly tier: number;
  readonly similarity: number;
  readonly sortLabel: string;
}

/** Which hits: those of one framework, or of all; from where on; how many. */
export interface SearchScope {
  readonly frameworkId: string | undefined;
  /** Sort values of the last hit of the page before. */
  readonly after: Pick<SearchHit, 'tier' | 'similarity' | 'sortLabel' | 'id'> | undefined;
  readonly limit: number;
}

/** A hit before it is described. */
export interface RankedHit extends Pick<SearchHit, 'id' | 'tier' | 'similarity' | 'sortLabel'> {
  readonly versionId: string;
  /** The label that was found, normalised. */
  readonly normalised: string | null;
}

/** A framework with its version in force. */
export interface SearchedFramework {
  readonly name: string;
  readonly versionId: string;
}

/** More are not searched at once. */
const MAX_FRAMEWORKS = 200;

const SORT_LABEL = `left(lower(e.label), 60)`;
const COLUMNS = `c.id, c.uri, e.code, e.label, e.definition, e.type, e.assignable, e.status, f.id AS "frameworkId",
  f.name AS "frameworkName", v.id AS "frameworkVersionId", v.version AS "frameworkVersion"`;
const JOINED = `
  JOIN competency_entry e ON e.organization_id = $1 AND e.framework_version_id = v.id
  JOIN competency c ON c.organization_id = $1 AND c.id = e.competency_id
  JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id`;

/** Reads what is searched and what was found, of the versions in force. */
@Injectable()
export class CompetencySearchRepository {
  /** The oldest first. */
  frameworks(tx: Transaction, frameworkId: string | undefined): Promise<SearchedFramework[]> {
    return tx.query<SearchedFramework>(
      `SELECT name, active_version_id AS "versionId" FROM framework
       WHERE organization_id = $1 AND active_version_id IS NOT NULL AND ($2::uuid IS NULL OR id = $2)
       ORDER BY id LIMIT ${MAX_FRAMEWORKS}`,
      [tx.organizationId, frameworkId ?? null],
    );
  }

  /** Every entry in use, by label. */
  all(tx: Transaction, { frameworkId, after, limit }: SearchScope): Promise<SearchHit[]> {
    return tx.query<SearchHit>(
      `SELECT * FROM (
         SELECT ${COLUMNS}, NULL AS "matchedText", NULL AS "matchedLanguage", 1 AS tier, 0 AS similarity,
           ${SORT_LABEL} COLLATE "C" AS "sortLabel"
         FROM framework_version v ${JOINED} AND f.active_version_id = v.id
         WHERE v.organization_id = $1 AND e.status = 'active' AND ($2::uuid IS NULL OR f.id = $2)
       ) hit
       WHERE $3::text IS NULL OR ("sortLabel", id) > ($3::text COLLATE "C", $4::uuid)
       ORDER BY "sortLabel", id LIMIT $5`,
      [tx.organizationId, frameworkId ?? null, after?.sortLabel ?? null, after?.id ?? null, limit],
    );
  }

  /** By the identifier itself, then by one that an exact crosswalk names; in use or not. */
  byKeys(tx: Transaction, keys: readonly string[], versionIds: readonly string[]): Promise<RankedHit[]> {
    if (keys.length === 0) return Promise.resolve([]);
    return tx.query<RankedHit>(
      `SELECT e.competency_id AS id, e.framework_version_id AS "versionId", 0 AS tier,
         max(found.similarity) AS similarity, ${SORT_LABEL} AS "sortLabel", NULL AS normalised
       FROM (
         SELECT competency_id, framework_version_id, 1000 AS similarity FROM competency_identifier
         WHERE organization_id = $1 AND canonical_key = ANY ($2::text[])
         UNION ALL
         SELECT x.competency_id, f.active_version_id, 900 FROM crosswalk x
         JOIN competency c ON c.organization_id = $1 AND c.id = x.competency_id
         JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
         WHERE x.organization_id = $1 AND x.to_key = ANY ($2::text[]) AND x.relation = 'exact'
       ) found
       JOIN competency_entry e ON e.organization_id = $1 AND e.framework_version_id = found.framework_version_id
         AND e.competency_id = found.competency_id
       WHERE e.framework_version_id = ANY ($3::uuid[])
       GROUP BY e.competency_id, e.framework_version_id, e.label`,
      [tx.organizationId, keys.map(storableText), versionIds],
    );
  }

  /** Entries in use of a version with all that they are found by, in the order of ids. */
  searched(tx: Transaction, versionId: string, after: string | null, limit: number): Promise<SearchedEntry[]> {
    return tx.query<SearchedEntry>(
      `SELECT e.competency_id AS id, e.label, e.code, NOT e.assignable AS "isHeading",
         array_remove(ARRAY[e.definition, e.notes], NULL) AS texts,
         coalesce(l.preferred, '{}') AS preferred, coalesce(l.others, '{}') AS others
       FROM competency_entry e
       CROSS JOIN LATERAL (
         SELECT array_agg(normalised ORDER BY normalised) FILTER (WHERE kind = 'preferred') AS preferred,
           array_agg(normalised ORDER BY normalised) FILTER (WHERE kind <> 'preferred') AS others
         FROM competency_label
         WHERE organization_id = $1 AND framework_version_id = $2 AND competency_id = e.competency_id
       ) l
       WHERE e.organization_id = $1 AND e.framework_version_id = $2 AND e.status = 'active'
         AND ($3::uuid IS NULL OR e.competency_id > $3)
       ORDER BY e.competency_id LIMIT $4`,
      [tx.organizationId, versionId, after, limit],
    );
  }

  /** In the order given, each with the label that was found as it is written. */
  async described(tx: Transaction, hits: readonly RankedHit[]): Promise<SearchHit[]> {
    if (hits.length === 0) return [];
    const rows = await tx.query<SearchHit>(
      `SELECT ${COLUMNS}, l.text AS "matchedText", l.language AS "matchedLanguage"
       FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS n (id, version_id, normalised)
       JOIN framework_version v ON v.organization_id = $1 AND v.id = n.version_id ${JOINED} AND c.id = n.id
       LEFT JOIN LATERAL (
         SELECT text, language FROM competency_label
         WHERE organization_id = $1 AND framework_version_id = n.version_id AND competency_id = n.id
           AND normalised = n.normalised
         ORDER BY kind DESC, language LIMIT 1
       ) l ON true`,
      [
        tx.organizationId,
        hits.map(({ id }) => id),
        hits.map(({ versionId }) => versionId),
        hits.map(({ normalised }) => (normalised === null ? null : storableText(normalised))),
      ],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return hits.flatMap(({ id, tier, similarity, sortLabel }) => {
      const row = byId.get(id);
      return row === undefined ? [] : [{ ...row, tier, similarity, sortLabel }];
    });
  }
}
