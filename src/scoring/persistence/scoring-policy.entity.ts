import { LevelMapsVersionRow } from './level-maps.entity.js';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

@Entity('scoring_policy_version')
@Check('scoring_policy_version_number', `version > 1`)
@ForeignKey('organization', ['organizationId'], ['organizationId'], {
  name: 'scoring_policy_version_organization_fkey',
})
export class ScoringPolicyVersionRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'scoring_policy_version_pkey' })
  organizationId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'scoring_policy_version_pkey' }) version: number;
  @Column('jsonb') content: object;
  @Column('text', { name: 'changed_by' }) changedBy: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}

export const SCORING_ENTITIES = [ScoringPolicyVersionRow, LevelMapsVersionRow];
