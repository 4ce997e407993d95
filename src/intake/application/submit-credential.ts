import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { storableText, type Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { DocumentTooLarge, EmptyDocument, MAX_DOCUMENT_BYTES } from '../domain/intake-errors.js';
import type { OpenedDocument, Submission } from '../domain/submission.js';
import { CredentialRepository, type StoredCredential } from '../persistence/credential.repository.js';

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
  async run(tx: Transaction, submission: Submission, actor: Principal | 'system'): Promise<StoredCredential> {
    const [stored] = await this.runAll(tx, [submission], actor);
    if (stored === undefined) throw new Error('a document was not stored');
    return stored;
  }

  /** The same of several, with the answers in their order. @throws {EmptyDocument}, {DocumentTooLarge} for any of them */
  async runAll(
    tx: Transaction,
    submissions: readonly Submission[],
    actor: Principal | 'system',
  ): Promise<StoredCredential[]> {
    if (submissions.length === 0) return [];
    const submittedAt = this.clock.now();
    const stored = await this.credentials.insertAllOnce(
      tx,
      submissions.map((submission) => ({ ...toStore(submission), submittedAt })),
      actor === 'system' ? actor : actor.id,
    );
    const fresh = stored.filter(({ duplicate }) => !duplicate).map(({ credential }) => credential);
    await this.outbox.publishAll(
      tx,
      fresh.map(({ id }) => ({ topic: 'credential.submitted', payload: { credentialId: id } })),
    );
    await this.audit.recordAll(
      tx,
      fresh.map(({ id, candidateId, sha256 }) => ({
        actor,
        action: 'credential.submitted',
        targetType: 'credential',
        targetId: id,
        detail: { candidateId, sha256 },
      })),
    );
    return stored;
  }
}

function toStore({
  candidateId,
  bytes,
  contentType,
  fileName,
  source,
}: Submission): Omit<OpenedDocument, 'submittedAt'> {
  if (bytes.length === 0) throw new EmptyDocument();
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new DocumentTooLarge();
  return {
    id: newId(),
    candidateId,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    contentType,
    fileName: fileName === undefined ? null : storableText(fileName).slice(0, 255),
    source,
    bytes,
  };
}
