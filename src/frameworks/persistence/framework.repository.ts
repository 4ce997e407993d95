import { Injectable } from '@nestjs/common';
import { storableJson, storableText, type Transaction } from '../../platform/database/index.js';
import type { FrameworkAbout, LevelScale } from '../domain/content/framework-content.js';

/** A framework as an import finds it. */
export interface KnownFramework {
  readonly id: string;
  readonly name: string;
  readonly activeVersionId: string | null;
  readonly scale: LevelScale | null;
}

export interface KnownVersion {
  readonly id: string;
  readonly version: string;
  readonly checksum: Buffer;
  readonly competencyCount: number;
}

@Injectable()
export class FrameworkRepository {
  /**
   * Until the transaction ends nobody else imports in the organization: crosswalks reach from framework to framework.
   *
   * An import fills tables that were small when the connection planned its foreign key checks. A plan that reads a small
   * table as a whole would be kept for a hundred thousand rows, so plans are made anew, and by index.
   */
  async lockImports(tx: Transaction): Promise<void> {
    await tx.query(`SET LOCAL enable_seqscan = off`);
    await tx.query(`DISCARD PLANS`);
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('framework-import ' || $1, 0))`, [tx.organizationId]);
  }

  async bySlug(tx: Transaction, slug: string): Promise<KnownFramework | undefined> {
    const rows = await tx.query<KnownFramework>(
      `SELECT id, name, active_version_id AS "activeVersionId", scale FROM framework
       WHERE organization_id = $1 AND slug = $2`,
      [tx.organizationId, storableText(slug)],
    );
    return rows[0];
  }

  async add(
    tx: Transaction,
    framework: { id: string; slug: string; name: string; format: string },
    at: Date,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO framework (organization_id, id, slug, name, format, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        tx.organizationId,
        framework.id,
        storableText(framework.slug),
        storableText(framework.name),
        framework.format,
        at,
      ],
    );
  }

  versions(tx: Transaction, frameworkId: string): Promise<KnownVersion[]> {
    return tx.query<KnownVersion>(
      `SELECT id, version, checksum, competency_count AS "competencyCount" FROM framework_version
       WHERE organization_id = $1 AND framework_id = $2`,
      [tx.organizationId, frameworkId],
    );
  }

  async addVersion(
    tx: Transaction,
    frameworkId: string,
    version: KnownVersion,
    made: { at: Date; by: string; about: FrameworkAbout | undefined },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO framework_version
         (organization_id, id, framework_id, version, checksum, competency_count, imported_at, imported_by,
          about)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tx.organizationId,
        version.id,
        frameworkId,
        storableText(version.version),
        version.checksum,
        version.competencyCount,
        made.at,
        made.by,
        made.about === undefined ? null : storableJson(made.about),
      ],
    );
  }

  /** From now on this version counts. */
  async activate(
    tx: Transaction,
    frameworkId: string,
    versionId: string,
    { format, scale }: { format: string; scale: LevelScale | undefined },
  ): Promise<void> {
    await tx.query(
      `UPDATE framework SET active_version_id = $3, format = $4, scale = $5 WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, frameworkId, versionId, format, scale === undefined ? null : storableJson(scale)],
    );
  }
}
