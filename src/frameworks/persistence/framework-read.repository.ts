import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { FrameworkAbout, LevelScale } from '../domain/content/framework-content.js';

/** A framework with its version in force. */
export interface ListedFramework {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly format: string;
  readonly createdAt: Date;
  readonly scale: LevelScale | null;
  readonly about: FrameworkAbout | null;
  readonly versionId: string;
  readonly version: string;
  readonly competencyCount: number;
  readonly importedAt: Date;
}

export interface ListedVersion {
  readonly id: string;
  readonly version: string;
  readonly competencyCount: number;
  readonly importedAt: Date;
  readonly importedBy: string;
  readonly inForce: boolean;
}

export interface FrameworkCounts {
  readonly competencies: number;
  readonly assignable: number;
  readonly deprecated: number;
  readonly labels: number;
  readonly relations: number;
  readonly crosswalks: number;
  /** Languages that labels are in, in order. */
  readonly languages: readonly string[];
}

const LISTED = `
  SELECT f.id, f.slug, f.name, f.format, f.created_at AS "createdAt", f.scale, v.about, v.id AS "versionId", v.version,
    v.competency_count AS "competencyCount", v.imported_at AS "importedAt"
  FROM framework f
  JOIN framework_version v ON v.organization_id = f.organization_id AND v.id = f.active_version_id
  WHERE f.organization_id = $1`;
/** An employer imports a handful. */
const MAX_VERSIONS = 200;

@Injectable()
export class FrameworkReadRepository {
  /** In order of creation, after the framework `after`. */
  list(tx: Transaction, after: string | null, limit: number): Promise<ListedFramework[]> {
    return tx.query<ListedFramework>(`${LISTED} AND ($2::uuid IS NULL OR f.id > $2) ORDER BY f.id LIMIT $3`, [
      tx.organizationId,
      after,
      limit,
    ]);
  }

  async find(tx: Transaction, id: string): Promise<ListedFramework | undefined> {
    const rows = await tx.query<ListedFramework>(`${LISTED} AND f.id = $2`, [tx.organizationId, id]);
    return rows[0];
  }

  /** The newest first. */
  versions(tx: Transaction, frameworkId: string): Promise<ListedVersion[]> {
    return tx.query<ListedVersion>(
      `SELECT v.id, v.version, v.competency_count AS "competencyCount", v.imported_at AS "importedAt",
         v.imported_by AS "importedBy", v.id = f.active_version_id AS "inForce"
       FROM framework_version v JOIN framework f ON f.organization_id = $1 AND f.id = v.framework_id
       WHERE v.organization_id = $1 AND v.framework_id = $2 ORDER BY v.id DESC LIMIT ${MAX_VERSIONS}`,
      [tx.organizationId, frameworkId],
    );
  }

  async counts(tx: Transaction, versionId: string): Promise<FrameworkCounts> {
    const inVersion = `organization_id = $1 AND framework_version_id = $2`;
    const rows = await tx.query<FrameworkCounts>(
      `SELECT e.competencies::int, e.assignable::int, e.deprecated::int, l.labels::int, l.languages,
         (SELECT count(*) FROM competency_edge WHERE ${inVersion})::int AS relations,
         (SELECT count(*) FROM crosswalk WHERE ${inVersion})::int AS crosswalks
       FROM (
         SELECT count(*) AS competencies, count(*) FILTER (WHERE assignable) AS assignable,
           count(*) FILTER (WHERE status = 'deprecated') AS deprecated
         FROM competency_entry WHERE ${inVersion}
       ) e, (
         SELECT count(*) AS labels, coalesce(array_agg(DISTINCT language ORDER BY language), '{}') AS languages
         FROM competency_label WHERE ${inVersion}
       ) l`,
      [tx.organizationId, versionId],
    );
    return rows[0] as FrameworkCounts;
  }
}
