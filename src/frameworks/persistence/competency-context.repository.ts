import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { NamedCompetency } from './competency-detail.repository.js';

/** A broader entry, over how many steps at least. */
export interface Ancestor extends NamedCompetency {
  readonly steps: number;
}

/** An entry at the other end of a link, such as an occupation for which the competency is essential. */
export interface LinkedCompetency extends NamedCompetency {
  readonly type: string;
  readonly link: string;
}

/** A version of the framework that has the competency, and what it says. */
export interface CompetencyVersion {
  readonly id: string;
  readonly version: string;
  readonly importedAt: Date;
  readonly inForce: boolean;
  readonly label: string;
  readonly status: string;
}

/** Of each kind; a common skill is needed in hundreds of occupations. */
const MAX_LISTED = 500;
const MAX_STEPS = 20;

/** Where a competency stands: above it, around it, and over the versions of its framework. */
@Injectable()
export class CompetencyContextRepository {
  /** All that is broader, by any way; the nearest first. */
  ancestors(tx: Transaction, id: string, versionId: string): Promise<Ancestor[]> {
    return tx.query<Ancestor>(
      `WITH RECURSIVE above (id, steps) AS (
         SELECT $3::uuid, 0
         UNION
         SELECT edge.to_id, a.steps + 1 FROM above a
         JOIN competency_edge edge ON edge.organization_id = $1 AND edge.framework_version_id = $2
           AND edge.type = 'broader' AND edge.from_id = a.id
         WHERE a.steps < ${MAX_STEPS}),
       nearest AS (SELECT id, min(steps) AS steps FROM above WHERE steps > 0 GROUP BY id)
       SELECT c.id, c.uri, e.code, e.label, n.steps FROM nearest n
       JOIN competency c ON c.organization_id = $1 AND c.id = n.id
       JOIN competency_entry e ON e.organization_id = $1 AND e.framework_version_id = $2 AND e.competency_id = c.id
       ORDER BY n.steps, lower(e.label) COLLATE "C", c.id LIMIT ${MAX_LISTED}`,
      [tx.organizationId, versionId, id],
    );
  }

  /** Entries that name the competency in a link. */
  linkedFrom(tx: Transaction, id: string, versionId: string): Promise<LinkedCompetency[]> {
    return this.linked(tx, id, versionId, { own: 'to_id', other: 'from_id' });
  }

  /** Entries that the competency names in a link. */
  linkedTo(tx: Transaction, id: string, versionId: string): Promise<LinkedCompetency[]> {
    return this.linked(tx, id, versionId, { own: 'from_id', other: 'to_id' });
  }

  /** The newest first. */
  versions(tx: Transaction, id: string): Promise<CompetencyVersion[]> {
    return tx.query<CompetencyVersion>(
      `SELECT v.id, v.version, v.imported_at AS "importedAt", v.id = f.active_version_id AS "inForce", e.label, e.status
       FROM competency c
       JOIN framework f ON f.organization_id = $1 AND f.id = c.framework_id
       JOIN framework_version v ON v.organization_id = $1 AND v.framework_id = f.id
       JOIN competency_entry e ON e.organization_id = $1 AND e.framework_version_id = v.id AND e.competency_id = c.id
       WHERE c.organization_id = $1 AND c.id = $2 ORDER BY v.id DESC LIMIT ${MAX_LISTED}`,
      [tx.organizationId, id],
    );
  }

  private linked(
    tx: Transaction,
    id: string,
    versionId: string,
    { own, other }: { own: 'from_id' | 'to_id'; other: 'from_id' | 'to_id' },
  ): Promise<LinkedCompetency[]> {
    return tx.query<LinkedCompetency>(
      `SELECT c.id, c.uri, e.code, e.label, e.type, l.type AS link FROM competency_link l
       JOIN competency c ON c.organization_id = $1 AND c.id = l.${other}
       JOIN competency_entry e ON e.organization_id = $1 AND e.framework_version_id = $2 AND e.competency_id = c.id
       WHERE l.organization_id = $1 AND l.framework_version_id = $2 AND l.${own} = $3
       ORDER BY lower(e.label) COLLATE "C", c.id, l.type LIMIT ${MAX_LISTED}`,
      [tx.organizationId, versionId, id],
    );
  }
}
