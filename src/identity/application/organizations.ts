import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { Organization } from '../domain/organization.js';
import { OrganizationRepository } from '../persistence/organization.repository.js';
import { Journal } from './journal.js';

const CURSOR_SECRET_BYTES = 32;
const MAX_KNOWN = 10_000;

/** The organizations of this installation. */
@Injectable()
export class Organizations {
  // Organizations are never deleted, so one that was seen stays.
  private readonly known = new Set<string>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationRepository,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates the organization whose id the transaction is opened with, and tells the other rooms.
   *
   * @param tx `unitOfWork.run(newId(), ...)`
   */
  async create(tx: Transaction, name: string): Promise<Organization> {
    const organization: Organization = { id: tx.organizationId, name, createdAt: this.clock.now() };
    await this.organizations.insert(tx, organization, randomBytes(CURSOR_SECRET_BYTES));
    await this.journal.record(tx, {
      actor: 'system',
      action: 'organization.created',
      targetType: 'organization',
      targetId: organization.id,
    });
    await this.outbox.publish(tx, { topic: 'organization.created', payload: { organizationId: organization.id } });
    return organization;
  }

  /** @throws {NotFound} */
  async get(organizationId: string): Promise<Organization> {
    const organization = await this.unitOfWork.run(organizationId, (tx) => this.organizations.find(tx));
    if (organization === undefined) throw new NotFound('organization');
    return organization;
  }

  async exists(organizationId: string): Promise<boolean> {
    if (this.known.has(organizationId)) return true;
    const found = await this.unitOfWork.run(organizationId, (tx) => this.organizations.find(tx));
    if (found === undefined) return false;
    if (this.known.size >= MAX_KNOWN) this.known.clear();
    this.known.add(organizationId);
    return true;
  }

  /** All ids, for schedules that look after each organization in turn. */
  ids(): Promise<string[]> {
    return this.unitOfWork.runAsSystem((tx) => this.organizations.listIds(tx));
  }
}
