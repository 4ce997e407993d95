import { Injectable } from '@nestjs/common';
import { TakeInContained } from '../../intake/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Egress } from '../../platform/egress/index.js';
import { Metrics } from '../../platform/metrics/index.js';
import type { EventContext, GroupEffect } from '../../platform/outbox/index.js';
import { CredentialVerifier } from './credential-verifier.js';
import { documentSourceOf } from './document-source-of-egress.js';
import { OrganizationKeyRing } from './organization-key-ring.js';
import { ChallengeAnsweredMeanwhile, PresentationRequests } from './presentation-requests.js';
import { type MadeReport, RecordVerification } from './record-verification.js';
import { SubmittedDocuments } from './submitted-documents.js';

/** Runs all checks on a stored document and keeps the result beside the earlier ones. */
@Injectable()
export class VerifySubmittedCredential {
  constructor(
    private readonly documents: SubmittedDocuments,
    private readonly verifier: CredentialVerifier,
    private readonly egress: Egress,
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
    const submitted = await this.documents.find(organizationId, credentialId);
    // Erased meanwhile: there is nothing to say and nobody to say it of.
    if (submitted === undefined) return;
    const at = this.clock.now();
    const startedMs = performance.now();
    const { document } = submitted;
    const report = await this.verifier.verify(submitted.bytes, document.contentType, {
      at,
      candidate: submitted.identities,
      source: documentSourceOf(this.egress),
      keys: await this.keyRing.of(organizationId),
      challenges: this.presentations.challengesFor(organizationId, document),
      elapsedMs: () => performance.now(),
      mayContain: submitted.mayContain,
      foundAt: submitted.foundAt,
    });
    const durationMs = Math.round(performance.now() - startedMs);
    const { presented, contained, verdict, reason } = report;
    const made = { credentialId, candidateId: document.candidateId, report, at, durationMs };
    // Those that change more than their own result keep to themselves: others must not wait for what they lock, nor
    // fail with a challenge that was answered meanwhile.
    if (presented === undefined && contained.length === 0) await context.commitTogether(this.keep, made);
    else
      await context.commit(async (tx) => {
        if (presented) await this.presentations.claim(tx, document, presented, at);
        await this.keep(tx, [made]);
        await this.takeIn.run(tx, credentialId, contained);
      });
    this.metrics.verdicts.inc({ verdict, reason });
    this.metrics.verificationSeconds.observe(durationMs / 1000);
  }

  private readonly keep: GroupEffect<MadeReport> = (tx, made) => this.record.run(tx, made);
}
