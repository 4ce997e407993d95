import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { listedNameSql, recognizedSql, type Tier } from '../../trust/index.js';

/** The parts of what a credential says that are shown as they are. */
interface StatedFacts {
  readonly issuer?: { readonly id: string; readonly name?: string };
  readonly subjects?: readonly { readonly id?: string }[];
  readonly achievement?: object;
  readonly evidence?: readonly { readonly id?: string; readonly name?: string }[];
}

/** One credential with its current verification, as stored. */
export interface CredentialDossierRow {
  readonly id: string;
  readonly candidateId: string;
  readonly sha256: string;
  readonly size: number;
  readonly contentType: string;
  readonly fileName: string | null;
  readonly source: string;
  readonly submittedAt: Date;
  readonly format: string | null;
  readonly verdict: string | null;
  readonly reason: string | null;
  readonly reasons: string[] | null;
  readonly checks: object[] | null;
  /** `code` is missing in what was verified by the rules before version 5. */
  readonly recipient: { readonly outcome: string; readonly code?: string; readonly detail: string } | null;
  readonly facts: StatedFacts | null;
  readonly issuerId: string | null;
  readonly issuerIdentity: 'proven' | 'unproven' | null;
  readonly issuerName: string | null;
  readonly issuerNameSource: string | null;
  readonly issuerTier: Tier | null;
  /** Under which a registry lists the issuer. */
  readonly issuerListedName: string | null;
  readonly issuerRecognized: boolean | null;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  readonly rulesVersion: string | null;
  readonly verifiedAt: Date | null;
  readonly nextCheckAt: Date | null;
  readonly durationMs: number | null;
  /** The first document that it was found in; null when it was handed in by itself. */
  readonly containedIn: { readonly credentialId: string; readonly path: string; readonly url: string | null } | null;
}

export interface CredentialFilter {
  readonly candidateId?: string;
  readonly verdict?: string;
  readonly reason?: string;
  readonly issuerId?: string;
}

const SELECT = `
  SELECT c.id, c.candidate_id AS "candidateId", encode(c.sha256, 'hex') AS sha256, c.size,
    c.content_type AS "contentType", c.file_name AS "fileName", c.source, c.submitted_at AS "submittedAt",
    v.format, v.verdict, v.reason, v.reasons, v.checks, v.recipient, v.facts, v.issuer_id AS "issuerId",
    v.issuer_identity AS "issuerIdentity",
    i.name AS "issuerName", i.name_source AS "issuerNameSource",
    (SELECT t.tier FROM issuer_trust t WHERE t.organization_id = i.organization_id AND t.issuer_id = i.id
       AND t.ended_at IS NULL AND t.competency_ids IS NULL) AS "issuerTier",
    ${listedNameSql('i')} AS "issuerListedName", ${recognizedSql('i')} AS "issuerRecognized",
    v.valid_from AS "validFrom", v.valid_until AS "validUntil", v.rules_version AS "rulesVersion",
    v.verified_at AS "verifiedAt", cv.next_check_at AS "nextCheckAt",
    v.duration_ms AS "durationMs",
    (SELECT jsonb_build_object('credentialId', k.container_id, 'path', k.path, 'url', k.url)
       FROM credential_containment k WHERE k.organization_id = c.organization_id AND k.contained_id = c.id
       ORDER BY k.found_at, k.container_id LIMIT 1) AS "containedIn"
  FROM credential c
  LEFT JOIN credential_verdict cv ON cv.organization_id = c.organization_id AND cv.credential_id = c.id
  LEFT JOIN verification v ON v.organization_id = cv.organization_id AND v.id = cv.verification_id
  LEFT JOIN issuer i ON i.organization_id = v.organization_id AND i.id = v.issuer_id`;

@Injectable()
export class CredentialDossierRepository {
  async find(tx: Transaction, id: string): Promise<CredentialDossierRow | undefined> {
    const rows = await tx.query<CredentialDossierRow>(`${SELECT} WHERE c.organization_id = $1 AND c.id = $2`, [
      tx.organizationId,
      id,
    ]);
    return rows[0];
  }

  /** Newest first: ids are in order of making. */
  list(
    tx: Transaction,
    filter: CredentialFilter,
    before: string | null,
    limit: number,
  ): Promise<CredentialDossierRow[]> {
    return tx.query<CredentialDossierRow>(
      `${SELECT}
       WHERE c.organization_id = $1 AND ($2::uuid IS NULL OR c.id < $2)
         AND ($3::uuid IS NULL OR c.candidate_id = $3)
         AND ($4::text IS NULL OR cv.verdict = $4 OR ($4 = 'pending' AND cv.verdict IS NULL))
         AND ($5::text IS NULL OR cv.reason = $5)
         AND ($6::uuid IS NULL OR cv.issuer_id = $6)
       ORDER BY c.id DESC LIMIT $7`,
      [
        tx.organizationId,
        before,
        filter.candidateId ?? null,
        filter.verdict ?? null,
        filter.reason ?? null,
        filter.issuerId ?? null,
        limit,
      ],
    );
  }

  /** What was found inside the document, or where it led, in the order in which it stands there. */
  contained(tx: Transaction, credentialId: string): Promise<object[]> {
    return tx.query(
      `SELECT k.contained_id AS "credentialId", k.path, k.url, v.format, cv.verdict, cv.reason
       FROM credential_containment k
       LEFT JOIN credential_verdict cv ON cv.organization_id = k.organization_id AND cv.credential_id = k.contained_id
       LEFT JOIN verification v ON v.organization_id = cv.organization_id AND v.id = cv.verification_id
       WHERE k.organization_id = $1 AND k.container_id = $2 ORDER BY k.position, k.contained_id`,
      [tx.organizationId, credentialId],
    );
  }

  claims(tx: Transaction, credentialId: string): Promise<object[]> {
    return tx.query(
      `SELECT position, json_path AS "jsonPath", kind, class, text, uri, code, framework, origin, level
       FROM claim WHERE organization_id = $1 AND credential_id = $2 ORDER BY position`,
      [tx.organizationId, credentialId],
    );
  }

  mappings(tx: Transaction, credentialId: string): Promise<object[]> {
    return tx.query(
      `SELECT m.id, m.claim_position AS "claimPosition", m.competency_id AS "competencyId", e.label AS "competencyLabel",
         m.method, m.score, m.state, m.evidence, v.version AS "frameworkVersion", f.name AS "frameworkName"
       FROM mapping m
       LEFT JOIN framework_version v ON v.organization_id = m.organization_id AND v.id = m.framework_version_id
       LEFT JOIN framework f ON f.organization_id = v.organization_id AND f.id = v.framework_id
       LEFT JOIN competency_entry e ON e.organization_id = m.organization_id
         AND e.framework_version_id = m.framework_version_id AND e.competency_id = m.competency_id
       WHERE m.organization_id = $1 AND m.credential_id = $2 AND m.superseded_at IS NULL ORDER BY m.claim_position, m.id`,
      [tx.organizationId, credentialId],
    );
  }

  /** Every verification made, newest first. */
  history(tx: Transaction, credentialId: string): Promise<object[]> {
    return tx.query(
      `SELECT id, verdict, reason, reasons, checks, recipient, rules_version AS "rulesVersion",
         verified_at AS "verifiedAt", duration_ms AS "durationMs"
       FROM verification WHERE organization_id = $1 AND credential_id = $2 ORDER BY id DESC LIMIT 200`,
      [tx.organizationId, credentialId],
    );
  }
}
