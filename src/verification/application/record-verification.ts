import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { IssuerDirectory, IssuerEndorsements, type MetIssuer, registryKey } from '../../trust/index.js';
import { waitUntilNextCheck } from '../domain/next-check.js';
import type { VerificationReport } from '../domain/verify-credential.js';
import {
  VerificationRepository,
  type CurrentVerdict,
  type PlannedVerification,
  type StoredVerification,
} from '../persistence/verification.repository.js';
import { lookOwedAt } from './look-at-evidence.js';

/** Which rules gave a verdict; raised whenever the same bytes might get another one. */
export const RULES_VERSION = '7';

/** Every way in which a verdict becomes another one, for those who want to hear of one kind only. */
export function changeTopicOf(verdict: VerificationReport['verdict'], reason: VerificationReport['reason']): string {
  return `credential.${reason === 'revoked' || reason === 'suspended' || reason === 'expired' ? reason : verdict}`;
}

function changeOf(before: CurrentVerdict | undefined, { verdict, reason }: VerificationReport): Record<string, string> {
  const now = { verdict, reason };
  return before ? { ...now, verdictBefore: before.verdict, reasonBefore: before.reason } : now;
}

/** A report on a stored document, as it was made. */
export interface MadeReport {
  readonly credentialId: string;
  readonly candidateId: string;
  readonly report: VerificationReport;
  readonly at: Date;
  readonly durationMs: number;
}

