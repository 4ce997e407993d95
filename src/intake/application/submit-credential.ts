import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { storableText, type Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { DocumentTooLarge, EmptyDocument, MAX_DOCUMENT_BYTES } from '../domain/intake-errors.js';
import type { Submission, SubmittedCredential } from '../domain/submission.js';
import { CredentialRepository } from '../persistence/credential.repository.js';

/** Takes a document in. Everything that is not empty and not too large is stored and gets a verdict later. */
@Injectable()
export class SubmitCredential {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the bytes as they are, once per candidate, and owes the verification. The caller has made sure that the
   * candidate is there.
   *
   * @throws {EmptyDocument}, {DocumentTooLarge}
   */
  async run(
    tx: Transaction,
    submission: Submission,
    actor: Principal | 'system',
  ): Promise<{ credential: SubmittedCredential; duplicate: boolean }> {
    const { bytes } = submission;
    if (bytes.length === 0) throw new EmptyDocument();
    if (bytes.length > MAX_DOCUMENT_BYTES) throw new DocumentTooLarge();
    const stored = await this.credentials.insertOnce(
      tx,
      {
        id: newId(),
        candidateId: submission.candidateId,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        size: bytes.length,
        contentType: submission.contentType,
        fileName: submission.fileName === undefined ? null : storableText(submission.fileName).slice(0, 255),
        source: submission.source,
        submittedAt: this.clock.now(),
        submittedBy: actor === 'system' ? actor : actor.id,
      },
      bytes,
    );
    if (!stored.duplicate) {
      const credentialId = stored.credential.id;
      await this.outbox.publish(tx, { topic: 'credential.submitted', payload: { credentialId } });
      await this.audit.record(tx, {
        actor,
        action: 'credential.submitted',
        targetType: 'credential',
        targetId: credentialId,
        detail: { candidateId: submission.candidateId, sha256: stored.credential.sha256 },
      });
    }
    return stored;
  }
}
