import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('ranking_receipt')
@Index('ranking_receipt_by_profile', ['organizationId', 'roleProfileId', 'id'])
@ForeignKey(
  'role_profile_version',
  ['organizationId', 'roleProfileId', 'profileVersion'],
  ['organizationId', 'roleProfileId', 'version'],
  { name: 'ranking_receipt_version_fkey' },
)
export class RankingReceiptRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'ranking_receipt_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ranking_receipt_pkey' }) id: string;
  @Column('uuid', { name: 'role_profile_id' }) roleProfileId: string;
  @Column('integer', { name: 'profile_version' }) profileVersion: number;
  @Column('text', { nullable: true }) job: string | null;
  @Column('jsonb') basis: object;
  @Column('bigint') sequence: number;
  @Column('integer') candidates: number;
  @Column('jsonb') inputs: object;
  @Column('text') list: string;
  @Column('text') seal: string;
  @Column('bytea') rows: Buffer;
  @Column('text', { name: 'sealed_by' }) sealedBy: string;
  @Column('timestamptz', { name: 'sealed_at' }) sealedAt: Date;
}
