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

/** What one competency is called. */
export interface CompetencyName {
  readonly id: string;
  /** In English where the version has that, else as the version names it first. */
  readonly name: string;
}

const MAX_FRAMEWORKS = 50;
/** What can be held and is not out of use: no headings, occupations or deprecated entries. */
const HELD = `e.assignable AND e.type <> 'occupation' AND e.status <> 'deprecated'`;

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

  /** All that can be held. */
  wordings(tx: Transaction, versionId: string): Promise<CompetencyWording[]> {
    return tx.query<CompetencyWording>(
      `SELECT c.id, c.uri, left(e.definition, 450) AS definition,
         coalesce(array_agg(l.text) FILTER (WHERE l.kind = 'preferred'), '{}') AS preferred,
         coalesce(array_agg(l.text) FILTER (WHERE l.kind <> 'preferred'), '{}') AS alternative
       FROM competency_entry e
       JOIN competency c ON c.organization_id = $1 AND c.id = e.competency_id
       JOIN competency_label l ON l.organization_id = $1 AND l.framework_version_id = $2 AND l.competency_id = c.id
       WHERE e.organization_id = $1 AND e.framework_version_id = $2 AND ${HELD}
       GROUP BY c.id, c.uri, e.definition`,
      [tx.organizationId, versionId],
    );
  }

  /** Of all that can be held, in order of their ids. */
  names(tx: Transaction, versionId: string, after: string | null, limit: number): Promise<CompetencyName[]> {
    return tx.query<CompetencyName>(
      `SELECT e.competency_id AS id, coalesce((
         SELECT l.text FROM competency_label l
         WHERE l.organization_id = $1 AND l.framework_version_id = $2 AND l.competency_id = e.competency_id
           AND l.kind = 'preferred' AND (l.language = 'en' OR l.language LIKE 'en-%')
         ORDER BY l.language, l.text LIMIT 1), e.label) AS name
       FROM competency_entry e
       WHERE e.organization_id = $1 AND e.framework_version_id = $2 AND ${HELD}
         AND ($3::uuid IS NULL OR e.competency_id > $3)
       ORDER BY e.competency_id LIMIT $4`,
      [tx.organizationId, versionId, after, limit],
    );
  }
}
