import { Injectable } from '@nestjs/common';
import type { RelationEdges, RelationFactors } from '../../frameworks/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { FrameworkVersionUsed } from '../domain/explanation.js';
import { CROSSWALK_IN_FORCE } from './relation-sql.js';

/** The versions in force and their relations near some competencies. */
@Injectable()
export class FrameworkRepository {
  versionsInForce(tx: Transaction): Promise<FrameworkVersionUsed[]> {
    return tx.query<FrameworkVersionUsed>(
      `SELECT f.id AS "frameworkId", f.name AS framework, v.id AS "versionId", v.version
       FROM framework f
       JOIN framework_version v ON v.organization_id = f.organization_id AND v.id = f.active_version_id
       WHERE f.organization_id = $1 ORDER BY f.created_at, f.id`,
      [tx.organizationId],
    );
  }

  /** The relations near these competencies: as many steps as the factors reach, and the exact crosswalks from there. */
  async edgesAround(tx: Transaction, ids: readonly string[], factors: RelationFactors): Promise<RelationEdges> {
    const rows = await tx.query<{ type: keyof RelationEdges; from: string; to: string }>(
      `WITH RECURSIVE
         version_in_force AS MATERIALIZED (
           SELECT active_version_id AS id FROM framework WHERE organization_id = $1 AND active_version_id IS NOT NULL),
         -- With the edge that each was reached by, so that edges are not looked for again.
         below (id, reached_from, step) AS (
           SELECT DISTINCT given, NULL::uuid, 0 FROM unnest($2::uuid[]) AS given
           UNION
           SELECT e.from_id, e.to_id, b.step + 1 FROM below b CROSS JOIN version_in_force v
           JOIN competency_edge e ON e.organization_id = $1 AND e.framework_version_id = v.id
             AND e.type = 'broader' AND e.to_id = b.id
           WHERE b.step < $3),
         above (id, reached_from, step) AS (
           SELECT DISTINCT given, NULL::uuid, 0 FROM unnest($2::uuid[]) AS given
           UNION
           SELECT e.to_id, e.from_id, a.step + 1 FROM above a CROSS JOIN version_in_force v
           JOIN competency_edge e ON e.organization_id = $1 AND e.framework_version_id = v.id
             AND e.type = 'broader' AND e.from_id = a.id
           WHERE a.step < $4),
         edge (type, from_id, to_id) AS MATERIALIZED (
           SELECT 'broader', id, reached_from FROM below WHERE reached_from IS NOT NULL
           UNION
           SELECT 'broader', reached_from, id FROM above WHERE reached_from IS NOT NULL
           UNION
           SELECT e.type, e.from_id, e.to_id FROM unnest($2::uuid[]) AS given CROSS JOIN version_in_force v
           JOIN competency_edge e ON e.organization_id = $1 AND e.framework_version_id = v.id
             AND e.type = 'related' AND e.from_id = given
           UNION
           SELECT e.type, e.from_id, e.to_id FROM unnest($2::uuid[]) AS given CROSS JOIN version_in_force v
           JOIN competency_edge e ON e.organization_id = $1 AND e.framework_version_id = v.id
             AND e.type = 'related' AND e.to_id = given),
         near AS (SELECT from_id AS id FROM edge UNION SELECT to_id FROM edge UNION SELECT unnest($2::uuid[]))
       SELECT type, from_id AS "from", to_id AS "to" FROM edge
       UNION
       SELECT 'exact', x.competency_id, x.to_competency_id FROM near n
       JOIN crosswalk x ON x.organization_id = $1 AND x.relation = 'exact' AND x.competency_id = n.id
       WHERE x.to_competency_id IS NOT NULL AND ${CROSSWALK_IN_FORCE}
       UNION
       SELECT 'exact', x.competency_id, x.to_competency_id FROM near n
       JOIN crosswalk x ON x.organization_id = $1 AND x.relation = 'exact' AND x.to_competency_id = n.id
       WHERE ${CROSSWALK_IN_FORCE}`,
      [tx.organizationId, ids, factors.narrower.length, factors.broader.length],
    );
    const pairs = (wanted: keyof RelationEdges) =>
      rows.filter(({ type }) => type === wanted).map(({ from, to }): [string, string] => [from, to]);
    return { broader: pairs('broader'), related: pairs('related'), exact: pairs('exact') };
  }
}
