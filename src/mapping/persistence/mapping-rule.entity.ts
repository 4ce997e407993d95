import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('mapping_rule')
@Index('mapping_rule_in_force', ['organizationId', 'matchKey'], { where: 'ended_at IS NULL' })
@Check('mapping_rule_decision', `decision IN ('accept', 'reject', 'correct')`)
@Check('mapping_rule_scope', `scope IN ('achievement', 'issuer', 'everywhere')`)
@Check(
  'mapping_rule_reach',
  `(scope = 'everywhere') = (issuer_id IS NULL) AND (scope = 'achievement') = (achievement_key IS NOT NULL)`,
)
@Check(
  'mapping_rule_crosswalk',
  `crosswalk_relation IN ('exact', 'close') AND crosswalk_key IS NOT NULL AND competency_id IS NOT NULL OR num_nulls(crosswalk_relation, crosswalk_key) = 2`,
)
@Check(
  'mapping_rule_confirmed',
  `(confirmed_by IS NULL) = (confirmed_at IS NULL) AND NOT (is_proposed AND confirmed_by IS NOT NULL)`,
)
@Check('mapping_rule_says_something', `num_nonnulls(competency_id, rejected_competency_id) > 0`)
@ForeignKey('issuer', ['organizationId', 'issuerId'], ['organizationId', 'id'], {
  name: 'mapping_rule_issuer_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey('competency', ['organizationId', 'competencyId'], ['organizationId', 'id'], {
  name: 'mapping_rule_competency_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey('competency', ['organizationId', 'rejectedCompetencyId'], ['organizationId', 'id'], {
  name: 'mapping_rule_rejected_fkey',
  onDelete: 'CASCADE',
})
export class MappingRuleRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'mapping_rule_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mapping_rule_pkey' }) id: string;
  @Column('text') decision: string;
  @Column('text') scope: string;
  @Column('text', { name: 'match_key' }) matchKey: string;
  @Column('uuid', { name: 'issuer_id', nullable: true }) issuerId: string | null;
  @Column('text', { name: 'achievement_key', nullable: true }) achievementKey: string | null;
  @Column('uuid', { name: 'competency_id', nullable: true }) competencyId: string | null;
  @Column('uuid', { name: 'rejected_competency_id', nullable: true }) rejectedCompetencyId: string | null;
  @Column('uuid', { nullable: true }) overrides: string | null;
  @Column('jsonb') claim: object;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) method: string | null;
  @Column('text', { name: 'decided_by' }) decidedBy: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt: Date;
  @Column('text', { name: 'crosswalk_relation', nullable: true }) crosswalkRelation: string | null;
  @Column('text', { name: 'crosswalk_key', nullable: true }) crosswalkKey: string | null;
  @Column('boolean', { name: 'is_proposed', default: false }) isProposed: boolean;
  @Column('text', { name: 'confirmed_by', nullable: true }) confirmedBy: string | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  @Column('text', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
