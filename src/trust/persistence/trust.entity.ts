import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('issuer')
@Unique('issuer_identifier_key', ['organizationId', 'identifier'])
@Index('issuer_by_look', { synchronize: false })
@Check('issuer_name_source', `name_source IN ('self-asserted', 'document', 'registry', 'organization')`)
export class IssuerRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'issuer_pkey' }) organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'issuer_pkey' }) id: string;
  @Column('text') identifier: string;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { name: 'name_source' }) nameSource: string;
  @Column('timestamptz', { name: 'first_seen_at' }) firstSeenAt: Date;
  @Column('text', { array: true, nullable: true }) look: string[] | null;
}

@Entity('issuer_trust')
@Index('issuer_trust_in_force', ['organizationId', 'issuerId'], { where: 'ended_at IS NULL' })
@Check('issuer_trust_tier', `tier IN ('trusted', 'recognized', 'known', 'self_issued', 'blocked')`)
@ForeignKey('issuer', ['organizationId', 'issuerId'], ['organizationId', 'id'], {
  name: 'issuer_trust_issuer_fkey',
  onDelete: 'CASCADE',
})
export class IssuerTrustRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'issuer_trust_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'issuer_trust_pkey' }) id: string;
  @Column('uuid', { name: 'issuer_id' }) issuerId: string;
  @Column('uuid', { name: 'competency_ids', array: true, nullable: true }) competencyIds: string[] | null;
  @Column('text') tier: string;
  @Column('text') reason: string;
  @Column('text', { name: 'decided_by' }) decidedBy: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

@Entity('issuer_key_set')
@Unique('issuer_key_set_issuer_key', ['organizationId', 'issuer'])
@Check('issuer_key_set_issuer_length', `octet_length(issuer) <= 2048`)
export class IssuerKeySetRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'issuer_key_set_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'issuer_key_set_pkey' }) id: string;
  @Column('text') issuer: string;
  @Column('jsonb') keys: object;
  @Column('text') reason: string;
  @Column('integer', { name: 'row_version', default: 1 }) rowVersion: number;
  @Column('text', { name: 'pinned_by' }) pinnedBy: string;
  @Column('timestamptz', { name: 'pinned_at' }) pinnedAt: Date;
}

@Entity('trust_anchor')
@Unique('trust_anchor_sha256_key', ['organizationId', 'sha256'])
export class TrustAnchorRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'trust_anchor_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trust_anchor_pkey' }) id: string;
  @Column('text') sha256: string;
  @Column('text') certificate: string;
  @Column('text') subject: string;
  @Column('timestamptz', { name: 'valid_until' }) validUntil: Date;
  @Column('text') reason: string;
  @Column('text', { name: 'trusted_by' }) trustedBy: string;
  @Column('timestamptz', { name: 'trusted_at' }) trustedAt: Date;
}

@Entity('trust_registry')
@Unique('trust_registry_source_key', ['organizationId', 'kind', 'source'])
@Index('trust_registry_due', ['nextFetchAt'], { where: 'next_fetch_at IS NOT NULL' })
@Check('trust_registry_kind', `kind IN ('dcc', 'list', 'openid-federation', 'w3c-recognition')`)
@ForeignKey('trust_registry', ['organizationId', 'parentId'], ['organizationId', 'id'], {
  name: 'trust_registry_parent_fkey',
  onDelete: 'CASCADE',
})
export class TrustRegistryRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'trust_registry_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trust_registry_pkey' }) id: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('text') kind: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) source: string | null;
  @Column('jsonb') settings: object;
  @Column('text') reason: string;
  @Column('text', { name: 'registered_by' }) registeredBy: string;
  @Column('timestamptz', { name: 'registered_at' }) registeredAt: Date;
  @Column('timestamptz', { name: 'fetched_at', nullable: true }) fetchedAt: Date | null;
  @Column('jsonb', { nullable: true }) failure: object | null;
  @Column('integer', { default: 0 }) failures: number;
  @Column('boolean', { default: false }) lapsed: boolean;
  @Column('timestamptz', { name: 'counts_until', nullable: true }) countsUntil: Date | null;
  @Column('timestamptz', { name: 'next_fetch_at', nullable: true }) nextFetchAt: Date | null;
}

@Entity('trust_registry_entry')
@Index('trust_registry_entry_by_look', { synchronize: false })
@Index('trust_registry_entry_by_identifier', ['organizationId', 'identifier'])
@Index('trust_registry_entry_due', ['nextAskAt'], { where: 'next_ask_at IS NOT NULL' })
@Check('trust_registry_entry_identifier_length', `octet_length(identifier) <= 2048`)
@Check('trust_registry_entry_outcome', `outcome IN ('listed', 'revoked', 'not_listed', 'unknown')`)
@ForeignKey('trust_registry', ['organizationId', 'registryId'], ['organizationId', 'id'], {
  name: 'trust_registry_entry_registry_fkey',
  onDelete: 'CASCADE',
})
export class TrustRegistryEntryRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'trust_registry_entry_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'registry_id', primaryKeyConstraintName: 'trust_registry_entry_pkey' })
  registryId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'trust_registry_entry_pkey' }) identifier: string;
  @Column('text') outcome: string;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text', { nullable: true }) location: string | null;
  @Column('text', { nullable: true }) detail: string | null;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('timestamptz', { name: 'counts_until', nullable: true }) countsUntil: Date | null;
  @Column('timestamptz', { name: 'next_ask_at', nullable: true }) nextAskAt: Date | null;
  @Column('text', { array: true, nullable: true }) look: string[] | null;
}

@Entity('issuer_endorsement')
@Index('issuer_endorsement_by_endorsed', ['organizationId', 'endorsed'])
@Index('issuer_endorsement_by_endorser', ['organizationId', 'endorserId'])
@Check('issuer_endorsement_endorsed_length', `octet_length(endorsed) <= 2048`)
@ForeignKey('issuer', ['organizationId', 'endorserId'], ['organizationId', 'id'], {
  name: 'issuer_endorsement_endorser_fkey',
})
export class IssuerEndorsementRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'issuer_endorsement_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'credential_id', primaryKeyConstraintName: 'issuer_endorsement_pkey' })
  credentialId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'issuer_endorsement_pkey' }) place: string;
  @Column('text') endorsed: string;
  @Column('uuid', { name: 'endorser_id' }) endorserId: string;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil: Date | null;
  @Column('timestamptz', { name: 'verified_at' }) verifiedAt: Date;
}

export const TRUST_ENTITIES = [
  IssuerEndorsementRow,
  IssuerRow,
  IssuerTrustRow,
  IssuerKeySetRow,
  TrustAnchorRow,
  TrustRegistryRow,
  TrustRegistryEntryRow,
];
