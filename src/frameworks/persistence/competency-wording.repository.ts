import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** What a competency is called and how it is described, in every language that its version has. */
export interface CompetencyWording {
  readonly id: string;
  readonly uri: string;
  readonly preferred: readonly string[];
  /** Alternative and hidden labels. */
  readonly alternative: readonly string[];
  readonly definition: string | null;
}

const MAX_FRAMEWORKS = 50;

@Injectable()
export class CompetencyWordingRepository {
  /** Ids of the versions in force: of one framework, or of the oldest ones that the organization has. */
  async versionsInForce(tx: Transaction, frameworkId: string | null): Promise<string[]> {
    const rows = await tx.query<{ versionId: string }>(
      `SELECT active_version_id AS "versionId" FROM framework
       WHERE organization_id = $1 AND active_version_id IS NOT NULL AND ($2::uuid IS NULL OR id = $2)
       ORDER BY id LIMIT ${MAX_FRAMEWORKS}`,
      [tx.organizationId, frameworkId],
    );
    return rows.map(({ versionId }) => versionId);
  }

  async countLabels(tx: Transaction, versionId: string): Promise<number> {
    const rows = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM competency_label WHERE organization_id = $1 AND framework_version_id = $2`,
      [tx.organizationId, versionId],
    );
    return rows[0]?.count ?? 0;
  }

  /** What can be held and is not out of use: no headings, occupations or deprecated entries. */
  wordings(tx: Transaction, versionId: string): Promise<CompetencyWording[]> {
    return tx.query<CompetencyWording>(
      `SELECT c.id, c.uri, left(e.definition, 450) AS definition,
         coalesce(array_agg(l.text) FILTER (WHERE l.kind = 'preferred'), '{}') AS preferred,
         coalesce(array_agg(l.text) FILTER (WHERE l.kind <> 'preferred'), '{}') AS alternative
       FROM competency_entry e
       JOIN competency c ON c.organization_id = $1 AND c.id = e.competency_id
       JOIN competency_label l ON l.organization_id = $1 AND l.framework_version_id = $2 AND l.competency_id = c.id
       WHERE e.organization_id = $1 AND e.framework_version_id = $2 AND e.assignable AND e.type <> 'occupation'
         AND e.status <> 'deprecated'
       GROUP BY c.id, c.uri, e.definition`,
      [tx.organizationId, versionId],
    );
  }
}
