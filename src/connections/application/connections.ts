import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Egress } from '../../platform/egress/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { type Connection, type ConnectionSettings, MAX_LIVE_SECRETS, withNewSecret } from '../domain/connection.js';
import {
  ApiUrlRefused,
  SecretMissing,
  SecretNotUsable,
  SettingNotOfSystem,
  TooManySecrets,
} from '../domain/connection-errors.js';
import { type HrSystem, takesOurSecret } from '../domain/hr-system.js';
import { hasApi } from '../domain/vendor-hosts.js';
import { SIGNATURE_SCHEMES } from '../domain/signature/schemes.js';
import { composeSecret, keyOfSecret } from '../domain/signature/signing-secret.js';
import { SECRET_BYTES } from '../../webhooks/index.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';

/** Settings as they are sent; null clears one. */
export type ChangedSettings = { readonly [K in keyof ConnectionSettings]?: ConnectionSettings[K] | null };

/** What the organization decides about who may post to it. */
@Injectable()
export class Connections {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly egress: Egress,
  ) {}

  /**
   * Without a secret, a system that asks for one of ours gets a new one; of a system that makes it itself, deliveries are
   * taken from when it is added.
   *
   * @returns `secret` null when there is none yet
   * @throws {SettingNotOfSystem}, {SecretNotUsable}
   */
  async create(
    actor: Principal,
    given: ChangedSettings & { system: HrSystem; name?: string; secret?: string },
  ): Promise<{ connection: Connection; secret: string | null }> {
    const settings = settingsOf(given.system, given);
    this.checkApiUrl(settings);
    const secret = secretFor(given.system, given.secret);
    const now = this.clock.now();
    const connection: Connection = {
      id: newId(),
      organizationId: actor.organizationId,
      system: given.system,
      name: given.name ?? given.system,
      secrets: secret === null ? [] : withNewSecret([], secret, now),
      settings,
      createdAt: now,
    };
    await this.unitOfWork.run(actor.organizationId, async (tx) => {
      await this.connections.insert(tx, connection);
      await this.record(tx, actor, 'connection.created', connection.id);
    });
    return { connection, secret };
  }

  /**
   * Adds a secret; those before it stay live for 24 hours, so that the sender can change over without losing deliveries.
   *
   * @throws {NotFound}, {SecretMissing}, {SecretNotUsable}, {TooManySecrets}
   */
  async addSecret(
    actor: Principal,
    id: string,
    given: string | undefined,
  ): Promise<{ connection: Connection; secret: string }> {
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      const before = await this.connections.find(tx, id, 'for-update');
      if (before === undefined) throw new NotFound('connection');
      const secret = secretFor(before.system, given);
      if (secret === null) throw new SecretMissing(before.system);
      const secrets = withNewSecret(before.secrets, secret, this.clock.now());
      if (secrets.length > MAX_LIVE_SECRETS) throw new TooManySecrets();
      await this.connections.setSecrets(tx, id, secrets);
      await this.record(tx, actor, 'connection.secret-added', id);
      return { connection: { ...before, secrets }, secret };
    });
  }

  /** Changes the settings that are sent. @throws {NotFound}, {SettingNotOfSystem}, {ApiUrlRefused} */
  change(actor: Principal, id: string, given: ChangedSettings): Promise<Connection> {
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      const before = await this.connections.find(tx, id, 'for-update');
      if (before === undefined) throw new NotFound('connection');
      const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const settings = settingsOf(before.system, { ...before.settings, ...said });
      this.checkApiUrl(settings);
      await this.connections.setSettings(tx, id, settings);
      await this.record(tx, actor, 'connection.changed', id);
      return { ...before, settings };
    });
  }

  async find(organizationId: string, id: string): Promise<Connection> {
    const found = await this.unitOfWork.run(organizationId, (tx) => this.connections.find(tx, id));
    if (found === undefined) throw new NotFound('connection');
    return found;
  }

  list(organizationId: string, after: string | undefined, limit: number): Promise<Connection[]> {
    return this.unitOfWork.run(organizationId, (tx) => this.connections.list(tx, after, limit));
  }

  /** Its deliveries are refused from now on, and its inbox is forgotten. */
  async remove(actor: Principal, id: string): Promise<void> {
    await this.unitOfWork.run(actor.organizationId, async (tx) => {
      if (!(await this.connections.remove(tx, id))) throw new NotFound('connection');
      await this.record(tx, actor, 'connection.deleted', id);
    });
  }

  private checkApiUrl({ apiUrl }: ConnectionSettings): void {
    const refusal = apiUrl === undefined ? undefined : this.egress.refusal(apiUrl);
    if (refusal !== undefined) throw new ApiUrlRefused(refusal.detail);
  }

  private record(tx: Transaction, actor: Principal, action: string, id: string): Promise<void> {
    return this.audit.record(tx, { actor, action, targetType: 'connection', targetId: id });
  }
}

const keyKindOf = (system: HrSystem) => SIGNATURE_SCHEMES[system][0]?.key ?? 'text';

/** @returns null when the system makes its secret itself and it was not given */
function secretFor(system: HrSystem, given: string | undefined): string | null {
  if (given === undefined)
    return takesOurSecret(system) ? composeSecret(randomBytes(SECRET_BYTES), keyKindOf(system)) : null;
  if (keyOfSecret(given, keyKindOf(system)) === undefined) throw new SecretNotUsable(system);
  return given;
}

/** Without what was cleared by null. @throws {SettingNotOfSystem} */
function settingsOf(system: HrSystem, given: ChangedSettings): ConnectionSettings {
  const { legacySignatures, providerKey, apiToken, apiUrl } = given;
  const schemes = SIGNATURE_SCHEMES[system];
  const refuseUnless = (holds: boolean, setting: keyof ConnectionSettings): void => {
    if (!holds) throw new SettingNotOfSystem(setting, system);
  };
  if (legacySignatures)
    refuseUnless(
      schemes.some(({ legacy }) => legacy === true),
      'legacySignatures',
    );
  if (providerKey)
    refuseUnless(
      schemes.some(({ sendsProviderKey }) => sendsProviderKey === true),
      'providerKey',
    );
  if (apiToken) refuseUnless(hasApi(system), 'apiToken');
  if (apiUrl) refuseUnless(hasApi(system), 'apiUrl');
  return {
    ...(legacySignatures && { legacySignatures }),
    ...(providerKey && { providerKey }),
    ...(apiToken && { apiToken }),
    ...(apiUrl && { apiUrl }),
  };
}
