import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** Another competency as it is named in the description of one. */
export interface NamedCompetency {
  readonly id: string;
  readonly uri: string;
  readonly code: string | null;
  readonly label: string;
}

export interface StatedCrosswalk {
  readonly relation: string;
  readonly key: string;
  readonly label: string | null;
  readonly competencyId: string | null;
  readonly source: string;
}

/** What the version in force says of a competency, or the last version that had it. */
export interface CompetencyDescription {
  readonly id: string;
  readonly uri: string;
  readonly code: string | null;
  readonly label: string;
  readonly definition: string | null;
  readonly type: string;
  readonly assignable: boolean;
  readonly status: string;
  readonly levelAnchors: Readonly<Record<string, string>>;
  readonly replacedBy: NamedCompetency | null;
  readonly frameworkId: string;
  readonly frameworkName: string;
  readonly frameworkVersionId: string;
  readonly frameworkVersion: string;
  readonly inForce: boolean;
}

export interface DescribedRelations {
  readonly broader: NamedCompetency[];
  readonly narrower: NamedCompetency[];
  readonly related: NamedCompetency[];
}

export interface DescribedLabel {
  readonly language: string;
  readonly kind: 'preferred' | 'alternative' | 'hidden';
  readonly text: string;
}

/** Of each relation; a heading can have thousands of narrower ones. */
const MAX_LISTED = 500;

/** Everything about one competency. */
@Injectable()
export class CompetencyDetailRepository {
  async describe(tx: Transaction, id: string): Promise<CompetencyDescription | undefined> {
    const rows = await tx.query<CompetencyDescription>(
      `SELECT c.id, c.uri, e.code, e.label, e.definition, e.type, e.assignable, e.status,
         e.level_anchors AS "levelAnchors", f.id AS "frameworkId", f.name AS "frameworkName",
         v.id AS "frameworkVersionId", v.version AS "frameworkVersion", v.id = f.active_version_id AS "inForce",
         CASE WHEN r.id IS NOT NULL
           THEN jsonb_build_object('id', r.id, 'uri', r.uri, 'code', re.code, 'label', re.label) END AS "replacedBy"
       FROM competency c
       JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
       JOIN framework_version v ON v.organization_id = $1 AND v.framework_id = f.id
       JOIN competency_entry e ON e.organization_id = $1 AND e.framework_version_id = v.id AND e.competency_id = c.id
       LEFT JOIN competency r ON r.organization_id = $1 AND r.id = e.replaced_by
       LEFT JOIN competency_entry re ON re.organization_id = $1 AND re.framework_version_id = v.id
         AND re.competency_id = r.id
       WHERE c.organization_id = $1 AND c.id = $2
       ORDER BY v.id = f.active_version_id DESC, v.id DESC LIMIT 1`,
      [tx.organizationId, id],
    );
    return rows[0];
  }

  labels(tx: Transaction, id: string, versionId: string): Promise<DescribedLabel[]> {
    return tx.query<DescribedLabel>(
      `SELECT language, kind, text FROM competency_label
       WHERE organization_id = $1 AND framework_version_id = $2 AND competency_id = $3
       ORDER BY language, kind DESC, text`,
      [tx.organizationId, versionId, id],
    );
  }

  async relations(tx: Transaction, id: string, versionId: string): Promise<DescribedRelations> {
    const rows = await tx.query<NamedCompetency & { relation: keyof DescribedRelations }>(
      `SELECT relation, id, uri, code, label FROM (
       SELECT o.relation, c.id, c.uri, e.code, e.label, lower(e.label) COLLATE "C" AS sort_label,
         row_number() OVER (PARTITION BY o.relation ORDER BY lower(e.label) COLLATE "C", c.id) AS place
       FROM (
         SELECT CASE type WHEN 'broader' THEN 'broader' ELSE 'related' END AS relation, to_id AS id FROM competency_edge
         WHERE organization_id = $1 AND framework_version_id = $2 AND from_id = $3
         UNION ALL
         SELECT CASE type WHEN 'broader' THEN 'narrower' ELSE 'related' END, from_id FROM competency_edge
         WHERE organization_id = $1 AND framework_version_id = $2 AND to_id = $3
       ) o
       JOIN competency c ON c.organization_id = $1 AND c.id = o.id
       JOIN competency_entry e ON e.organization_id = $1 AND e.framework_version_id = $2 AND e.competency_id = c.id
       ) listed WHERE place <= ${MAX_LISTED} ORDER BY sort_label, id`,
      [tx.organizationId, versionId, id],
    );
    const of = (wanted: keyof DescribedRelations): NamedCompetency[] =>
      rows.filter((row) => row.relation === wanted).map(({ relation: _relation, ...named }) => named);
    return { broader: of('broader'), narrower: of('narrower'), related: of('related') };
  }

  crosswalks(tx: Transaction, id: string): Promise<StatedCrosswalk[]> {
    return tx.query<StatedCrosswalk>(
      `SELECT x.relation, x.to_key AS key, coalesce(x.to_label, e.label) AS label,
         x.to_competency_id AS "competencyId", x.source
       FROM crosswalk x
       LEFT JOIN competency c ON c.organization_id = $1 AND c.id = x.to_competency_id
       LEFT JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
       LEFT JOIN competency_entry e ON e.organization_id = $1 AND e.framework_version_id = f.active_version_id
         AND e.competency_id = c.id
       WHERE x.organization_id = $1 AND x.competency_id = $2 ORDER BY x.relation, x.to_key, x.source`,
      [tx.organizationId, id],
    );
  }
}
