import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { type Connection, type ConnectionSettings, MAX_LIVE_SECRETS, withNewSecret } from '../domain/connection.js';
import { SecretMissing, SecretNotUsable, SettingNotOfSystem, TooManySecrets } from '../domain/connection-errors.js';
import { type HrSystem, takesOurSecret } from '../domain/hr-system.js';
import { SIGNATURE_SCHEMES } from '../domain/signature/schemes.js';
import { composeSecret, keyOfSecret, SECRET_BYTES } from '../domain/signature/signing-secret.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';

/** What the organization decides about who may post to it. */
@Injectable()
export class Connections {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
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
    given: ConnectionSettings & { system: HrSystem; name?: string; secret?: string },
  ): Promise<{ connection: Connection; secret: string | null }> {
    const settings = settingsOf(given);
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

function settingsOf(given: ConnectionSettings & { system: HrSystem }): ConnectionSettings {
  const { system, legacySignatures, providerKey } = given;
  const schemes = SIGNATURE_SCHEMES[system];
  if (legacySignatures === true && !schemes.some(({ legacy }) => legacy === true)) {
    throw new SettingNotOfSystem('legacySignatures', system);
  }
  if (providerKey !== undefined && !schemes.some(({ sendsProviderKey }) => sendsProviderKey === true)) {
    throw new SettingNotOfSystem('providerKey', system);
  }
  return {
    ...(legacySignatures === true && { legacySignatures }),
    ...(providerKey !== undefined && { providerKey }),
  };
}
