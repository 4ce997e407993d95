import { tierFor } from '../../trust/index.js';
import type { CredentialDossierRow } from '../persistence/credential-dossier.repository.js';

/** What a list shows of each credential; one credential adds checks, claims and mappings. */
export const presentCredential = (row: CredentialDossierRow): object => ({
  id: row.id,
  candidateId: row.candidateId,
  format: row.format,
  sha256: row.sha256,
  size: row.size,
  contentType: row.contentType,
  fileName: row.fileName,
  source: row.source,
  verdict: row.verdict,
  reason: row.reason,
  reasons: row.reasons ?? [],
  recipient: row.recipient?.outcome ?? null,
  recipientCode: row.recipient?.code ?? null,
  recipientDetail: row.recipient?.detail ?? null,
  issuer: issuerOf(row),
  achievement: row.facts?.achievement ?? null,
  validFrom: row.validFrom,
  validUntil: row.validUntil,
  submittedAt: row.submittedAt,
  verifiedAt: row.verifiedAt,
  nextCheckAt: row.nextCheckAt,
  containedIn: row.containedIn,
});

/**
 * A name that only the document itself gives is shown as self-asserted. The tier is the one that counts: decided, or what
 * holds without a decision; an issuer that could not be told from an impostor has none.
 */
function issuerOf(row: CredentialDossierRow): object | null {
  const stated = row.facts?.issuer;
  if (stated === undefined) return null;
  const isHolder = (row.facts?.subjects ?? []).some((subject) => subject.id === stated.id);
  const decisions = row.issuerTier === null ? [] : [{ tier: row.issuerTier, competencyIds: null }];
  return {
    id: stated.id,
    issuerId: row.issuerId,
    name: (row.issuerIdentity === 'proven' ? row.issuerName : null) ?? stated.name ?? null,
    nameSource: (row.issuerIdentity === 'proven' ? row.issuerNameSource : null) ?? 'self-asserted',
    tier: row.issuerIdentity === 'proven' ? tierFor(decisions, '', isHolder) : null,
  };
}
