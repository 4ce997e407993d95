import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const owned = (name: string): { name: string; onDelete: 'CASCADE' } => ({ name, onDelete: 'CASCADE' });

@Entity('holding')
@Index('holding_by_competency', { synchronize: false })
@Index('holding_by_credential', ['organizationId', 'credentialId'])
@Check('holding_verdict', `verdict IN ('verified', 'unverifiable', 'failed')`)
@Check('holding_level', `level BETWEEN 1 AND 9`)
@Check('holding_percents', `proof BETWEEN 0 AND 100 AND trust BETWEEN 0 AND 100 AND strength BETWEEN 0 AND 100`)
@ForeignKey('candidate', ['organizationId', 'candidateId'], ['organizationId', 'id'], owned('holding_candidate_fkey'))
@ForeignKey(
  'competency',
  ['organizationId', 'competencyId'],
  ['organizationId', 'id'],
  owned('holding_competency_fkey'),
)
@ForeignKey(
  'credential',
  ['organizationId', 'credentialId'],
  ['organizationId', 'id'],
  owned('holding_credential_fkey'),
)
export class HoldingRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'holding_pkey' }) organizationId: string;
  @PrimaryColumn('uuid', { name: 'candidate_id', primaryKeyConstraintName: 'holding_pkey' }) candidateId: string;
  @PrimaryColumn('uuid', { name: 'competency_id', primaryKeyConstraintName: 'holding_pkey' }) competencyId: string;
  @PrimaryColumn('uuid', { name: 'credential_id', primaryKeyConstraintName: 'holding_pkey' }) credentialId: string;
  @Column('text') verdict: string;
  @Column('smallint', { nullable: true }) level: number | null;
  @Column('jsonb', { name: 'level_source', nullable: true }) levelSource: object | null;
  @Column('smallint') proof: number;
  @Column('jsonb', { name: 'proof_source', nullable: true }) proofSource: object | null;
  @Column('smallint') trust: number;
  @Column('text') tier: string;
  @Column('smallint') strength: number;
  @Column('timestamptz', { name: 'valid_from', nullable: true }) validFrom: Date | null;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil: Date | null;
  @Column('uuid', { name: 'mapping_id', nullable: true }) mappingId: string | null;
  @Column('text', { name: 'json_path' }) jsonPath: string;
  @Column('uuid', { name: 'framework_version_id', nullable: true }) frameworkVersionId: string | null;
}

@Entity('holding_sequence')
export class HoldingSequenceRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'holding_sequence_pkey' })
  organizationId: string;
  @Column('bigint') value: number;
}
