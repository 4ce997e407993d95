import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { storableJson, type SystemTransaction, type Transaction } from '../../platform/database/index.js';
import type { Check } from '../domain/checks/check.js';
import { writtenInstant } from '../domain/instant.js';
import type { VerificationReport } from '../domain/verify-credential.js';

/** A verification as it is kept. */
export interface StoredVerification {
  readonly id: string;
  readonly credentialId: string;
  readonly candidateId: string;
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

/** A verification with the plan for the next one. */
export interface PlannedVerification {
  readonly verification: StoredVerification;
  readonly retries: number;
  /** Absent when time alone changes nothing. */
  readonly nextCheckInMs: number | undefined;
}

@Injectable()
export class VerificationRepository {
  /** Adds to the history; nothing before is changed. */
  async insert(tx: Transaction, verifications: readonly StoredVerification[]): Promise<void> {
    const resolved = verifications.map(resolvedOf);
    await this.keepResolved(
      tx,
      resolved.filter((it) => it !== undefined),
    );
    await tx.query(
      `INSERT INTO verification (organization_id, id, credential_id, format, verdict, reason, reasons, checks, recipient,
         facts, issuer_id, issuer_identity, valid_from, valid_until, retryable, rules_version, verified_at, duration_ms,
         resolved_sha256)
       SELECT $1, id, credential_id, format, verdict, reason, reasons, checks, recipient, facts, issuer_id,
         issuer_identity, valid_from, valid_until, retryable, rules_version, verified_at, duration_ms,
         decode(resolved_sha256, 'hex')
       FROM jsonb_to_recordset($2::jsonb) AS v (id uuid, credential_id uuid, format text, verdict text,
         reason text, reasons text[], checks jsonb, recipient jsonb, facts jsonb, issuer_id uuid, issuer_identity text,
         valid_from timestamptz, valid_until timestamptz, retryable boolean, rules_version text,
         verified_at timestamptz, duration_ms integer, resolved_sha256 text)`,
      [tx.organizationId, storableJson(verifications.map((one, at) => rowOf(one, resolved[at]?.sha256)))],
    );
  }

  /** Keeps what credentials resolved to, once for each content. */
  private async keepResolved(tx: Transaction, resolved: readonly ResolvedDocument[]): Promise<void> {
    if (resolved.length === 0) return;
    await tx.query(
      `INSERT INTO resolved_credential (organization_id, credential_id, sha256, document)
       SELECT $1, credential_id, decode(sha256, 'hex'), document
       FROM unnest($2::uuid[], $3::text[], $4::jsonb[]) AS r (credential_id, sha256, document)
       ORDER BY credential_id ON CONFLICT DO NOTHING`,
      [
        tx.organizationId,
        resolved.map(({ credentialId }) => credentialId),
        resolved.map(({ sha256 }) => sha256),
        resolved.map(({ document }) => document),
      ],
    );
  }

  /** Current results by credential, which nobody else changes until the transaction ends. */
  async current(tx: Transaction, credentialIds: readonly string[]): Promise<Map<string, CurrentVerdict>> {
    // Locked in one order by everyone, so that two groups with the same credentials never wait for each other; the
    // credentials before their verdicts, as by whoever erases them.
    const rows = await tx.query<CurrentVerdict & { credentialId: string }>(
      `WITH held AS MATERIALIZED (
         SELECT id FROM credential WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR KEY SHARE)
       SELECT v.credential_id AS "credentialId", v.verification_id AS "verificationId", v.verdict, v.reason, v.retries
       FROM held JOIN credential_verdict v ON v.organization_id = $1 AND v.credential_id = held.id
       ORDER BY v.credential_id FOR UPDATE OF v`,
      [tx.organizationId, credentialIds],
    );
    return new Map(rows.map(({ credentialId, ...verdict }) => [credentialId, verdict]));
  }

  /** Makes verifications the current results. Waits run on real time, since they are promises about the real world. */
  async makeCurrent(tx: Transaction, planned: readonly PlannedVerification[]): Promise<void> {
    await tx.query(
      `INSERT INTO credential_verdict (organization_id, credential_id, verification_id, verdict, reason, issuer_id, retries,
         next_check_at)
       SELECT $1, v.credential_id, v.verification_id, v.verdict, v.reason, v.issuer_id, v.retries,
         now() + v.next_check_in_ms * interval '1 millisecond'
       FROM jsonb_to_recordset($2::jsonb) AS v (credential_id uuid, verification_id uuid, verdict text, reason text,
         issuer_id uuid, retries integer, next_check_in_ms float8)
       ORDER BY v.credential_id
       ON CONFLICT (organization_id, credential_id) DO UPDATE SET verification_id = excluded.verification_id,
         verdict = excluded.verdict, reason = excluded.reason, issuer_id = excluded.issuer_id,
         retries = excluded.retries, next_check_at = excluded.next_check_at`,
      [
        tx.organizationId,
        JSON.stringify(
          planned.map(({ verification: { id, credentialId, issuerId, report }, retries, nextCheckInMs }) => ({
            credential_id: credentialId,
            verification_id: id,
            verdict: report.verdict,
            reason: report.reason,
            issuer_id: issuerId,
            retries,
            next_check_in_ms: nextCheckInMs,
          })),
        ),
      ],
    );
  }

  /** Those whose candidate has an application that is being worked on. */
  async inOpenRanking(tx: Transaction, credentialIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      `SELECT c.id FROM credential c
       WHERE c.organization_id = $1 AND c.id = ANY ($2::uuid[]) AND EXISTS (SELECT FROM application a
         WHERE a.organization_id = c.organization_id AND a.candidate_id = c.candidate_id AND a.status = 'active')`,
      [tx.organizationId, credentialIds],
    );
    return new Set(rows.map(({ id }) => id));
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

interface ResolvedDocument {
  readonly credentialId: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly document: string;
}

function resolvedOf({ credentialId, report }: StoredVerification): ResolvedDocument | undefined {
  if (report.resolved === undefined) return undefined;
  const document = storableJson(report.resolved);
  return { credentialId, sha256: createHash('sha256').update(document).digest('hex'), document };
}

/** All checks of a report name the same instant, which is written as text once and not for each of them. */
function checkAsKept({ id, outcome, code, detail, subject, checkedAt, durationMs }: Check): Record<string, unknown> {
  return { id, outcome, code, detail, subject, checkedAt: writtenInstant(checkedAt), durationMs };
}

function rowOf({ report, ...v }: StoredVerification, resolvedSha256: string | undefined): Record<string, unknown> {
  return {
    id: v.id,
    credential_id: v.credentialId,
    format: report.format,
    verdict: report.verdict,
    reason: report.reason,
    reasons: report.reasons,
    checks: report.checks.map(checkAsKept),
    recipient: report.recipient,
    facts: report.facts,
    issuer_id: v.issuerId,
    issuer_identity: report.issuerIdentity,
    valid_from: report.facts?.validFrom ?? null,
    valid_until: report.facts?.validUntil ?? null,
    retryable: report.retryable,
    rules_version: v.rulesVersion,
    verified_at: v.verifiedAt,
    duration_ms: v.durationMs,
    resolved_sha256: resolvedSha256,
  };
}
