import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { type EventContext, Outbox } from '../../../platform/outbox/index.js';
import type { NamedRegistry, RegistryReading, TrustRegistry } from '../../domain/registries/trust-registry.js';
import { RegistryEntryRepository } from '../../persistence/registry-entry.repository.js';
import { TrustRegistryRepository } from '../../persistence/trust-registry.repository.js';
import { TrustChanges } from '../trust-changes.js';
import { AskRegistry } from './ask-registry.js';
import { RegistryReaders } from './registry-readers.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** What was read well is read again after a day. */
const AGAIN_MS = DAY;
/** Waits after the first, second... failure; the last one repeats. */
const RETRY_MS = [5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 360 * MINUTE];
/** What was read counts for a week while the registry cannot be reached, or as long as it says itself. */
const GOOD_FOR_MS = 7 * DAY;

/** Reads a registry and keeps what it says; issuers about whom it says something else are told as `trust.changed`. */
@Injectable()
export class ReadRegistry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registries: TrustRegistryRepository,
    private readonly entries: RegistryEntryRepository,
    private readonly readers: RegistryReaders,
    private readonly ask: AskRegistry,
    private readonly changes: TrustChanges,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(organizationId: string, registryId: string, context: EventContext): Promise<void> {
    const registry = await this.unitOfWork.run(organizationId, (tx) => this.registries.find(tx, registryId));
    const reader = registry && this.readers.of(registry.kind);
    if (registry === undefined || reader === undefined) return;
    const reading = await reader.read(registry, organizationId);
    await context.commit(async (tx) => {
      // Removed meanwhile: nobody wants to know any more.
      if ((await this.registries.hold(tx, registryId)) !== undefined) await this.keep(tx, registry, reading);
    });
  }

  private async keep(tx: Transaction, registry: TrustRegistry, reading: RegistryReading): Promise<void> {
    const at = this.clock.now();
    if (reading.kind === 'failed') return this.keepFailure(tx, registry, reading, at);
    const goodForMs = Math.min(GOOD_FOR_MS, ('goodForMs' in reading && reading.goodForMs) || GOOD_FOR_MS);
    const known = await this.entries.identifiersOf(tx, registry.id);
    const turned = await this.registries.note(tx, registry.id, { failure: null, at, nextInMs: AGAIN_MS, goodForMs });
    if (reading.kind === 'asked-singly') {
      await this.changes.tellOfKeys(tx, turned ? known : []);
      return this.ask.aboutAll(tx, registry.id);
    }
    const said = reading.kind === 'entries' ? reading.entries : [];
    const changed = await this.entries.replace(tx, registry.id, said, at);
    await this.changes.tellOfKeys(tx, turned ? [...known, ...said.map(({ identifier }) => identifier)] : changed);
    await this.keepNamed(tx, registry, reading.kind === 'registries' ? reading.registries : []);
  }

  private async keepFailure(
    tx: Transaction,
    { id }: TrustRegistry,
    { code, detail }: { readonly code: string; readonly detail: string },
    at: Date,
  ): Promise<void> {
    const nextInMs = RETRY_MS[Math.min(await this.registries.failuresOf(tx, id), RETRY_MS.length - 1)] ?? AGAIN_MS;
    const failure = { code, detail, at: at.toISOString() };
    const turned = await this.registries.note(tx, id, { failure, at, nextInMs, goodForMs: 0 });
    if (turned) await this.changes.tellOfKeys(tx, await this.entries.identifiersOf(tx, id));
  }

  /** Registries that a list of registries names are asked each by itself. Lists inside lists are not followed. */
  private async keepNamed(tx: Transaction, list: TrustRegistry, named: readonly NamedRegistry[]): Promise<void> {
    const before = await this.registries.namedBy(tx, list.id);
    const isNamed = (one: TrustRegistry) =>
      named.some(({ kind, source }) => kind === one.kind && source === one.source);
    for (const gone of before.filter((one) => !isNamed(one))) {
      const known = await this.entries.identifiersOf(tx, gone.id);
      await this.registries.remove(tx, gone.id);
      await this.changes.tellOfKeys(tx, known);
    }
    if (list.parentId !== null) return;
    for (const one of named) {
      const { reason, registeredBy } = list;
      const made = { ...one, id: newId(), parentId: list.id, reason, registeredBy, registeredAt: this.clock.now() };
      if (await this.registries.insert(tx, made))
        await this.outbox.publish(tx, { topic: 'trust-registry.read-due', payload: { registryId: made.id } });
    }
  }
}
