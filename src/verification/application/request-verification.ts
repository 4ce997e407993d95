import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { CredentialDocuments } from '../../intake/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';

/** Asks for a new verification, as a person did or because what it depends on changed. */
@Injectable()
export class RequestVerification {
  constructor(
    private readonly documents: CredentialDocuments,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async of(tx: Transaction, credentialId: string, actor: Principal): Promise<void> {
    if ((await this.documents.find(tx, credentialId)) === undefined) throw new NotFound('credential');
    await this.outbox.publish(tx, { topic: 'credential.check-due', payload: { credentialId } });
    const action = 'credential.verification-requested';
    await this.audit.record(tx, { actor, action, targetType: 'credential', targetId: credentialId });
  }

  async ofAllFrom(tx: Transaction, candidateId: string): Promise<void> {
    const ids = await this.documents.idsOfCandidate(tx, candidateId);
    await this.outbox.publishAll(
      tx,
      ids.map((credentialId) => ({ topic: 'credential.check-due', payload: { credentialId } })),
    );
  }
}
