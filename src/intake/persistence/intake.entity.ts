import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

const owned = (name: string): { name: string; onDelete: 'CASCADE' } => ({ name, onDelete: 'CASCADE' });

@Entity('credential')
@Unique('credential_same_bytes_key', ['organizationId', 'candidateId', 'sha256'])
@Check('credential_source', `source IN ('api', 'webhook', 'import', 'link')`)
@ForeignKey(
  'candidate',
  ['organizationId', 'candidateId'],
  ['organizationId', 'id'],
  owned('credential_candidate_fkey'),
)
export class CredentialRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'credential_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credential_pkey' }) id: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId: string;
  @Column('bytea') sha256: Buffer;
  @Column('integer') size: number;
  @Column('text', { name: 'content_type' }) contentType: string;
  @Column('text', { name: 'file_name', nullable: true }) fileName: string | null;
  @Column('text') source: string;
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt: Date;
  @Column('text', { name: 'submitted_by' }) submittedBy: string;
}

@Entity('credential_original')
@ForeignKey(
  'credential',
  ['organizationId', 'credentialId'],
  ['organizationId', 'id'],
  owned('credential_original_credential_fkey'),
)
export class CredentialOriginalRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'credential_original_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'credential_id', primaryKeyConstraintName: 'credential_original_pkey' })
  credentialId: string;
  @Column('bytea') bytes: Buffer;
}

@Entity('import_batch')
@ForeignKey(
  'operation',
  ['organizationId', 'operationId'],
  ['organizationId', 'id'],
  owned('import_batch_operation_fkey'),
)
export class ImportBatchRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'import_batch_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'operation_id', primaryKeyConstraintName: 'import_batch_pkey' }) operationId: string;
  @Column('bytea') body: Buffer;
  @Column('text', { name: 'submitted_by' }) submittedBy: string;
}

@Entity('import_line')
@Check('import_line_status', `status IN ('created', 'updated', 'rejected')`)
@ForeignKey(
  'operation',
  ['organizationId', 'operationId'],
  ['organizationId', 'id'],
  owned('import_line_operation_fkey'),
)
export class ImportLineRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'import_line_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'operation_id', primaryKeyConstraintName: 'import_line_pkey' }) operationId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_line_pkey' }) line: number;
  @Column('text') status: string;
  @Column('uuid', { name: 'candidate_id', nullable: true }) candidateId: string | null;
  @Column('jsonb') result: object;
}

export const INTAKE_ENTITIES = [CredentialRow, CredentialOriginalRow, ImportBatchRow, ImportLineRow];
