import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MappingSettingsVersionRow } from './mapping-settings.entity.js';
import { CompetencyVectorRow, VectorSetRow } from './competency-vector.entity.js';
import { MappingRuleRow } from './mapping-rule.entity.js';

@Entity('claim')
@Index('claim_by_match_key', ['organizationId', 'matchKey', 'credentialId'])
@ForeignKey('credential', ['organizationId', 'credentialId'], ['organizationId', 'id'], {
  name: 'claim_credential_fkey',
  onDelete: 'CASCADE',
})
export class ClaimRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'claim_pkey' }) organizationId: string;
  @PrimaryColumn('uuid', { name: 'credential_id', primaryKeyConstraintName: 'claim_pkey' }) credentialId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'claim_pkey' }) position: number;
  @Column('text', { name: 'json_path' }) jsonPath: string;
  @Column('text') kind: string;
  @Column('text') class: string;
  @Column('text', { nullable: true }) text: string | null;
  @Column('text', { nullable: true }) uri: string | null;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text', { nullable: true }) framework: string | null;
  @Column('text') origin: string;
  @Column('jsonb', { nullable: true }) level: object | null;
  @Column('text', { name: 'match_key', nullable: true }) matchKey: string | null;
  @Column('text', { name: 'achievement_key', nullable: true }) achievementKey: string | null;
}

@Entity('mapping')
@Index('mapping_current', ['organizationId', 'credentialId'], { where: 'superseded_at IS NULL' })
@Index('mapping_by_state', ['organizationId', 'state', 'id'], { where: 'superseded_at IS NULL' })
@Check('mapping_score', `score BETWEEN 0 AND 10000`)
@Check(
  'mapping_state',
  `state IN ('mapped_auto', 'mapped_reviewed', 'suggested', 'unmapped', 'rejected', 'superseded')`,
)
@ForeignKey('credential', ['organizationId', 'credentialId'], ['organizationId', 'id'], {
  name: 'mapping_credential_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey('competency', ['organizationId', 'competencyId'], ['organizationId', 'id'], {
  name: 'mapping_competency_fkey',
  onDelete: 'CASCADE',
})
export class MappingRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'mapping_pkey' }) organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mapping_pkey' }) id: string;
  @Column('uuid', { name: 'credential_id' }) credentialId: string;
  @Column('integer', { name: 'claim_position' }) claimPosition: number;
  @Column('uuid', { name: 'competency_id', nullable: true }) competencyId: string | null;
  @Column('uuid', { name: 'framework_version_id', nullable: true }) frameworkVersionId: string | null;
  @Column('text') method: string;
  @Column('integer') score: number;
  @Column('text') state: string;
  @Column('jsonb') evidence: object;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('timestamptz', { name: 'superseded_at', nullable: true }) supersededAt: Date | null;
}

export const MAPPING_ENTITIES = [
  ClaimRow,
  CompetencyVectorRow,
  MappingRow,
  MappingRuleRow,
  MappingSettingsVersionRow,
  VectorSetRow,
];
