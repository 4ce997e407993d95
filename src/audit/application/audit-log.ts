import { Injectable } from '@nestjs/common';
import { Journal, type JournalEntry } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { currentRequest } from '../../platform/http/index.js';
import { newId } from '../../platform/ids/index.js';
import { AuditRepository } from '../persistence/audit.repository.js';

/** Something that was done, for those who ask later. */
export type AuditEntry = JournalEntry;

/** The append-only log of what was done. */
@Injectable()
export class AuditLog extends Journal {
  constructor(
    private readonly events: AuditRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  override record(tx: Transaction, entry: AuditEntry): Promise<void> {
    return this.recordAll(tx, [entry]);
  }

  /** Several things that were done in one transaction, in their order. */
  async recordAll(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const events = entries.map((entry) => {
      const actor = entry.actor === 'system' ? { kind: 'system', id: 'system' } : entry.actor;
      const { action, targetType, targetId, detail = {} } = entry;
      const requestId = entry.requestId ?? currentRequest()?.requestId ?? null;
      return { id: newId(), actorKind: actor.kind, actorId: actor.id, action, targetType, targetId, detail, requestId };
    });
    await this.events.insertAll(tx, events, this.clock.now());
  }
}
