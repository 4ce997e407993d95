import { Injectable } from '@nestjs/common';
import { storableText, type Transaction } from '../../platform/database/index.js';
import { evidenceLinkKey } from '../domain/evidence/evidence-links.js';
import type { EvidenceRecord } from '../domain/evidence/evidence-record.js';
import type { EvidenceFacts } from '../domain/facts/credential-facts.js';

/** What is kept of a look; by the key of its link. */
export type KnownEvidence = Omit<EvidenceRecord, 'url'>;

@Injectable()
export class EvidenceLinkRepository {
  /** What the issuer attached, as it stands now; empty where it was not shown whose word it is. */
  async stated(tx: Transaction, credentialId: string): Promise<EvidenceFacts[]> {
    const [row] = await tx.query<{ evidence: EvidenceFacts[] | null }>(
      `SELECT v.facts -> 'evidence' AS evidence FROM credential_verdict cv
       JOIN verification v ON v.organization_id = cv.organization_id AND v.id = cv.verification_id
       WHERE cv.organization_id = $1 AND cv.credential_id = $2 AND v.issuer_identity = 'proven'`,
      [tx.organizationId, credentialId],
    );
    return row?.evidence ?? [];
  }

  async of(tx: Transaction, credentialId: string): Promise<Map<string, KnownEvidence>> {
    const rows = await tx.query<KnownEvidence & { key: string }>(
      `SELECT encode(url_sha256, 'hex') AS key, outcome, encode(sha256, 'hex') AS sha256, media_type AS "mediaType",
         size, reason, detail, attempts, looked_at AS "lookedAt"
       FROM evidence_link WHERE organization_id = $1 AND credential_id = $2`,
      [tx.organizationId, credentialId],
    );
    return new Map(rows.map(({ key, ...known }) => [key, known]));
  }

  async save(tx: Transaction, credentialId: string, records: readonly EvidenceRecord[]): Promise<void> {
    for (const { url, outcome, sha256, mediaType, size, reason, detail, attempts, lookedAt } of records)
      await tx.query(
        `INSERT INTO evidence_link (organization_id, credential_id, url_sha256, outcome, sha256, media_type, size, reason,
           detail, attempts, looked_at)
         SELECT $1, id, decode($3, 'hex'), $4, decode($5, 'hex'), $6, $7, $8, $9, $10, $11
         FROM credential WHERE organization_id = $1 AND id = $2
         ON CONFLICT (organization_id, credential_id, url_sha256) DO UPDATE SET outcome = excluded.outcome,
           sha256 = excluded.sha256, media_type = excluded.media_type, size = excluded.size, reason = excluded.reason,
           detail = excluded.detail, attempts = excluded.attempts, looked_at = excluded.looked_at`,
        [
          tx.organizationId,
          credentialId,
          evidenceLinkKey(url),
          outcome,
          sha256,
          mediaType === null ? null : storableText(mediaType),
          size,
          reason,
          detail === null ? null : storableText(detail),
          attempts,
          lookedAt,
        ],
      );
  }
}
