import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Conflict, NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { IssuerKeySet, KeySetContent, VouchedKey } from '../domain/issuer-key-set.js';
import { IssuerKeySetRepository } from '../persistence/issuer-key-set.repository.js';

/** Issuers for whom one organization may pin keys. */
const MAX_SETS = 1_000;

/**
 * The keys that an organization vouches for, by issuer. Every change is audited and told as `issuer-keys.changed`, so that
 * what names the issuer is verified again.
 */
@Injectable()
export class IssuerKeySets {
  constructor(
    private readonly sets: IssuerKeySetRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Pinned keys by issuer; none where none are. */
  keysOf(tx: Transaction, issuers: readonly string[]): Promise<ReadonlyMap<string, readonly VouchedKey[]>> {
    return this.sets.keysOf(tx, issuers);
  }

  list(tx: Transaction, issuer: string | undefined, after: string | null, limit: number): Promise<IssuerKeySet[]> {
    return this.sets.list(tx, issuer, after, limit);
  }

  /** @throws {NotFound} */
  async one(tx: Transaction, id: string, lock: 'for-update' | 'no-lock' = 'no-lock'): Promise<IssuerKeySet> {
    const set = await this.sets.find(tx, id, lock);
    if (set === undefined) throw new NotFound('issuer key set');
    return set;
  }

  /** @throws {Conflict} when keys are pinned for the issuer already, or for too many issuers */
  async pin(tx: Transaction, issuer: string, content: KeySetContent, actor: Principal): Promise<IssuerKeySet> {
    if ((await this.sets.count(tx)) >= MAX_SETS) {
      throw new Conflict('too-many-issuers', `Keys can be pinned for ${MAX_SETS} issuers at most.`);
    }
    const id = newId();
    if (!(await this.sets.insert(tx, { ...content, id, issuer, pinnedBy: actor.id }, this.clock.now()))) {
      throw new Conflict('keys-already-pinned', 'Keys are pinned for this issuer already: change those.');
    }
    return this.changed(tx, 'issuer-keys.pinned', await this.one(tx, id), actor);
  }

  /**
   * @param allow refuses by throwing when the sender does not know the version that it changes
   * @throws {NotFound}
   */
  async replace(
    tx: Transaction,
    id: string,
    content: KeySetContent,
    actor: Principal,
    allow: (before: IssuerKeySet) => void,
  ): Promise<IssuerKeySet> {
    allow(await this.one(tx, id, 'for-update'));
    await this.sets.replace(tx, id, { ...content, pinnedBy: actor.id }, this.clock.now());
    return this.changed(tx, 'issuer-keys.changed', await this.one(tx, id), actor);
  }

  /** @throws {NotFound} */
  async unpin(tx: Transaction, id: string, actor: Principal, allow: (before: IssuerKeySet) => void): Promise<void> {
    const set = await this.one(tx, id, 'for-update');
    allow(set);
    await this.sets.remove(tx, id);
    await this.changed(tx, 'issuer-keys.unpinned', set, actor);
  }

  private async changed(tx: Transaction, action: string, set: IssuerKeySet, actor: Principal): Promise<IssuerKeySet> {
    await this.outbox.publish(tx, { topic: 'issuer-keys.changed', payload: { issuer: set.issuer } });
    const detail = { issuer: set.issuer, thumbprints: set.keys.map(({ thumbprint }) => thumbprint) };
    await this.audit.record(tx, { actor, action, targetType: 'issuer-key-set', targetId: set.id, detail });
    return set;
  }
}
