import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../../platform/database/index.js';
import { type EventContext, Outbox } from '../../../platform/outbox/index.js';
import { registryKey } from '../../domain/registries/registry-key.js';
import { RegistryEntryRepository } from '../../persistence/registry-entry.repository.js';
import { TrustRegistryRepository } from '../../persistence/trust-registry.repository.js';
import { TrustChanges } from '../trust-changes.js';
import { RegistryReaders } from './registry-readers.js';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** Issuers that one registry is asked about at a time. */
const MOST_ASKED = 2_000;

/** Asks registries that answer about one issuer at a time, and keeps what they answer as long as it may be relied on. */
@Injectable()
export class AskRegistry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registries: TrustRegistryRepository,
    private readonly entries: RegistryEntryRepository,
    private readonly readers: RegistryReaders,
    private readonly changes: TrustChanges,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param identifier registry key of the issuer */
  async run(organizationId: string, registryId: string, identifier: string, context: EventContext): Promise<void> {
    const registry = await this.unitOfWork.run(organizationId, (tx) => this.registries.find(tx, registryId));
    const reader = registry && this.readers.of(registry.kind);
    if (registry === undefined || reader?.ask === undefined) return;
    const { entry, goodForMs = DAY_MS } = await reader.ask(registry, identifier, organizationId);
    const againInMs = entry.outcome === 'unknown' ? HOUR_MS : Math.min(goodForMs, DAY_MS);
    await context.commit(async (tx) => {
      // Removed meanwhile: nobody wants to know any more.
      if ((await this.registries.hold(tx, registryId)) === undefined) return;
      const plan = { at: this.clock.now(), goodForMs, againInMs };
      if (await this.entries.put(tx, registryId, entry, plan)) await this.changes.tellOfKeys(tx, [identifier]);
    });
  }

  /** Asks one registry about every issuer that was met. */
  async aboutAll(tx: Transaction, registryId: string): Promise<void> {
    await this.owe(tx, [registryId], await this.entries.metKeys(tx, MOST_ASKED));
  }

  /** Asks every registry that answers about one issuer at a time. */
  async aboutOne(tx: Transaction, issuerIdentifier: string): Promise<void> {
    const identifier = registryKey(issuerIdentifier);
    const registryIds = await this.registries.idsOfKind(tx, 'openid-federation');
    await this.owe(tx, registryIds, identifier === undefined ? [] : [identifier]);
  }

  private owe(tx: Transaction, registryIds: readonly string[], identifiers: readonly string[]): Promise<void> {
    return this.outbox.publishAll(
      tx,
      registryIds.flatMap((registryId) =>
        identifiers.map((identifier) => ({ topic: 'trust-registry.ask-due', payload: { registryId, identifier } })),
      ),
    );
  }
}
