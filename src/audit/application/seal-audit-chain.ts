import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Organizations } from '../../identity/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { PeriodicTasks } from '../../platform/schedule/index.js';
import type { AuditLink } from '../domain/audit-event.js';
import { linkAfter } from '../domain/chain.js';
import { idOneDayBefore } from '../domain/id-one-day-before.js';
import { AuditRepository } from '../persistence/audit.repository.js';

const SEAL_EVERY_MS = 30_000;
const BATCH = 1_000;

/** Gives events their place in the chain of their organization, in batches and without gaps. */
@Injectable()
export class SealAuditChain implements OnModuleInit {
  private readonly logger = new Logger('SealAuditChain');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: AuditRepository,
    private readonly organizations: Organizations,
    private readonly tasks: PeriodicTasks,
  ) {}

  onModuleInit(): void {
    this.tasks.add({ name: 'audit.seal', everyMs: SEAL_EVERY_MS, run: () => this.everyOrganization() });
  }

  /**
   * Seals all events that are committed when it is called.
   *
   * @param thorough look at all events, not only at those that can be new
   */
  async run(organizationId: string, thorough = false): Promise<void> {
    let sealed: number;
    do {
      sealed = await this.unitOfWork.run(organizationId, (tx) => this.sealBatch(tx, thorough));
    } while (sealed === BATCH);
  }

  async everyOrganization(): Promise<void> {
    for (const id of await this.organizations.ids()) {
      await this.run(id).catch((error: unknown) => {
        this.logger.warn({ event: 'audit.not-sealed', organizationId: id }, String(error));
      });
    }
  }

  private async sealBatch(tx: Transaction, thorough: boolean): Promise<number> {
    await this.events.lockChain(tx);
    let last = await this.events.lastLink(tx);
    // Ids are in order of time and a transaction ends within a day, so nothing older can still be without a place.
    const from = last === undefined || thorough ? undefined : idOneDayBefore(last.eventId);
    const links: AuditLink[] = [];
    for (const event of await this.events.unsealed(tx, from, BATCH)) links.push((last = linkAfter(last, event)));
    if (links.length > 0) await this.events.insertLinks(tx, links);
    return links.length;
  }
}
