import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EvidenceLinkRow } from './evidence-link.entity.js';
import { PresentationRequestRow } from './presentation-request.entity.js';

const VERDICTS = `verdict IN ('verified', 'failed', 'unverifiable', 'unsupported')`;

@Entity('verification')
@Unique('verification_by_credential', ['organizationId', 'credentialId', 'id'])
@Index('verification_by_named_issuer', { synchronize: false })
@Index('verification_with_certificates', { synchronize: false })
@Check('verification_verdict', VERDICTS)
@ForeignKey('credential', ['organizationId', 'credentialId'], ['organizationId', 'id'], {
  name: 'verification_credential_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey('issuer', ['organizationId', 'issuerId'], ['organizationId', 'id'], { name: 'verification_issuer_fkey' })
@ForeignKey(
  'resolved_credential',
  ['organizationId', 'credentialId', 'resolvedSha256'],
  ['organizationId', 'credentialId', 'sha256'],
  { name: 'verification_resolved_fkey' },
)
export class VerificationRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'verification_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'verification_pkey' }) id: string;
  @Column('uuid', { name: 'credential_id' }) credentialId: string;
  @Column('text') format: string;
  @Column('text') verdict: string;
  @Column('text') reason: string;
  @Column('text', { array: true }) reasons: string[];
  @Column('jsonb') checks: object;
  @Column('jsonb') recipient: object;
  @Column('jsonb', { nullable: true }) facts: object | null;
  @Column('uuid', { name: 'issuer_id', nullable: true }) issuerId: string | null;
  @Column('text', { name: 'issuer_identity' }) issuerIdentity: string;
  @Column('timestamptz', { name: 'valid_from', nullable: true }) validFrom: Date | null;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil: Date | null;
  @Column('boolean') retryable: boolean;
  @Column('text', { name: 'rules_version' }) rulesVersion: string;
  @Column('timestamptz', { name: 'verified_at' }) verifiedAt: Date;
  @Column('integer', { name: 'duration_ms' }) durationMs: number;
  @Column('bytea', { name: 'resolved_sha256', nullable: true }) resolvedSha256: Buffer | null;
}

@Entity('resolved_credential')
@Check('resolved_credential_digest', `octet_length(sha256) = 32`)
@ForeignKey('credential', ['organizationId', 'credentialId'], ['organizationId', 'id'], {
  name: 'resolved_credential_credential_fkey',
  onDelete: 'CASCADE',
})
export class ResolvedCredentialRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'resolved_credential_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'credential_id', primaryKeyConstraintName: 'resolved_credential_pkey' })
  credentialId: string;
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'resolved_credential_pkey' }) sha256: Buffer;
  @Column('jsonb') document: object;
}

@Entity('credential_verdict')
@Index('credential_verdict_by_issuer', ['organizationId', 'issuerId'])
@Index('credential_verdict_due', { synchronize: false })
@ForeignKey('credential', ['organizationId', 'credentialId'], ['organizationId', 'id'], {
  name: 'credential_verdict_credential_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(
  'verification',
  ['organizationId', 'credentialId', 'verificationId'],
  ['organizationId', 'credentialId', 'id'],
  { name: 'credential_verdict_verification_fkey' },
)
export class CredentialVerdictRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'credential_verdict_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'credential_id', primaryKeyConstraintName: 'credential_verdict_pkey' })
  credentialId: string;
  @Column('uuid', { name: 'verification_id' }) verificationId: string;
  @Column('text') verdict: string;
  @Column('text') reason: string;
  @Column('uuid', { name: 'issuer_id', nullable: true }) issuerId: string | null;
  @Column('integer', { default: 0 }) retries: number;
  @Column('timestamptz', { name: 'next_check_at', nullable: true }) nextCheckAt: Date | null;
}

export const VERIFICATION_ENTITIES = [
  VerificationRow,
  ResolvedCredentialRow,
  CredentialVerdictRow,
  PresentationRequestRow,
  EvidenceLinkRow,
];
