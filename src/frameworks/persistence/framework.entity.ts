import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

@Entity('framework')
@Unique('framework_slug_key', ['organizationId', 'slug'])
@ForeignKey('organization', ['organizationId'], ['organizationId'], { name: 'framework_organization_fkey' })
export class FrameworkRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'framework_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'framework_pkey' }) id: string;
  @Column('text') slug: string;
  @Column('text') name: string;
  @Column('text') format: string;
  @Column('uuid', { name: 'active_version_id', nullable: true }) activeVersionId: string | null;
  @Column('jsonb', { nullable: true }) scale: object | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}

@Entity('framework_version')
@Unique('framework_version_key', ['organizationId', 'frameworkId', 'version'])
@ForeignKey('framework', ['organizationId', 'frameworkId'], ['organizationId', 'id'], {
  name: 'framework_version_framework_fkey',
  onDelete: 'CASCADE',
})
export class FrameworkVersionRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'framework_version_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'framework_version_pkey' }) id: string;
  @Column('uuid', { name: 'framework_id' }) frameworkId: string;
  @Column('text') version: string;
  @Column('bytea') checksum: Buffer;
  @Column('integer', { name: 'competency_count' }) competencyCount: number;
  @Column('timestamptz', { name: 'imported_at' }) importedAt: Date;
  @Column('text', { name: 'imported_by' }) importedBy: string;
  @Column('jsonb', { nullable: true }) about: object | null;
}

@Entity('framework_upload')
@ForeignKey('operation', ['organizationId', 'operationId'], ['organizationId', 'id'], {
  name: 'framework_upload_operation_fkey',
  onDelete: 'CASCADE',
})
export class FrameworkUploadRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'framework_upload_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'operation_id', primaryKeyConstraintName: 'framework_upload_pkey' })
  operationId: string;
  @Column('text') format: string;
  @Column('text') name: string;
  @Column('text') version: string;
  @Column('text', { name: 'uploaded_by' }) uploadedBy: string;
  @Column('boolean', { name: 'dry_run', default: false }) dryRun: boolean;
}

@Entity('framework_upload_file')
@ForeignKey('framework_upload', ['organizationId', 'operationId'], ['organizationId', 'operationId'], {
  name: 'framework_upload_file_upload_fkey',
  onDelete: 'CASCADE',
})
export class FrameworkUploadFileRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'framework_upload_file_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'operation_id', primaryKeyConstraintName: 'framework_upload_file_pkey' })
  operationId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'framework_upload_file_pkey' }) position: number;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('bytea') bytes: Buffer;
}
