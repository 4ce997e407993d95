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
  const isProven = row.issuerIdentity === 'proven';
  return {
    id: stated.id,
    issuerId: row.issuerId,
    ...nameOf(row, stated.name),
    selfAssertedName: stated.name ?? null,
    tier: isProven
      ? tierFor(decisions, '', { issuerIsHolder: isHolder, isRecognized: row.issuerRecognized === true })
      : null,
  };
}

/** The name of a registry comes before the one in the issuer's own document, and that before the credential's own. */
function nameOf(row: CredentialDossierRow, stated: string | undefined): { name: string | null; nameSource: string } {
  if (row.issuerIdentity === 'proven') {
    if (row.issuerListedName !== null) return { name: row.issuerListedName, nameSource: 'registry' };
    if (row.issuerName !== null) return { name: row.issuerName, nameSource: row.issuerNameSource ?? 'self-asserted' };
  }
  return { name: stated ?? null, nameSource: 'self-asserted' };
}
