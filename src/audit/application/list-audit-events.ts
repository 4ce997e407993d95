import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import type { AuditEvent } from '../domain/audit-event.js';
import { type AuditFilter, AuditRepository } from '../persistence/audit.repository.js';
import { SealAuditChain } from './seal-audit-chain.js';

export type SealedEvent = AuditEvent & { readonly sequence: number; readonly hash: Buffer };

/** Reads the log, newest first, up to the last event that was committed before the call. */
@Injectable()
export class ListAuditEvents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: AuditRepository,
    private readonly seal: SealAuditChain,
  ) {}

  /** @param before sequence to continue before; undefined: from the newest */
  async run(
    organizationId: string,
    filter: AuditFilter,
    before: number | undefined,
    limit: number,
  ): Promise<SealedEvent[]> {
    await this.seal.run(organizationId);
    return this.unitOfWork.run(organizationId, (tx) => this.events.list(tx, filter, before, limit));
  }
}
