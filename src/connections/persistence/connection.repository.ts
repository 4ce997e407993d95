import { Injectable } from '@nestjs/common';
import { storableJson, type SystemTransaction, type Transaction } from '../../platform/database/index.js';
import type { Connection, SigningSecret } from '../domain/connection.js';

interface Columns extends Omit<Connection, 'secrets'> {
  readonly secrets: readonly { secret: string; createdAt: string; expiresAt: string | null }[];
}

const COLUMNS = `organization_id AS "organizationId", id, system, name, secrets, settings, created_at AS "createdAt"`;

@Injectable()
export class ConnectionRepository {
  async insert(tx: Transaction, connection: Connection): Promise<void> {
    await tx.query(
      `INSERT INTO connection (organization_id, id, system, name, secrets, created_at, settings)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tx.organizationId,
        connection.id,
        connection.system,
        connection.name,
        storableJson(connection.secrets),
        connection.createdAt,
        storableJson(connection.settings),
      ],
    );
  }

  async setSecrets(tx: Transaction, id: string, secrets: readonly SigningSecret[]): Promise<void> {
    await tx.query(`UPDATE connection SET secrets = $3 WHERE organization_id = $1 AND id = $2`, [
      tx.organizationId,
      id,
      storableJson(secrets),
    ]);
  }

  async setSettings(tx: Transaction, id: string, settings: Connection['settings']): Promise<void> {
    await tx.query(`UPDATE connection SET settings = $3 WHERE organization_id = $1 AND id = $2`, [
      tx.organizationId,
      id,
      storableJson(settings),
    ]);
  }

  async find(tx: Transaction, id: string, lock: 'for-update' | 'no-lock' = 'no-lock'): Promise<Connection | undefined> {
    const rows = await tx.query<Columns>(
      `SELECT ${COLUMNS} FROM connection WHERE organization_id = $1 AND id = $2
       ${lock === 'for-update' ? 'FOR UPDATE' : ''}`,
      [tx.organizationId, id],
    );
    return rows.map(toConnection)[0];
  }

  /** Whosever it is: the path of a hook names nothing but the connection. */
  async findAnywhere(tx: SystemTransaction, id: string): Promise<Connection | undefined> {
    const rows = await tx.query<Columns>(`SELECT ${COLUMNS} FROM connection WHERE id = $1`, [id]);
    return rows.map(toConnection)[0];
  }

  async organizations(tx: SystemTransaction): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`SELECT DISTINCT organization_id AS id FROM connection`);
    return rows.map((row) => row.id);
  }

  /** Newest first, after the connection `after`. */
  async list(tx: Transaction, after: string | undefined, limit: number): Promise<Connection[]> {
    const rows = await tx.query<Columns>(
      `SELECT ${COLUMNS} FROM connection WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [tx.organizationId, after ?? null, limit],
    );
    return rows.map(toConnection);
  }

  /** @returns whether it was there */
  async remove(tx: Transaction, id: string): Promise<boolean> {
    const rows = await tx.query(`DELETE FROM connection WHERE organization_id = $1 AND id = $2 RETURNING id`, [
      tx.organizationId,
      id,
    ]);
    return rows.length > 0;
  }
}

const toConnection = ({ secrets, ...rest }: Columns): Connection => ({
  ...rest,
  secrets: secrets.map(({ secret, createdAt, expiresAt }) => ({
    secret,
    createdAt: new Date(createdAt),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
  })),
});
