import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { storableJson, type SystemTransaction, type Transaction } from '../../platform/database/index.js';
import type { VerificationReport } from '../domain/verify-credential.js';

/** A verification as it is kept. */
export interface StoredVerification {
  readonly id: string;
  readonly credentialId: string;
  readonly report: VerificationReport;
  readonly issuerId: string | null;
  readonly rulesVersion: string;
  readonly verifiedAt: Date;
  readonly durationMs: number;
}

/** The current result, with what plans the next check. */
export interface CurrentVerdict {
  readonly verificationId: string;
  readonly verdict: VerificationReport['verdict'];
  readonly reason: string;
  readonly retries: number;
}

@Injectable()
export class VerificationRepository {
  /** Adds to the history; nothing before is changed. */
  async insert(tx: Transaction, v: StoredVerification): Promise<void> {
    const { report } = v;
    const resolvedSha256 = await this.keepResolved(tx, v);
    await tx.query(
      `INSERT INTO verification (organization_id, id, credential_id, format, verdict, reason, reasons, checks, recipient,
         facts, issuer_id, issuer_identity, valid_from, valid_until, retryable, rules_version, verified_at, duration_ms,
         resolved_sha256)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [
        tx.organizationId,
        v.id,
        v.credentialId,
        report.format,
        report.verdict,
        report.reason,
        report.reasons,
        storableJson(report.checks),
        storableJson(report.recipient),
        report.facts === null ? null : storableJson(report.facts),
        v.issuerId,
        report.issuerIdentity,
        report.facts?.validFrom ?? null,
        report.facts?.validUntil ?? null,
        report.retryable,
        v.rulesVersion,
        v.verifiedAt,
        v.durationMs,
        resolvedSha256,
      ],
    );
  }

  /** Keeps what a credential resolved to, once for each content; null when there is nothing to keep. */
  private async keepResolved(tx: Transaction, { credentialId, report }: StoredVerification): Promise<Buffer | null> {
    if (report.resolved === undefined) return null;
    const document = storableJson(report.resolved);
    const sha256 = createHash('sha256').update(document).digest();
    await tx.query(
      `INSERT INTO resolved_credential (organization_id, credential_id, sha256, document) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [tx.organizationId, credentialId, sha256, document],
    );
    return sha256;
  }

  async current(tx: Transaction, credentialId: string): Promise<CurrentVerdict | undefined> {
    const rows = await tx.query<CurrentVerdict>(
      `SELECT verification_id AS "verificationId", verdict, reason, retries FROM credential_verdict
       WHERE organization_id = $1 AND credential_id = $2 FOR UPDATE`,
      [tx.organizationId, credentialId],
    );
    return rows[0];
  }

  /** Makes a verification the current result. Waits run on real time, since they are promises about the real world. */
  async makeCurrent(
    tx: Transaction,
    v: StoredVerification,
    plan: { retries: number; nextCheckInMs: number | undefined },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO credential_verdict (organization_id, credential_id, verification_id, verdict, reason, issuer_id, retries,
         next_check_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + $8::float8 * interval '1 millisecond')
       ON CONFLICT (organization_id, credential_id) DO UPDATE SET verification_id = excluded.verification_id,
         verdict = excluded.verdict, reason = excluded.reason, issuer_id = excluded.issuer_id,
         retries = excluded.retries, next_check_at = excluded.next_check_at`,
      [
        tx.organizationId,
        v.credentialId,
        v.id,
        v.report.verdict,
        v.report.reason,
        v.issuerId,
        plan.retries,
        plan.nextCheckInMs ?? null,
      ],
    );
  }

  /** Whether the credential's candidate has an application that is being worked on. */
  async isInOpenRanking(tx: Transaction, credentialId: string): Promise<boolean> {
    const rows = await tx.query<{ open: boolean }>(
      `SELECT EXISTS (SELECT FROM credential c
         JOIN application a ON a.organization_id = c.organization_id AND a.candidate_id = c.candidate_id
         WHERE c.organization_id = $1 AND c.id = $2 AND a.status = 'active') AS open`,
      [tx.organizationId, credentialId],
    );
    return rows[0]?.open === true;
  }

  /** Takes credentials whose time has come; their next check stands an hour ahead until the check itself plans anew. */
  takeDue(tx: SystemTransaction, limit: number): Promise<{ organizationId: string; credentialId: string }[]> {
    return tx.query(
      `UPDATE credential_verdict v SET next_check_at = now() + interval '1 hour'
       FROM (SELECT organization_id, credential_id FROM credential_verdict
             WHERE next_check_at <= now() ORDER BY next_check_at LIMIT $1 FOR UPDATE SKIP LOCKED) due
       WHERE v.organization_id = due.organization_id AND v.credential_id = due.credential_id
       RETURNING v.organization_id AS "organizationId", v.credential_id AS "credentialId"`,
      [limit],
    );
  }
}
