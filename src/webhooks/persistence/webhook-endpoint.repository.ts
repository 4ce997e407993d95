import { Injectable } from '@nestjs/common';
import { storableJson, type SystemTransaction, type Transaction } from '../../platform/database/index.js';
import { SecretBox } from '../../platform/secrets/index.js';
import type { DisabledReason, WebhookEndpoint } from '../domain/webhook-endpoint.js';
import { sealedSecrets, type StoredSecret, unsealedSecrets } from './stored-secrets.js';

interface Columns extends Omit<WebhookEndpoint, 'secrets'> {
  readonly secrets: readonly StoredSecret[];
}

const COLUMNS = `id, url, description, event_types AS "eventTypes", secrets, disabled_reason AS "disabledReason",
  disabled_at AS "disabledAt", created_at AS "createdAt", updated_at AS "updatedAt"`;
const THIS_ENDPOINT = `organization_id = $1 AND id = $2`;

@Injectable()
export class WebhookEndpointRepository {
  constructor(private readonly box: SecretBox) {}

  /** Until the transaction ends nobody else adds an endpoint to the organization. @returns how many there are */
  async countForInsert(tx: Transaction): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1 || ' webhook endpoints', 0))`, [
      tx.organizationId,
    ]);
    const rows = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM webhook_endpoint WHERE organization_id = $1`,
      [tx.organizationId],
    );
    return rows[0]?.n ?? 0;
  }

  async insert(tx: Transaction, endpoint: WebhookEndpoint): Promise<void> {
    await tx.query(
      `INSERT INTO webhook_endpoint (organization_id, id, url, description, event_types, secrets, disabled_reason,
         disabled_at, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [tx.organizationId, endpoint.id, ...this.settingsOf(endpoint), endpoint.createdAt],
    );
  }

  /** What went wrong before counts no more. */
  async update(tx: Transaction, endpoint: WebhookEndpoint): Promise<void> {
    await tx.query(
      `UPDATE webhook_endpoint SET url = $3, description = $4, event_types = $5, secrets = $6, disabled_reason = $7,
         disabled_at = $8, updated_at = $9, failures = 0, failing_since = NULL, paused_until = NULL
       WHERE ${THIS_ENDPOINT}`,
      [tx.organizationId, endpoint.id, ...this.settingsOf(endpoint), endpoint.updatedAt],
    );
  }

  async find(
    tx: Transaction,
    id: string,
    lock: 'for-update' | 'no-lock' = 'no-lock',
  ): Promise<WebhookEndpoint | undefined> {
    const rows = await tx.query<Columns>(
      `SELECT ${COLUMNS} FROM webhook_endpoint WHERE ${THIS_ENDPOINT} ${lock === 'for-update' ? 'FOR UPDATE' : ''}`,
      [tx.organizationId, id],
    );
    return rows.map((row) => this.toEndpoint(row))[0];
  }

  /** All of the organization; until the transaction ends no delivery of theirs ends and no other begins. */
  async holdAll(tx: Transaction): Promise<WebhookEndpoint[]> {
    const rows = await tx.query<Columns>(
      `SELECT ${COLUMNS} FROM webhook_endpoint WHERE organization_id = $1 ORDER BY id FOR UPDATE`,
      [tx.organizationId],
    );
    return rows.map((row) => this.toEndpoint(row));
  }

  /** Newest first, after the endpoint `after`. */
  async list(tx: Transaction, after: string | undefined, limit: number): Promise<WebhookEndpoint[]> {
    const rows = await tx.query<Columns>(
      `SELECT ${COLUMNS} FROM webhook_endpoint WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [tx.organizationId, after ?? null, limit],
    );
    return rows.map((row) => this.toEndpoint(row));
  }

  /** @returns whether it was there */
  async remove(tx: Transaction, id: string): Promise<boolean> {
    const rows = await tx.query(`DELETE FROM webhook_endpoint WHERE ${THIS_ENDPOINT} RETURNING id`, [
      tx.organizationId,
      id,
    ]);
    return rows.length > 0;
  }

  async noteSuccess(tx: Transaction, id: string): Promise<void> {
    await tx.query(
      `UPDATE webhook_endpoint SET failures = 0, failing_since = NULL, paused_until = NULL
       WHERE ${THIS_ENDPOINT} AND failures > 0`,
      [tx.organizationId, id],
    );
  }

  /** @returns attempts that failed after each other, and days since the first of them */
  async noteFailure(tx: Transaction, id: string): Promise<{ failures: number; days: number }> {
    const rows = await tx.query<{ failures: number; days: number }>(
      `UPDATE webhook_endpoint SET failures = failures + 1, failing_since = coalesce(failing_since, now())
       WHERE ${THIS_ENDPOINT}
       RETURNING failures, (extract(epoch FROM now() - failing_since) / 86400)::float8 AS days`,
      [tx.organizationId, id],
    );
    return rows[0] ?? { failures: 0, days: 0 };
  }

  async pause(tx: Transaction, id: string, ms: number): Promise<void> {
    await tx.query(
      `UPDATE webhook_endpoint SET paused_until = greatest(paused_until, now() + $3::float8 * interval '1 millisecond')
       WHERE ${THIS_ENDPOINT}`,
      [tx.organizationId, id, ms],
    );
  }

  async disable(tx: Transaction, id: string, reason: DisabledReason): Promise<void> {
    await tx.query(
      `UPDATE webhook_endpoint SET disabled_reason = $3, disabled_at = now(), updated_at = now() WHERE ${THIS_ENDPOINT}`,
      [tx.organizationId, id, reason],
    );
  }

  async organizations(tx: SystemTransaction): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`SELECT DISTINCT organization_id AS id FROM webhook_endpoint`);
    return rows.map((row) => row.id);
  }

  private settingsOf(endpoint: WebhookEndpoint): unknown[] {
    return [
      endpoint.url,
      endpoint.description,
      endpoint.eventTypes,
      storableJson(sealedSecrets(endpoint.secrets, this.box, placeOf(endpoint))),
      endpoint.disabledReason,
      endpoint.disabledAt,
    ];
  }

  private toEndpoint({ secrets, ...rest }: Columns): WebhookEndpoint {
    return { ...rest, secrets: unsealedSecrets(secrets, this.box, placeOf(rest)) };
  }
}

const placeOf = ({ id }: Pick<WebhookEndpoint, 'id'>): string => `webhook-endpoint/${id}`;
