import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

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
  /** How many transactions changed holdings or candidates. */
  @Column('bigint') value: number;
  @Column('bigint', { name: 'last_ordinal', default: 0 }) lastOrdinal: number;
  /** How many competencies have a number. */
  @Column('integer', { default: 0 }) competencies: number;
  /** Changes up to this one are no longer told by `holding_change`. */
  @Column('bigint', { name: 'feed_after', default: 0 }) feedAfter: number;
}

/** A competency that somebody holds or held, under the short number that packs name it by. */
@Entity('held_competency')
@Unique('held_competency_number_key', ['organizationId', 'number'])
@Check('held_competency_number', `number BETWEEN 0 AND 524287`)
@ForeignKey(
  'competency',
  ['organizationId', 'competencyId'],
  ['organizationId', 'id'],
  owned('held_competency_competency_fkey'),
)
export class HeldCompetencyRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'held_competency_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'competency_id', primaryKeyConstraintName: 'held_competency_pkey' })
  competencyId: string;
  @Column('integer') number: number;
}

/** All holdings of one candidate who is in a pool, in the words that the migration describes. */
@Entity('holding_pack')
@ForeignKey('candidate', ['organizationId', 'ordinal'], ['organizationId', 'ordinal'], {
  ...owned('holding_pack_candidate_fkey'),
  deferrable: 'INITIALLY DEFERRED',
})
export class HoldingPackRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'holding_pack_pkey' })
  organizationId: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'holding_pack_pkey' }) ordinal: number;
  @Column('bytea') pack: Buffer;
}

/** Whose pack changed with which number of the organization's sequence. */
@Entity('holding_change')
export class HoldingChangeRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'holding_change_pkey' })
  organizationId: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'holding_change_pkey' }) sequence: number;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'holding_change_pkey' }) ordinal: number;
}

/** Whose pack a running transaction has still to renew; no row outlives its transaction. */
@Entity('holding_due')
export class HoldingDueRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'holding_due_pkey' })
  organizationId: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'holding_due_pkey' }) transaction: number;
  @PrimaryColumn('uuid', { name: 'candidate_id', primaryKeyConstraintName: 'holding_due_pkey' }) candidateId: string;
}
