import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

@Entity('role_profile')
@ForeignKey('organization', ['organizationId'], ['organizationId'], { name: 'role_profile_organization_fkey' })
export class RoleProfileRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'role_profile_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_profile_pkey' }) id: string;
  @Column('text') title: string;
  @Column('jsonb') requirements: object;
  @Column('jsonb') groups: object;
  @Column('integer', { name: 'row_version', default: 1 }) rowVersion: number;
  @Column('integer', { name: 'published_version', nullable: true }) publishedVersion: number | null;
  @Column('text', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt: Date;
}

@Entity('role_profile_version')
@ForeignKey('role_profile', ['organizationId', 'roleProfileId'], ['organizationId', 'id'], {
  name: 'role_profile_version_profile_fkey',
})
export class RoleProfileVersionRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'role_profile_version_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'role_profile_id', primaryKeyConstraintName: 'role_profile_version_pkey' })
  roleProfileId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'role_profile_version_pkey' }) version: number;
  @Column('text') title: string;
  @Column('jsonb') requirements: object;
  @Column('jsonb') groups: object;
  @Column('text', { name: 'published_by' }) publishedBy: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt: Date;
}

export const ROLE_PROFILE_ENTITIES = [RoleProfileRow, RoleProfileVersionRow];
