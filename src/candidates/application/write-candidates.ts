import { Injectable } from '@nestjs/common';
import { type AuditEntry, AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { CandidateCommand } from '../domain/candidate.js';
import { isRecognisedAnew } from '../domain/normalise-identities.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { type CandidateChange, CandidateRepository, type HeldCandidate } from '../persistence/candidate.repository.js';

/** A person whose row is locked, and what is said of them. */
export interface HeldChange {
  readonly before: Pick<HeldCandidate, 'id' | 'emails' | 'dids'>;
  readonly command: CandidateCommand;
}

/** Writes people with their external ids and applications, and tells of it. Who they are was found out before. */
@Injectable()
export class WriteCandidates {
  constructor(
    private readonly candidates: CandidateRepository,
    private readonly applications: ApplicationRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async createAll(tx: Transaction, created: readonly CandidateChange[], actor: Principal): Promise<void> {
    if (created.length === 0) return;
    await this.candidates.insertAll(tx, created, this.clock.now());
    await this.addParts(tx, created);
    await this.outbox.publishAll(
      tx,
      created.map(({ id }) => ({ topic: 'candidate.created', payload: { candidateId: id } })),
    );
    await this.audit.recordAll(tx, entriesOf('candidate.created', created, actor));
  }

  /**
   * Absent fields stay. Tells when the ways to recognise somebody's credentials changed.
   *
   * @param changes at most one of each person
   */
  async changeAll(tx: Transaction, changes: readonly HeldChange[], actor: Principal): Promise<void> {
    if (changes.length === 0) return;
    const changed = changes.map(({ before, command }) => ({ id: before.id, command }));
    await this.candidates.updateAll(tx, changed, this.clock.now());
    await this.addParts(tx, changed);
    await this.outbox.publishAll(
      tx,
      changes.flatMap(({ before, command }) => {
        const payload = { candidateId: before.id };
        const updated = { topic: 'candidate.updated', payload };
        return isRecognisedAnew(before, command) ? [{ topic: 'candidate.identified', payload }, updated] : [updated];
      }),
    );
    await this.audit.recordAll(tx, entriesOf('candidate.updated', changed, actor));
  }

  private async addParts(tx: Transaction, written: readonly CandidateChange[]): Promise<void> {
    const externalIds = written.flatMap(({ id, command }) =>
      command.externalIds.map((externalId) => ({ ...externalId, candidateId: id })),
    );
    const told = written.flatMap(({ id, command }) =>
      command.applications.map((state) => ({ candidateId: id, state })),
    );
    await this.candidates.addExternalIds(tx, externalIds);
    await this.applications.applyAll(tx, told);
  }
}

const entriesOf = (action: string, people: readonly CandidateChange[], actor: Principal): AuditEntry[] =>
  people.map(({ id }) => ({ actor, action, targetType: 'candidate', targetId: id }));
