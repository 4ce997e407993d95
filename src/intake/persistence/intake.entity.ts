import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

const owned = (name: string): { name: string; onDelete: 'CASCADE' } => ({ name, onDelete: 'CASCADE' });

@Entity('credential')
@Index('credential_by_bytes', ['organizationId', 'sha256'])
@Unique('credential_same_bytes_key', ['organizationId', 'candidateId', 'sha256'])
@Check('credential_source', `source IN ('api', 'webhook', 'import', 'link', 'contained')`)
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

@Entity('credential_containment')
@Index('credential_containment_by_contained', ['organizationId', 'containedId'])
@Index('credential_containment_by_root', ['organizationId', 'rootId'])
@Check('credential_containment_depth', `depth BETWEEN 1 AND 3`)
@Check('credential_containment_not_itself', `container_id <> contained_id`)
@ForeignKey(
  'credential',
  ['organizationId', 'containerId'],
  ['organizationId', 'id'],
  owned('credential_containment_container_fkey'),
)
@ForeignKey(
  'credential',
  ['organizationId', 'containedId'],
  ['organizationId', 'id'],
  owned('credential_containment_contained_fkey'),
)
@ForeignKey(
  'credential',
  ['organizationId', 'rootId'],
  ['organizationId', 'id'],
  owned('credential_containment_root_fkey'),
)
export class CredentialContainmentRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'credential_containment_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'container_id', primaryKeyConstraintName: 'credential_containment_pkey' })
  containerId: string;
  @PrimaryColumn('uuid', { name: 'contained_id', primaryKeyConstraintName: 'credential_containment_pkey' })
  containedId: string;
  @Column('uuid', { name: 'root_id' }) rootId: string;
  @Column('smallint') depth: number;
  @Column('smallint') position: number;
  @Column('text') path: string;
  @Column('text', { nullable: true }) url: string | null;
  @Column('timestamptz', { name: 'found_at' }) foundAt: Date;
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
  @Column('boolean', { name: 'dry_run', default: false }) dryRun: boolean;
  @Column('integer', { name: 'next_byte', default: 0 }) nextByte: number;
  @Column('integer', { name: 'next_line', default: 1 }) nextLine: number;
  @Column('integer', { name: 'lines_done', default: 0 }) linesDone: number;
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

export const INTAKE_ENTITIES = [
  CredentialRow,
  CredentialOriginalRow,
  CredentialContainmentRow,
  ImportBatchRow,
  ImportLineRow,
];
