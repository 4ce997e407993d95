import { Injectable } from '@nestjs/common';
import type { SystemTransaction, Transaction } from '../../platform/database/index.js';
import type { ApiKey } from '../domain/api-key.js';
import { isRole } from '../domain/role.js';

interface ApiKeyColumns {
  organization_id: string;
  id: string;
  name: string;
  prefix: string;
  last_four: string;
  roles: string[];
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

const COLUMNS = `organization_id, id, name, prefix, last_four, roles, created_at, expires_at, revoked_at, last_used_at`;

/** The keys of organizations; the secret itself is nowhere. */
@Injectable()
export class ApiKeyRepository {
  async insert(tx: Transaction, key: ApiKey, hash: Buffer): Promise<void> {
    await tx.query(
      `INSERT INTO api_key (organization_id, id, name, prefix, last_four, key_hash, roles, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tx.organizationId,
        key.id,
        key.name,
        key.prefix,
        key.lastFour,
        hash,
        key.roles,
        key.createdAt,
        key.expiresAt ?? null,
      ],
    );
  }

  /** Before the organization is known, hence as the system. */
  async findByHash(tx: SystemTransaction, hash: Buffer): Promise<ApiKey | undefined> {
    const [row] = await tx.query<ApiKeyColumns>(`SELECT ${COLUMNS} FROM api_key WHERE key_hash = $1`, [hash]);
    return row && toApiKey(row);
  }

  /** Keys that were not revoked, newest first. @param before id of the key to continue after */
  async list(tx: Transaction, limit: number, before: string | undefined): Promise<ApiKey[]> {
    const rows = await tx.query<ApiKeyColumns>(
      `SELECT ${COLUMNS} FROM api_key
       WHERE organization_id = $1 AND revoked_at IS NULL AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [tx.organizationId, before ?? null, limit],
    );
    return rows.map(toApiKey);
  }

  /** Locks the keys of the organization that still open something for an admin, so that two revocations take turns. */
  async lockAdminKeys(tx: Transaction, now: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM api_key
       WHERE organization_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
         AND 'admin' = ANY (roles)
       ORDER BY id FOR UPDATE`,
      [tx.organizationId, now],
    );
    return rows.map((row) => row.id);
  }

  /** @returns the key, or undefined when there is none that can still be revoked */
  async revoke(tx: Transaction, id: string, at: Date): Promise<ApiKey | undefined> {
    const [row] = await tx.query<ApiKeyColumns>(
      `UPDATE api_key SET revoked_at = $3 WHERE organization_id = $1 AND id = $2 AND revoked_at IS NULL
       RETURNING ${COLUMNS}`,
      [tx.organizationId, id, at],
    );
    return row && toApiKey(row);
  }

  /** For many keys of any organizations at once. */
  async markUsed(tx: SystemTransaction, uses: readonly { key: ApiKey; at: Date }[]): Promise<void> {
    await tx.query(
      `UPDATE api_key k SET last_used_at = greatest(k.last_used_at, u.at)
       FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS u (organization_id, id, at)
       WHERE k.organization_id = u.organization_id AND k.id = u.id`,
      [uses.map((u) => u.key.organizationId), uses.map((u) => u.key.id), uses.map((u) => u.at)],
    );
  }
}

const toApiKey = (row: ApiKeyColumns): ApiKey => ({
  id: row.id,
  organizationId: row.organization_id,
  name: row.name,
  prefix: row.prefix,
  lastFour: row.last_four,
  roles: row.roles.filter(isRole),
  createdAt: row.created_at,
  expiresAt: row.expires_at ?? undefined,
  revokedAt: row.revoked_at ?? undefined,
  lastUsedAt: row.last_used_at ?? undefined,
});