/** Keeps reports: a new row of history each, the current verdict, the plan for the next check, and the word to later steps. */
@Injectable()
export class RecordVerification {
  constructor(
    private readonly verifications: VerificationRepository,
    private readonly issuers: IssuerDirectory,
    private readonly endorsements: IssuerEndorsements,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** Reports on one credential that come together are kept one after the other. */
  async run(tx: Transaction, made: readonly MadeReport[]): Promise<void> {
    for (let left = made; left.length > 0;) {
      const first = new Map(left.toReversed().map((one) => [one.credentialId, one]));
      await this.keep(tx, [...first.values()]);
      left = left.filter((one) => first.get(one.credentialId) !== one);
    }
  }

  private async keep(tx: Transaction, made: readonly MadeReport[]): Promise<void> {
    const ids = made.map(({ credentialId }) => credentialId);
    const current = await this.verifications.current(tx, ids);
    const issuerIdOf = await this.issuersOf(
      tx,
      made.map(({ report }) => report),
    );
    const verifications = made.map((one): StoredVerification => {
      return {
        id: newId(),
        credentialId: one.credentialId,
        candidateId: one.candidateId,
        report: one.report,
        issuerId: issuerIdOf(one.report),
        rulesVersion: RULES_VERSION,
        verifiedAt: one.at,
        durationMs: one.durationMs,
      };
    });
    await this.verifications.insert(tx, verifications);
    const open = await this.verifications.inOpenRanking(tx, ids);
    const planned = verifications.map((verification) =>
      plannedAfter(current.get(verification.credentialId), verification, open.has(verification.credentialId)),
    );
    await this.verifications.makeCurrent(tx, planned);
    await this.keepEndorsements(tx, made);
    await this.tell(tx, verifications, current);
  }

  /** Who endorses an issuer is met by it, so that the organization can decide about them too. */
  private async keepEndorsements(tx: Transaction, made: readonly MadeReport[]): Promise<void> {
    const genuine = made.flatMap(({ credentialId, report }) =>
      (report.endorsements ?? []).flatMap((it) => (it.verdict === 'verified' ? [{ credentialId, ...it }] : [])),
    );
    const endorsers = await this.issuers.record(
      tx,
      genuine.map(({ endorserId: identifier, endorserName }) => {
        return { identifier, name: endorserName ?? null, nameSource: 'self-asserted' };
      }),
    );
    const found = genuine.flatMap(({ credentialId, place, endorsedId, endorserId: identifier, validUntil }) => {
      const [endorsed, endorserId] = [registryKey(endorsedId), endorsers.get(identifier)];
      return endorsed === undefined || endorserId === undefined
        ? []
        : [{ credentialId, place, endorsed, endorserId, validUntil }];
    });
    const ids = made.map(({ credentialId }) => credentialId);
    await this.endorsements.found(tx, ids, found, made[0]?.at ?? new Date(0));
  }

  private async tell(
    tx: Transaction,
    verifications: readonly StoredVerification[],
    current: ReadonlyMap<string, CurrentVerdict>,
  ): Promise<void> {
    const changed = verifications.filter(({ credentialId, report }) => {
      const before = current.get(credentialId);
      return before?.verdict !== report.verdict || before.reason !== report.reason;
    });
    await this.outbox.publishAll(tx, [
      ...verifications.map(({ credentialId }) => ({ topic: 'credential.judged', payload: { credentialId } })),
      ...verifications.flatMap(({ credentialId, report: { issuerIdentity, facts } }) =>
        issuerIdentity === 'proven' ? lookOwedAt(credentialId, facts?.evidence ?? []) : [],
      ),
      ...changed.map(({ id: verificationId, credentialId, candidateId, report }) => ({
        topic: changeTopicOf(report.verdict, report.reason),
        payload: { credentialId, candidateId, verificationId, ...changeOf(current.get(credentialId), report) },
      })),
    ]);
    await this.audit.recordAll(
      tx,
      changed.map(({ id, credentialId, report }) => ({
        actor: 'system',
        action: 'credential.judged',
        targetType: 'credential',
        targetId: credentialId,
        detail: { verdict: report.verdict, reasons: report.reasons, verificationId: id },
      })),
    );
  }

  /**
   * An issuer enters the directory only when the document was shown to be its own; else anybody could put names there. What
   * could not be checked is joined to an issuer that was met before, for the strength that it would have.
   */
  private async issuersOf(
    tx: Transaction,
    reports: readonly VerificationReport[],
  ): Promise<(report: VerificationReport) => string | null> {
    const proven = reports.filter(({ issuerIdentity }) => issuerIdentity === 'proven');
    const recorded = await this.issuers.record(tx, proven.flatMap(metIssuerOf));
    const unchecked = reports.filter((it) => it.issuerIdentity !== 'proven' && it.verdict === 'unverifiable');
    const met = await this.issuers.idsOf(
      tx,
      unchecked.flatMap(({ facts }) => facts?.issuer?.id ?? []),
    );
    return (report) => {
      const id = report.facts?.issuer?.id ?? '';
      const known = report.issuerIdentity === 'proven' ? recorded : report.verdict === 'unverifiable' ? met : undefined;
      return known?.get(id) ?? null;
    };
  }
}

function metIssuerOf({ facts, issuerDocumentName: name }: VerificationReport): MetIssuer[] {
  const issuer = facts?.issuer;
  if (!issuer) return [];
  const nameSource = name === undefined ? 'self-asserted' : 'document';
  return [{ identifier: issuer.id, name: name ?? issuer.name ?? null, nameSource }];
}

function plannedAfter(
  before: CurrentVerdict | undefined,
  verification: StoredVerification,
  inOpenRanking: boolean,
): PlannedVerification {
  const { report, verifiedAt } = verification;
  const { verdict, reason, retryable, facts, statusGoodForMs } = report;
  const retries = verdict === 'unverifiable' && before?.verdict === 'unverifiable' ? before.retries + 1 : 0;
  const endorsements = report.endorsements ?? [];
  const declaresStatus = (facts?.statusEntries.length ?? 0) > 0 || endorsements.some(({ mayChange }) => mayChange);
  const { validFrom = null } = facts ?? {};
  const validUntil = firstEnd([facts?.validUntil, ...endorsements.map((it) => it.validUntil)], verifiedAt);
  const nextCheckInMs = waitUntilNextCheck(
    { verdict, reason, retryable, declaresStatus, statusGoodForMs, inOpenRanking, validFrom, validUntil, retries },
    verifiedAt,
  );
  return { verification, retries, nextCheckInMs };
}

/** The next end to come, of the credential or of an endorsement that counts with it. */
function firstEnd(ends: readonly (Date | null | undefined)[], at: Date): Date | null {
  const times = ends.flatMap((end) => (end && end > at ? [end.getTime()] : []));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
