import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../audit/index.js';
import type { Principal } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { Conflict, NotFound } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import type { NewRegistry, RegistryEntry, TrustRegistry } from '../../domain/registries/trust-registry.js';
import { RegistryEntryRepository } from '../../persistence/registry-entry.repository.js';
import { TrustRegistryRepository } from '../../persistence/trust-registry.repository.js';
import { TrustChanges } from '../trust-changes.js';

/** Every issuer is looked up in all of them. */
const MAX_REGISTRIES = 50;
/** A list that was uploaded is never asked again, so it does not grow old. */
const FOREVER_MS = 100 * 365 * 24 * 60 * 60_000;

/** The registries that an organization asks about issuers. Every change is audited; holdings and rankings follow. */
@Injectable()
export class TrustRegistries {
  constructor(
    private readonly registries: TrustRegistryRepository,
    private readonly entries: RegistryEntryRepository,
    private readonly changes: TrustChanges,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  all(tx: Transaction): Promise<TrustRegistry[]> {
    return this.registries.all(tx);
  }

  /** @throws {NotFound} */
  async one(tx: Transaction, id: string): Promise<TrustRegistry> {
    const registry = await this.registries.find(tx, id);
    if (registry === undefined) throw new NotFound('trust registry');
    return registry;
  }

  /**
   * @param uploaded what a `list` holds; all others are read by themselves, at once and then daily
   * @throws {Conflict} when it is registered already, or too many are
   */
  async register(
    tx: Transaction,
    registry: NewRegistry,
    uploaded: readonly RegistryEntry[] | undefined,
    actor: Principal,
  ): Promise<TrustRegistry> {
    if ((await this.registries.all(tx)).length >= MAX_REGISTRIES)
      throw new Conflict('too-many-registries', `${MAX_REGISTRIES} registries can be registered at most.`);
    const id = newId();
    const made = { ...registry, id, parentId: null, registeredBy: actor.id, registeredAt: this.clock.now() };
    if (!(await this.registries.insert(tx, made)))
      throw new Conflict('already-registered', 'This registry is registered already.');
    if (uploaded) await this.keepUploaded(tx, id, uploaded);
    else await this.askToRead(tx, id);
    return this.changed(tx, 'trust-registry.registered', await this.one(tx, id), actor);
  }

  /** @throws {NotFound} @throws {Conflict} for a registry that is read and not uploaded */
  async upload(
    tx: Transaction,
    id: string,
    entries: readonly RegistryEntry[],
    actor: Principal,
  ): Promise<TrustRegistry> {
    const registry = await this.registries.hold(tx, id);
    if (registry === undefined) throw new NotFound('trust registry');
    if (registry.kind !== 'list')
      throw new Conflict('not-uploaded', `A registry of the kind ${registry.kind} is read from where it lies.`);
    await this.keepUploaded(tx, id, entries);
    return this.changed(tx, 'trust-registry.uploaded', await this.one(tx, id), actor);
  }

  /** Asks that it be read now. @throws {NotFound} @throws {Conflict} for an uploaded list */
  async readAgain(tx: Transaction, id: string, actor: Principal): Promise<void> {
    const registry = await this.one(tx, id);
    if (registry.kind === 'list')
      throw new Conflict('uploaded', 'A list that was uploaded lies nowhere else: upload it again.');
    await this.askToRead(tx, id);
    await this.changed(tx, 'trust-registry.reading-requested', registry, actor);
  }

  /** @throws {NotFound} @throws {Conflict} for one that a list of registries names */
  async remove(tx: Transaction, id: string, actor: Principal): Promise<void> {
    const registry = await this.registries.hold(tx, id);
    if (registry === undefined) throw new NotFound('trust registry');
    if (registry.parentId !== null)
      throw new Conflict('named-by-a-list', 'This registry is named by a list of registries: remove that list.');
    const gone = [registry, ...(await this.registries.namedBy(tx, id))];
    const identifiers: string[] = [];
    for (const one of gone) identifiers.push(...(await this.entries.identifiersOf(tx, one.id)));
    await this.registries.remove(tx, id);
    await this.changes.tellOfKeys(tx, identifiers);
    await this.changed(tx, 'trust-registry.removed', registry, actor);
  }

  private async keepUploaded(tx: Transaction, id: string, entries: readonly RegistryEntry[]): Promise<void> {
    const at = this.clock.now();
    await this.registries.note(tx, id, { failure: null, at, nextInMs: null, goodForMs: FOREVER_MS });
    await this.changes.tellOfKeys(tx, await this.entries.replace(tx, id, entries, at));
  }

  private askToRead(tx: Transaction, registryId: string): Promise<void> {
    return this.outbox.publish(tx, { topic: 'trust-registry.read-due', payload: { registryId } });
  }

  private async changed(
    tx: Transaction,
    action: string,
    registry: TrustRegistry,
    actor: Principal,
  ): Promise<TrustRegistry> {
    const { id, kind, name, source, reason, listed } = registry;
    const detail = { kind, name, source, reason, listed };
    await this.audit.record(tx, { actor, action, targetType: 'trust-registry', targetId: id, detail });
    return registry;
  }
}
