import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { PeriodicTasks } from '../../platform/schedule/index.js';
import { RegistryEntryRepository } from '../persistence/registry-entry.repository.js';
import { TrustRegistryRepository } from '../persistence/trust-registry.repository.js';

const EVERY_MS = 30_000;
const BATCH = 50;

/** Turns registries that are to be read again, and answers that are to be asked for again, into owed work. */
@Injectable()
export class DueRegistries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registries: TrustRegistryRepository,
    private readonly entries: RegistryEntryRepository,
    private readonly outbox: Outbox,
    tasks: PeriodicTasks,
  ) {
    tasks.add({ name: 'due-registries', everyMs: EVERY_MS, run: () => this.run() });
  }

  async run(): Promise<void> {
    await this.unitOfWork.runAsSystem(async (tx) => {
      for (const { organizationId, registryId } of await this.registries.takeDue(tx, BATCH)) {
        await this.outbox.publish(
          { ...tx, organizationId },
          { topic: 'trust-registry.read-due', payload: { registryId } },
        );
      }
      for (const { organizationId, ...payload } of await this.entries.takeDue(tx, BATCH)) {
        await this.outbox.publish({ ...tx, organizationId }, { topic: 'trust-registry.ask-due', payload });
      }
    });
  }
}
