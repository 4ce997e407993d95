import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('candidate')
@Unique('candidate_ordinal_key', ['organizationId', 'ordinal'])
@ForeignKey('organization', ['organizationId'], ['organizationId'], { name: 'candidate_organization_fkey' })
export class CandidateRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidate_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'candidate_pkey' }) id: string;
  @Column('bigint', { nullable: true }) ordinal: number | null;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { array: true, default: () => `'{}'` }) emails: string[];
  @Column('text', { array: true, default: () => `'{}'` }) dids: string[];
  @Column('integer', { name: 'row_version', default: 1 }) rowVersion: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt: Date;
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt: Date | null;
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto: string | null;
}

@Entity('candidate_external_id')
@Index('candidate_external_id_by_candidate', ['organizationId', 'candidateId'])
@ForeignKey('candidate', ['organizationId', 'candidateId'], ['organizationId', 'id'], {
  name: 'candidate_external_id_candidate_fkey',
  onDelete: 'CASCADE',
})
export class CandidateExternalIdRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidate_external_id_pkey' })
  organizationId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'candidate_external_id_pkey' }) system: string;
  @PrimaryColumn('text', { name: 'external_id', primaryKeyConstraintName: 'candidate_external_id_pkey' })
  externalId: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId: string;
}

@Entity('application')
@Unique('application_external_key', ['organizationId', 'system', 'externalId'])
@Index('application_by_job', ['organizationId', 'jobId', 'candidateId'])
@Index('application_by_candidate', ['organizationId', 'candidateId'])
@Check('application_status', `status IN ('active', 'hired', 'rejected', 'withdrawn')`)
@ForeignKey('candidate', ['organizationId', 'candidateId'], ['organizationId', 'id'], {
  name: 'application_candidate_fkey',
  onDelete: 'CASCADE',
})
export class ApplicationEntity {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'application_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_pkey' }) id: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId: string;
  @Column('text') system: string;
  @Column('text', { name: 'external_id' }) externalId: string;
  @Column('text', { name: 'job_id' }) jobId: string;
  @Column('text', { name: 'job_title', nullable: true }) jobTitle: string | null;
  @Column('text', { default: 'active' }) status: string;
  @Column('text', { nullable: true }) stage: string | null;
  @Column('timestamptz', { name: 'applied_at', nullable: true }) appliedAt: Date | null;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt: Date;
}

/** A key or DID that the person showed to hold, by presenting something in answer to a request. */
@Entity('candidate_holder')
@Check('candidate_holder_length', `octet_length(holder) <= 2048`)
@ForeignKey('candidate', ['organizationId', 'candidateId'], ['organizationId', 'id'], {
  name: 'candidate_holder_candidate_fkey',
  onDelete: 'CASCADE',
})
export class CandidateHolderRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidate_holder_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'candidate_id', primaryKeyConstraintName: 'candidate_holder_pkey' })
  candidateId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'candidate_holder_pkey' }) holder: string;
  @Column('timestamptz', { name: 'shown_at' }) shownAt: Date;
}
