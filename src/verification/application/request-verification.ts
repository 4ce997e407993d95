import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { CredentialDocuments } from '../../intake/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CurrentVerdictRepository } from '../persistence/current-verdict.repository.js';

/** Credentials whose check is asked for with one statement. */
const PORTION = 5_000;

/** Asks for a new verification, as a person did or because what it depends on changed. */
@Injectable()
export class RequestVerification {
  constructor(
    private readonly documents: CredentialDocuments,
    private readonly verdicts: CurrentVerdictRepository,
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

  /** Of every credential that names the issuer, whatever was found about it. */
  ofAllNaming(tx: Transaction, issuer: string): Promise<void> {
    return this.inPortions(tx, (after) => this.verdicts.idsNaming(tx, issuer, after, PORTION));
  }

  /** Of every credential that came with certificates. */
  ofAllWithCertificates(tx: Transaction): Promise<void> {
    return this.inPortions(tx, (after) => this.verdicts.idsWithCertificates(tx, after, PORTION));
  }

  private async inPortions(tx: Transaction, read: (after: string | null) => Promise<string[]>): Promise<void> {
    for (let after: string | null = null; ;) {
      const ids = await read(after);
      await this.outbox.publishAll(
        tx,
        ids.map((credentialId) => ({ topic: 'credential.check-due', payload: { credentialId } })),
      );
      if (ids.length < PORTION) return;
      after = ids.at(-1) ?? null;
    }
  }
}
