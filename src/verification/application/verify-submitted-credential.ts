import { Injectable } from '@nestjs/common';
import { type CandidateIdentities, Candidates } from '../../candidates/index.js';
import { CredentialDocuments, type SubmittedCredential, TakeInContained } from '../../intake/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Egress } from '../../platform/egress/index.js';
import { Metrics } from '../../platform/metrics/index.js';
import type { EventContext } from '../../platform/outbox/index.js';
import { verifyCredential } from '../domain/verify-credential.js';
import { documentSourceOf } from './document-source-of-egress.js';
import { OperatorContexts } from './operator-contexts.js';
import { OrganizationKeyRing } from './organization-key-ring.js';
import { ChallengeAnsweredMeanwhile, PresentationRequests } from './presentation-requests.js';
import { RecordVerification } from './record-verification.js';

/** Runs all checks on a stored document and keeps the result beside the earlier ones. */
@Injectable()
export class VerifySubmittedCredential {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: CredentialDocuments,
    private readonly candidates: Candidates,
    private readonly egress: Egress,
    private readonly contexts: OperatorContexts,
    private readonly keyRing: OrganizationKeyRing,
    private readonly presentations: PresentationRequests,
    private readonly record: RecordVerification,
    private readonly takeIn: TakeInContained,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async run(organizationId: string, credentialId: string, context: EventContext): Promise<void> {
    try {
      await this.verify(organizationId, credentialId, context);
    } catch (error) {
      if (!(error instanceof ChallengeAnsweredMeanwhile)) throw error;
      // Now the challenge is seen as used, which stays so.
      await this.verify(organizationId, credentialId, context);
    }
  }

  private async verify(organizationId: string, credentialId: string, context: EventContext): Promise<void> {
    const submitted = await this.unitOfWork.run(organizationId, (tx) => this.read(tx, credentialId));
    // Erased meanwhile: there is nothing to say and nobody to say it of.
    if (submitted === undefined) return;
    const at = this.clock.now();
    const startedMs = performance.now();
    const { document } = submitted;
    const report = await verifyCredential(submitted.bytes, document.contentType, {
      at,
      candidate: submitted.identities,
      source: documentSourceOf(this.egress),
      contexts: this.contexts.library,
      lanes: { laneTaken: (lane) => this.metrics.proofsByLane.inc({ lane }) },
      keys: await this.keyRing.of(organizationId),
      challenges: this.presentations.challengesFor(organizationId, document),
      elapsedMs: () => performance.now(),
      mayContain: submitted.mayContain,
      foundAt: submitted.foundAt,
    });
    const durationMs = Math.round(performance.now() - startedMs);
    await context.commit(async (tx) => {
      if (report.presented) await this.presentations.claim(tx, document, report.presented, at);
      await this.record.run(tx, { credentialId, candidateId: document.candidateId }, report, { at, durationMs });
      await this.takeIn.run(tx, credentialId, report.contained);
    });
    this.metrics.verdicts.inc({ verdict: report.verdict, reason: report.reason });
    this.metrics.verificationSeconds.observe(durationMs / 1000);
  }

  private async read(tx: Transaction, credentialId: string): Promise<Submitted | undefined> {
    const document = await this.documents.find(tx, credentialId);
    const bytes = await this.documents.original(tx, credentialId);
    if (document === undefined || bytes === undefined) return undefined;
    return {
      document,
      bytes,
      identities: await this.candidates.identities(tx, document.candidateId),
      mayContain: await this.takeIn.roomIn(tx, credentialId),
      foundAt: await this.takeIn.foundAt(tx, credentialId),
    };
  }
}

interface Submitted {
  document: SubmittedCredential;
  bytes: Buffer;
  identities: CandidateIdentities;
  /** How many documents may still be taken out of this one. */
  mayContain: number;
  /** Where it was fetched, when it was. */
  foundAt: string | undefined;
}
