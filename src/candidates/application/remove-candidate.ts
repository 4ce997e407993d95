import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Invalid } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { Candidate } from '../domain/candidate.js';
import { CandidateRemovalRepository } from '../persistence/candidate-removal.repository.js';
import { Candidates } from './candidates.js';
import { HoldingStore } from './holding-store.js';

/** The two ways in which a record ends: the person is forgotten, or was known under another record all along. */
@Injectable()
export class RemoveCandidate {
  constructor(
    private readonly candidates: Candidates,
    private readonly removal: CandidateRemovalRepository,
    private readonly holdings: HoldingStore,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async erase(tx: Transaction, id: string, actor: Principal): Promise<void> {
    await this.removal.holdDeliveries(tx, [id]);
    await this.candidates.present(tx, id, 'for-update');
    await this.removal.erase(tx, id, this.clock.now());
    await this.holdings.changed(tx, id);
    await this.outbox.publish(tx, { topic: 'candidate.erased', payload: { candidateId: id } });
    await this.audit.record(tx, { actor, action: 'candidate.erased', targetType: 'candidate', targetId: id });
  }

  /** Everything of `fromId` becomes `intoId`'s; its credentials are looked at again, since whose they are has changed. */
  async merge(tx: Transaction, fromId: string, intoId: string, actor: Principal): Promise<Candidate> {
    if (fromId === intoId) {
      const fault = { pointer: '/intoCandidateId', code: 'same-candidate', message: 'must be another candidate' };
      throw new Invalid('same-candidate', 'A candidate cannot be merged into itself.', [fault]);
    }
    await this.removal.holdDeliveries(tx, [fromId, intoId]);
    // In one order for everyone, so that two merges of the same pair never wait for each other.
    for (const id of [fromId, intoId].sort()) await this.candidates.present(tx, id, 'for-update');
    await this.removal.move(tx, fromId, intoId, this.clock.now());
    await this.holdings.changed(tx, intoId);
    await this.outbox.publishAll(tx, [
      { topic: 'candidate.merged', payload: { candidateId: fromId, intoCandidateId: intoId } },
      { topic: 'candidate.identified', payload: { candidateId: intoId } },
    ]);
    await this.audit.record(tx, {
      actor,
      action: 'candidate.merged',
      targetType: 'candidate',
      targetId: fromId,
      detail: { intoCandidateId: intoId },
    });
    return this.candidates.present(tx, intoId);
  }
}
