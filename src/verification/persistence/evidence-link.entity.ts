import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('evidence_link')
@Index('evidence_link_by_content', { synchronize: false })
@Check('evidence_link_outcome', `outcome IN ('fetched', 'dead', 'unreachable', 'not_fetched')`)
@Check('evidence_link_content', `(outcome = 'fetched') = (sha256 IS NOT NULL)`)
@ForeignKey('credential', ['organizationId', 'credentialId'], ['organizationId', 'id'], {
  name: 'evidence_link_credential_fkey',
  onDelete: 'CASCADE',
})
export class EvidenceLinkRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'evidence_link_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'credential_id', primaryKeyConstraintName: 'evidence_link_pkey' })
  credentialId: string;
  @PrimaryColumn('bytea', { name: 'url_sha256', primaryKeyConstraintName: 'evidence_link_pkey' }) urlSha256: Buffer;
  @Column('text') outcome: string;
  @Column('bytea', { nullable: true }) sha256: Buffer | null;
  @Column('text', { name: 'media_type', nullable: true }) mediaType: string | null;
  @Column('integer', { nullable: true }) size: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) detail: string | null;
  @Column('integer') attempts: number;
  @Column('timestamptz', { name: 'looked_at' }) lookedAt: Date;
}
