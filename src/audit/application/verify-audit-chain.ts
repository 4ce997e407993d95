import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import type { AuditLink } from '../domain/audit-event.js';
import { breakOf, type BreakReason } from '../domain/chain.js';
import { AuditRepository } from '../persistence/audit.repository.js';
import { SealAuditChain } from './seal-audit-chain.js';

const BATCH = 1_000;

/** What checking the chain of an organization found. */
export interface ChainReport {
  readonly valid: boolean;
  /** Links that were checked, a broken one included. */
  readonly checked: number;
  readonly firstBroken?: { readonly sequence: number; readonly reason: BreakReason };
  /** The last place of the chain; 0 when there is none. */
  readonly sealedUpTo: number;
  /** Hash of the last link that holds, in hex: kept elsewhere, it later shows whether the end of the log was cut off. */
  readonly head: string | null;
}

/** Recomputes the whole chain from the events as they are now. */
@Injectable()
export class VerifyAuditChain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: AuditRepository,
    private readonly seal: SealAuditChain,
  ) {}

  async run(organizationId: string): Promise<ChainReport> {
    await this.seal.run(organizationId, true);
    return this.unitOfWork.run(organizationId, async (tx) => {
      const end = await this.events.lastLink(tx);
      const sealedUpTo = end?.sequence ?? 0;
      let last: AuditLink | undefined;
      let checked = 0;
      for (;;) {
        const batch = await this.events.chain(tx, last?.sequence ?? 0, BATCH);
        if (batch.length === 0) return { valid: true, checked, sealedUpTo, head: hex(last) };
        for (const { link, event } of batch) {
          checked += 1;
          const reason = breakOf(last, link, event);
          if (reason !== undefined) {
            const sequence = reason === 'sequence-gap' ? (last?.sequence ?? 0) + 1 : link.sequence;
            return { valid: false, checked, firstBroken: { sequence, reason }, sealedUpTo, head: hex(last) };
          }
          last = link;
        }
      }
    });
  }
}

const hex = (link: AuditLink | undefined): string | null => link?.hash.toString('hex') ?? null;
