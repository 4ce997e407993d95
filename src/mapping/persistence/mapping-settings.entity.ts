import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

@Entity('mapping_settings_version')
@Check('mapping_settings_version_number', `version > 1`)
@ForeignKey('organization', ['organizationId'], ['organizationId'], {
  name: 'mapping_settings_version_organization_fkey',
})
export class MappingSettingsVersionRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'mapping_settings_version_pkey' })
  organizationId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'mapping_settings_version_pkey' }) version: number;
  @Column('jsonb') content: object;
  @Column('text', { name: 'changed_by' }) changedBy: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}
