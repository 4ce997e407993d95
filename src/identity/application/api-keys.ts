import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { type ApiKey, composeKey, hashOf, hintsOf, KEY_RANDOM_BYTES } from '../domain/api-key.js';
import type { Principal } from '../domain/principal.js';
import type { Role } from '../domain/role.js';
import { ApiKeyRepository } from '../persistence/api-key.repository.js';
import { LastAdminKey } from './errors.js';
import { Journal } from './journal.js';
import { KeyDirectory } from './key-directory.js';

export interface NewApiKey {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly expiresAt?: Date;
}

/** Makes, lists and revokes the API keys of an organization. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
    private readonly directory: KeyDirectory,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @returns the key and its secret, which is known now and never again */
  create(actor: Principal, wanted: NewApiKey): Promise<{ key: ApiKey; secret: string }> {
    if (wanted.expiresAt !== undefined && wanted.expiresAt <= this.clock.now()) {
      throw new Invalid('key-already-expired', 'The key would have expired before its first use.', [
        { pointer: '/expiresAt', code: 'in-the-past', message: 'expiresAt must be in the future' },
      ]);
    }
    const secret = composeKey(randomBytes(KEY_RANDOM_BYTES));
    return this.unitOfWork.run(actor.organizationId, async (tx) => ({
      key: await this.add(tx, actor, wanted, secret),
      secret,
    }));
  }

  /** Within a transaction of the organization; also for a key that the operator made up. */
  async add(tx: Transaction, actor: Principal | 'system', wanted: NewApiKey, secret: string): Promise<ApiKey> {
    const key: ApiKey = {
      id: newId(),
      organizationId: tx.organizationId,
      name: wanted.name,
      ...hintsOf(secret),
      roles: [...new Set(wanted.roles)],
      createdAt: this.clock.now(),
      expiresAt: wanted.expiresAt,
      revokedAt: undefined,
      lastUsedAt: undefined,
    };
    await this.keys.insert(tx, key, hashOf(secret));
    await this.journal.record(tx, {
      actor,
      action: 'api-key.created',
      targetType: 'api-key',
      targetId: key.id,
      detail: { roles: key.roles, expiresAt: key.expiresAt?.toISOString() ?? null },
    });
    tx.afterCommit(() => this.directory.forget());
    return key;
  }

  /** Keys that were not revoked, newest first. @param before id of the key to continue after */
  list(organizationId: string, limit: number, before?: string): Promise<ApiKey[]> {
    return this.unitOfWork.run(organizationId, (tx) => this.keys.list(tx, limit, before));
  }

  /**
   * From here on the key opens nothing, in other processes within five seconds.
   *
   * @throws {NotFound} also when it was revoked before
   * @throws {LastAdminKey} since nobody could make a new one
   */
  revoke(actor: Principal, id: string): Promise<void> {
    return this.unitOfWork.run(actor.organizationId, async (tx) => {
      const admins = await this.keys.lockAdminKeys(tx, this.clock.now());
      if (admins.length === 1 && admins[0] === id) throw new LastAdminKey();
      const key = await this.keys.revoke(tx, id, this.clock.now());
      if (key === undefined) throw new NotFound('api key');
      await this.journal.record(tx, { actor, action: 'api-key.revoked', targetType: 'api-key', targetId: id });
      tx.afterCommit(() => this.directory.forget());
    });
  }
}
