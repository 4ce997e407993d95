import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Egress } from '../../platform/egress/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { composeSecret, keyOfSecret, MAX_LIVE_SECRETS, SECRET_BYTES, withNewSecret } from '../domain/signing-secret.js';
import { MAX_ENDPOINTS, type WebhookEndpoint } from '../domain/webhook-endpoint.js';
import { SecretNotUsable, TooManyEndpoints, TooManySecrets, UrlNotAllowed } from '../domain/webhook-errors.js';
import { WebhookDeliveryRepository } from '../persistence/webhook-delivery.repository.js';
import { WebhookEndpointRepository } from '../persistence/webhook-endpoint.repository.js';

/** What a caller may decide about an endpoint. */
export interface EndpointWish {
  readonly url?: string | undefined;
  readonly description?: string | null | undefined;
  readonly eventTypes?: readonly string[] | undefined;
  readonly enabled?: boolean | undefined;
}

/** What the organization decides about who hears of its events. */
@Injectable()
export class WebhookEndpoints {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly endpoints: WebhookEndpointRepository,
    private readonly deliveries: WebhookDeliveryRepository,
    private readonly egress: Egress,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws {UrlNotAllowed}, {SecretNotUsable}, {TooManyEndpoints} */
  async create(
    actor: Principal,
    wish: EndpointWish & { readonly url: string; readonly secret?: string | undefined },
  ): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
    this.judgeUrl(wish.url);
    const secret = usableSecret(wish.secret);
    const now = this.clock.now();
    const endpoint = changed(
      {
        id: newId(),
        url: wish.url,
        description: null,
        eventTypes: [],
        // Secrets expire on real time, as receivers judge signatures.
        secrets: withNewSecret([], secret, new Date()),
        disabledReason: null,
        disabledAt: null,
        createdAt: now,
        updatedAt: now,
      },
      wish,
      now,
    );
    await this.unitOfWork.run(actor.organizationId, async (tx) => {
      if ((await this.endpoints.countForInsert(tx)) >= MAX_ENDPOINTS) throw new TooManyEndpoints();
      await this.endpoints.insert(tx, endpoint);
      await this.record(tx, actor, 'webhook-endpoint.created', endpoint.id);
    });
    return { endpoint, secret };
  }

  /** Disabling gives up what is on its way; enabling forgets earlier failures. @throws {NotFound}, {UrlNotAllowed} */
  async change(actor: Principal, id: string, wish: EndpointWish): Promise<WebhookEndpoint> {
    if (wish.url !== undefined) this.judgeUrl(wish.url);
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      const endpoint = changed(await this.present(tx, id, 'for-update'), wish, this.clock.now());
      await this.endpoints.update(tx, endpoint);
      if (wish.enabled === false) await this.deliveries.giveUp(tx, id, 'the endpoint was disabled');
      await this.record(tx, actor, 'webhook-endpoint.changed', id);
      return endpoint;
    });
  }

  /**
   * Adds a secret; for 24 hours those before it sign as well, so that the receiver can change over.
   *
   * @throws {NotFound}, {SecretNotUsable}, {TooManySecrets}
   */
  async addSecret(
    actor: Principal,
    id: string,
    given: string | undefined,
  ): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
    const secret = usableSecret(given);
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      const before = await this.present(tx, id, 'for-update');
      const secrets = withNewSecret(before.secrets, secret, new Date());
      if (secrets.length > MAX_LIVE_SECRETS) throw new TooManySecrets();
      const endpoint = { ...before, secrets, updatedAt: this.clock.now() };
      await this.endpoints.update(tx, endpoint);
      await this.record(tx, actor, 'webhook-endpoint.secret-added', id);
      return { endpoint, secret };
    });
  }

  find(organizationId: string, id: string): Promise<WebhookEndpoint> {
    return this.unitOfWork.run(organizationId, (tx) => this.present(tx, id));
  }

  list(organizationId: string, after: string | undefined, limit: number): Promise<WebhookEndpoint[]> {
    return this.unitOfWork.run(organizationId, (tx) => this.endpoints.list(tx, after, limit));
  }

  /** Nothing more is sent to it, and its log is forgotten. @throws {NotFound} */
  async remove(actor: Principal, id: string): Promise<void> {
    await this.unitOfWork.run(actor.organizationId, async (tx) => {
      if (!(await this.endpoints.remove(tx, id))) throw new NotFound('webhook endpoint');
      await this.record(tx, actor, 'webhook-endpoint.deleted', id);
    });
  }

  /** @throws {NotFound} */
  async present(tx: Transaction, id: string, lock: 'for-update' | 'no-lock' = 'no-lock'): Promise<WebhookEndpoint> {
    const found = await this.endpoints.find(tx, id, lock);
    if (found === undefined) throw new NotFound('webhook endpoint');
    return found;
  }

  private judgeUrl(url: string): void {
    const refusal = this.egress.refusal(url);
    if (refusal !== undefined) throw new UrlNotAllowed(refusal.detail);
  }

  private record(tx: Transaction, actor: Principal, action: string, id: string): Promise<void> {
    return this.audit.record(tx, { actor, action, targetType: 'webhook-endpoint', targetId: id });
  }
}

function changed(before: WebhookEndpoint, wish: EndpointWish, now: Date): WebhookEndpoint {
  const { enabled, url, description, eventTypes } = wish;
  const switched =
    enabled === undefined || enabled === (before.disabledAt === null)
      ? {}
      : enabled
        ? { disabledReason: null, disabledAt: null }
        : { disabledReason: 'requested' as const, disabledAt: now };
  return {
    ...before,
    ...switched,
    ...(url === undefined ? {} : { url }),
    ...(description === undefined ? {} : { description }),
    ...(eventTypes === undefined ? {} : { eventTypes: [...new Set(eventTypes)] }),
    updatedAt: now,
  };
}

function usableSecret(given: string | undefined): string {
  const secret = given ?? composeSecret(randomBytes(SECRET_BYTES));
  if (keyOfSecret(secret) === undefined) throw new SecretNotUsable();
  return secret;
}
