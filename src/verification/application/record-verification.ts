import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { IssuerDirectory } from '../../trust/index.js';
import { waitUntilNextCheck } from '../domain/next-check.js';
import type { VerificationReport } from '../domain/verify-credential.js';
import {
  VerificationRepository,
  type CurrentVerdict,
  type StoredVerification,
} from '../persistence/verification.repository.js';

/** Which rules gave a verdict; raised whenever the same bytes might get another one. */
export const RULES_VERSION = '6';

/** Every way in which a verdict becomes another one, for those who want to hear of one kind only. */
export function changeTopicOf(verdict: VerificationReport['verdict'], reason: VerificationReport['reason']): string {
  return `credential.${reason === 'revoked' || reason === 'suspended' || reason === 'expired' ? reason : verdict}`;
}

function changeOf(before: CurrentVerdict | undefined, { verdict, reason }: VerificationReport): Record<string, string> {
  const now = { verdict, reason };
  return before ? { ...now, verdictBefore: before.verdict, reasonBefore: before.reason } : now;
}

/** Keeps a report: a new row of history, the current verdict, the plan for the next check, and the word to later steps. */
@Injectable()
export class RecordVerification {
  constructor(
    private readonly verifications: VerificationRepository,
    private readonly issuers: IssuerDirectory,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async run(
    tx: Transaction,
    { credentialId, candidateId }: { credentialId: string; candidateId: string },
    report: VerificationReport,
    made: { at: Date; durationMs: number },
  ): Promise<void> {
    const before = await this.verifications.current(tx, credentialId);
    const verification: StoredVerification = {
      id: newId(),
      credentialId,
      report,
      issuerId: await this.issuerOf(tx, report),
      rulesVersion: RULES_VERSION,
      verifiedAt: made.at,
      durationMs: made.durationMs,
    };
    await this.verifications.insert(tx, verification);
    const retries = report.verdict === 'unverifiable' && before?.verdict === 'unverifiable' ? before.retries + 1 : 0;
    const nextCheckInMs = waitUntilNextCheck(
      {
        verdict: report.verdict,
        reason: report.reason,
        retryable: report.retryable,
        declaresStatus: (report.facts?.statusEntries.length ?? 0) > 0,
        statusGoodForMs: report.statusGoodForMs,
        inOpenRanking: await this.verifications.isInOpenRanking(tx, credentialId),
        validFrom: report.facts?.validFrom ?? null,
        validUntil: report.facts?.validUntil ?? null,
        retries,
      },
      made.at,
    );
    await this.verifications.makeCurrent(tx, verification, { retries, nextCheckInMs });
    await this.outbox.publish(tx, { topic: 'credential.judged', payload: { credentialId } });
    if (before?.verdict !== report.verdict || before.reason !== report.reason) {
      await this.outbox.publish(tx, {
        topic: changeTopicOf(report.verdict, report.reason),
        payload: { credentialId, candidateId, verificationId: verification.id, ...changeOf(before, report) },
      });
      await this.audit.record(tx, {
        actor: 'system',
        action: 'credential.judged',
        targetType: 'credential',
        targetId: credentialId,
        detail: { verdict: report.verdict, reasons: report.reasons, verificationId: verification.id },
      });
    }
  }

  /**
   * An issuer enters the directory only when the document was shown to be its own; else anybody could put names there. What
   * could not be checked is joined to an issuer that was met before, for the strength that it would have.
   */
  private async issuerOf(tx: Transaction, report: VerificationReport): Promise<string | null> {
    const issuer = report.facts?.issuer;
    if (issuer === undefined) return null;
    if (report.issuerIdentity === 'proven') {
      const name = report.issuerDocumentName;
      return this.issuers.record(tx, {
        identifier: issuer.id,
        name: name ?? issuer.name ?? null,
        nameSource: name === undefined ? 'self-asserted' : 'document',
      });
    }
    return report.verdict === 'unverifiable' ? ((await this.issuers.idOf(tx, issuer.id)) ?? null) : null;
  }
}
