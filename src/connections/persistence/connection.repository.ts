import { Injectable } from '@nestjs/common';
import { storableJson, type SystemTransaction, type Transaction } from '../../platform/database/index.js';
import { SecretBox } from '../../platform/secrets/index.js';
import { sealedSecrets, type SigningSecret, type StoredSecret, unsealedSecrets } from '../../webhooks/index.js';
import type { Connection, ConnectionSettings } from '../domain/connection.js';
import type { Reconciliation } from '../domain/reconciliation.js';

interface Columns extends Omit<Connection, 'secrets' | 'reconciliation'> {
  readonly secrets: readonly StoredSecret[];
  readonly reconciliation: StoredReconciliation | null;
}

/** With instants as texts. */
interface StoredReconciliation {
  readonly operationId: string;
  readonly since: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly succeeded: boolean;
}

const COLUMNS = `organization_id AS "organizationId", id, system, name, secrets, settings, created_at AS "createdAt",
  reconciliation`;

/** Secrets of the organization and of the system are sealed. */
@Injectable()
export class ConnectionRepository {
  constructor(private readonly box: SecretBox) {}

  async insert(tx: Transaction, connection: Connection): Promise<void> {
    await tx.query(
      `INSERT INTO connection (organization_id, id, system, name, secrets, created_at, settings)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tx.organizationId,
        connection.id,
        connection.system,
        connection.name,
        storableJson(sealedSecrets(connection.secrets, this.box, placeOf(connection.id))),
        connection.createdAt,
        storableJson(this.sealedSettings(connection.id, connection.settings)),
      ],
    );
  }

  async setSecrets(tx: Transaction, id: string, secrets: readonly SigningSecret[]): Promise<void> {
    await tx.query(`UPDATE connection SET secrets = $3 WHERE organization_id = $1 AND id = $2`, [
      tx.organizationId,
      id,
      storableJson(sealedSecrets(secrets, this.box, placeOf(id))),
    ]);
  }

  async setSettings(tx: Transaction, id: string, settings: Connection['settings']): Promise<void> {
    await tx.query(`UPDATE connection SET settings = $3 WHERE organization_id = $1 AND id = $2`, [
      tx.organizationId,
      id,
      storableJson(this.sealedSettings(id, settings)),
    ]);
  }

  async setReconciliation(tx: Transaction, id: string, reconciliation: Reconciliation): Promise<void> {
    await tx.query(`UPDATE connection SET reconciliation = $3 WHERE organization_id = $1 AND id = $2`, [
      tx.organizationId,
      id,
      storableJson(reconciliation),
    ]);
  }

  /** Ends it, unless another has begun since. */
  async endReconciliation(tx: Transaction, id: string, operationId: string, succeeded: boolean): Promise<void> {
    await tx.query(
      `UPDATE connection SET reconciliation = reconciliation || $4::jsonb
       WHERE organization_id = $1 AND id = $2 AND reconciliation->>'operationId' = $3`,
      [tx.organizationId, id, operationId, storableJson({ endedAt: new Date(), succeeded })],
    );
  }

  /** Connections with a token that were made before and not compared since. */
  async notReconciledSince(tx: Transaction, at: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM connection WHERE organization_id = $1 AND settings ? 'apiToken' AND created_at < $2
         AND (reconciliation IS NULL OR (reconciliation->>'startedAt')::timestamptz < $2) ORDER BY id`,
      [tx.organizationId, at],
    );
    return rows.map((row) => row.id);
  }

  async find(tx: Transaction, id: string, lock: 'for-update' | 'no-lock' = 'no-lock'): Promise<Connection | undefined> {
    const rows = await tx.query<Columns>(
      `SELECT ${COLUMNS} FROM connection WHERE organization_id = $1 AND id = $2
       ${lock === 'for-update' ? 'FOR UPDATE' : ''}`,
      [tx.organizationId, id],
    );
    return rows.map((row) => this.toConnection(row))[0];
  }

  /** Whosever it is: the path of a hook names nothing but the connection. */
  async findAnywhere(tx: SystemTransaction, id: string): Promise<Connection | undefined> {
    const rows = await tx.query<Columns>(`SELECT ${COLUMNS} FROM connection WHERE id = $1`, [id]);
    return rows.map((row) => this.toConnection(row))[0];
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
    return rows.map((row) => this.toConnection(row));
  }

  /** @returns whether it was there */
  async remove(tx: Transaction, id: string): Promise<boolean> {
    const rows = await tx.query(`DELETE FROM connection WHERE organization_id = $1 AND id = $2 RETURNING id`, [
      tx.organizationId,
      id,
    ]);
    return rows.length > 0;
  }

  private sealedSettings(id: string, settings: ConnectionSettings): ConnectionSettings {
    return mapSecretSettings(settings, (text) => this.box.seal(text, placeOf(id)));
  }

  private toConnection({ secrets, settings, reconciliation, ...rest }: Columns): Connection {
    const place = placeOf(rest.id);
    return {
      ...rest,
      ...(reconciliation !== null && { reconciliation: toReconciliation(reconciliation) }),
      settings: mapSecretSettings(settings, (text) => this.box.unseal(text, place)),
      secrets: unsealedSecrets(secrets, this.box, place),
    };
  }
}

const placeOf = (id: string): string => `connection/${id}`;

const mapSecretSettings = (
  { apiToken, providerKey, ...rest }: ConnectionSettings,
  change: (text: string) => string,
): ConnectionSettings => ({
  ...rest,
  ...(apiToken !== undefined && { apiToken: change(apiToken) }),
  ...(providerKey !== undefined && { providerKey: change(providerKey) }),
});

const toReconciliation = ({ since, startedAt, endedAt, ...rest }: StoredReconciliation): Reconciliation => ({
  ...rest,
  since: new Date(since),
  startedAt: new Date(startedAt),
  endedAt: endedAt === null ? null : new Date(endedAt),
});
