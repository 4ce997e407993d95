import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';
import type { Reason, Verdict } from '../domain/verdict.js';

/** The result of verification that counts now, with the facts that later steps need. */
export interface StandingVerdict {
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** All that applies, the worst first. */
  readonly reasons: readonly Reason[];
  readonly recipient: 'match' | 'mismatch' | 'not_checked';
  /** Id in the directory of issuers; null when nothing shows who issued it. */
  readonly issuerId: string | null;
  /** DID or URL as the document says, shown or not. */
  readonly issuerIdentifier: string | null;
  /** Ids of the subjects, as the document says. */
  readonly subjectIds: readonly string[];
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
}

@Injectable()
export class CurrentVerdictRepository {
  /**
   * Until the transaction ends, nobody else judges the credential or works on its verdict. The credential is held before
   * its verdict, as by whoever erases it.
   */
  async lock(tx: Transaction, credentialId: string): Promise<void> {
    await tx.query(
      `WITH held AS MATERIALIZED (SELECT id FROM credential WHERE organization_id = $1 AND id = $2 FOR KEY SHARE)
       SELECT FROM held JOIN credential_verdict v ON v.organization_id = $1 AND v.credential_id = held.id
       FOR NO KEY UPDATE OF v`,
      [tx.organizationId, credentialId],
    );
  }

  async find(tx: Transaction, credentialId: string): Promise<StandingVerdict | undefined> {
    const rows = await tx.query<StandingVerdict>(
      `SELECT cv.verdict, cv.reason, v.reasons, v.recipient ->> 'outcome' AS recipient, cv.issuer_id AS "issuerId",
         v.facts #>> '{issuer,id}' AS "issuerIdentifier",
         ARRAY(SELECT s ->> 'id' FROM jsonb_array_elements(v.facts -> 'subjects') s WHERE s ->> 'id' IS NOT NULL)
           AS "subjectIds",
         v.valid_from AS "validFrom", v.valid_until AS "validUntil"
       FROM credential_verdict cv
       JOIN verification v ON v.organization_id = cv.organization_id AND v.id = cv.verification_id
       WHERE cv.organization_id = $1 AND cv.credential_id = $2`,
      [tx.organizationId, credentialId],
    );
    return rows[0];
  }

  /** What the credential resolved to when it was last verified; undefined where its own text is all there is. */
  async resolved(tx: Transaction, credentialId: string): Promise<Record<string, unknown> | undefined> {
    const rows = await tx.query<{ document: Record<string, unknown> }>(
      `SELECT r.document FROM credential_verdict cv
       JOIN verification v ON v.organization_id = cv.organization_id AND v.id = cv.verification_id
       JOIN resolved_credential r ON r.organization_id = v.organization_id AND r.credential_id = v.credential_id
         AND r.sha256 = v.resolved_sha256
       WHERE cv.organization_id = $1 AND cv.credential_id = $2`,
      [tx.organizationId, credentialId],
    );
    return rows[0]?.document;
  }

  /** Ids of judged credentials that name the issuer, rightly or not, in ascending order. */
  async idsNaming(tx: Transaction, identifier: string, after: string | null, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT cv.credential_id AS id FROM verification v
       JOIN credential_verdict cv ON cv.organization_id = v.organization_id AND cv.credential_id = v.credential_id
         AND cv.verification_id = v.id
       WHERE v.organization_id = $1 AND md5(v.facts #>> '{issuer,id}') = md5($2) AND v.facts #>> '{issuer,id}' = $2
         AND ($3::uuid IS NULL OR cv.credential_id > $3)
       ORDER BY cv.credential_id LIMIT $4`,
      [tx.organizationId, storableText(identifier), after, limit],
    );
    return rows.map((row) => row.id);
  }

  /** Ids of judged credentials that came with certificates, in ascending order. */
  async idsWithCertificates(tx: Transaction, after: string | null, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT cv.credential_id AS id FROM verification v
       JOIN credential_verdict cv ON cv.organization_id = v.organization_id AND cv.credential_id = v.credential_id
         AND cv.verification_id = v.id
       WHERE v.organization_id = $1 AND v.facts ? 'certificates' AND ($2::uuid IS NULL OR cv.credential_id > $2)
       ORDER BY cv.credential_id LIMIT $3`,
      [tx.organizationId, after, limit],
    );
    return rows.map((row) => row.id);
  }

  /** @param issuerId only credentials of this issuer; null for all */
  async judgedIds(tx: Transaction, issuerId: string | null, after: string | null, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT credential_id AS id FROM credential_verdict
       WHERE organization_id = $1 AND ($2::uuid IS NULL OR issuer_id = $2) AND ($3::uuid IS NULL OR credential_id > $3)
       ORDER BY credential_id LIMIT $4`,
      [tx.organizationId, issuerId, after, limit],
    );
    return rows.map((row) => row.id);
  }
}
