import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

@Entity('level_maps_version')
@Check('level_maps_version_number', `version > 1`)
@ForeignKey('organization', ['organizationId'], ['organizationId'], { name: 'level_maps_version_organization_fkey' })
export class LevelMapsVersionRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'level_maps_version_pkey' })
  organizationId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'level_maps_version_pkey' }) version: number;
  @Column('jsonb') maps: object;
  @Column('text', { name: 'changed_by' }) changedBy: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}
