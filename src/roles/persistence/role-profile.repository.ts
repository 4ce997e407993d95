import { Injectable } from '@nestjs/common';
import { storableJson, storableText, type Transaction } from '../../platform/database/index.js';
import type { RoleProfile, RoleProfileVersion } from '../domain/role-profile.js';

type Content = Pick<RoleProfile, 'title' | 'requirements' | 'groups'>;

const PROFILE = `id, title, requirements, groups, row_version AS "rowVersion", published_version AS "publishedVersion",
  created_at AS "createdAt", updated_at AS "updatedAt"`;
const VERSION = `role_profile_id AS "roleProfileId", version, title, requirements, groups, published_at AS "publishedAt"`;

@Injectable()
export class RoleProfileRepository {
  async insert(tx: Transaction, id: string, content: Content, by: string, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO role_profile (organization_id, id, title, requirements, groups, created_by, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [tx.organizationId, id, ...columnsOf(content), by, at],
    );
  }

  async update(tx: Transaction, id: string, content: Content, at: Date): Promise<void> {
    await tx.query(
      `UPDATE role_profile SET title = $3, requirements = $4, groups = $5, updated_at = $6, row_version = row_version + 1
       WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, id, ...columnsOf(content), at],
    );
  }

  /** The profile shows its latest version, so publishing changes it too. */
  async publish(tx: Transaction, draft: RoleProfile, version: number, by: string, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO role_profile_version
         (organization_id, role_profile_id, version, title, requirements, groups, published_by, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.organizationId, draft.id, version, ...columnsOf(draft), by, at],
    );
    await tx.query(
      `UPDATE role_profile SET published_version = $3, updated_at = $4, row_version = row_version + 1
       WHERE organization_id = $1 AND id = $2`,
      [tx.organizationId, draft.id, version, at],
    );
  }

  async find(
    tx: Transaction,
    id: string,
    lock: 'for-update' | 'no-lock' = 'no-lock',
  ): Promise<RoleProfile | undefined> {
    const [row] = await tx.query<RoleProfile>(
      `SELECT ${PROFILE} FROM role_profile WHERE organization_id = $1 AND id = $2
       ${lock === 'for-update' ? 'FOR UPDATE' : ''}`,
      [tx.organizationId, id],
    );
    return row;
  }

  /** Newest first: ids are in order of making. @param before id of the last profile of the page before */
  list(tx: Transaction, before: string | null, limit: number): Promise<RoleProfile[]> {
    return tx.query<RoleProfile>(
      `SELECT ${PROFILE} FROM role_profile WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [tx.organizationId, before, limit],
    );
  }

  async findVersion(tx: Transaction, id: string, version: number): Promise<RoleProfileVersion | undefined> {
    const [row] = await tx.query<RoleProfileVersion>(
      `SELECT ${VERSION} FROM role_profile_version
       WHERE organization_id = $1 AND role_profile_id = $2 AND version = $3`,
      [tx.organizationId, id, version],
    );
    return row;
  }

  /** Of published profiles, newest profile first. @param before id of the last profile of the page before */
  latestVersions(tx: Transaction, before: string | null, limit: number): Promise<RoleProfileVersion[]> {
    return tx.query<RoleProfileVersion>(
      `SELECT v.role_profile_id AS "roleProfileId", v.version, v.title, v.requirements, v.groups,
         v.published_at AS "publishedAt"
       FROM role_profile p
       JOIN role_profile_version v ON v.organization_id = p.organization_id AND v.role_profile_id = p.id
         AND v.version = p.published_version
       WHERE p.organization_id = $1 AND ($2::uuid IS NULL OR p.id < $2) ORDER BY p.id DESC LIMIT $3`,
      [tx.organizationId, before, limit],
    );
  }

  /** Newest first. @param before number of the last version of the page before */
  listVersions(tx: Transaction, id: string, before: number | null, limit: number): Promise<RoleProfileVersion[]> {
    return tx.query<RoleProfileVersion>(
      `SELECT ${VERSION} FROM role_profile_version
       WHERE organization_id = $1 AND role_profile_id = $2 AND ($3::int IS NULL OR version < $3)
       ORDER BY version DESC LIMIT $4`,
      [tx.organizationId, id, before, limit],
    );
  }
}

const columnsOf = ({ title, requirements, groups }: Content): readonly string[] => [
  storableText(title),
  storableJson(requirements),
  storableJson(groups),
];
