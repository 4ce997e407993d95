import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('application_decision')
@Index('application_decision_by_application', ['organizationId', 'applicationId', 'id'])
@Index('application_decision_by_time', ['organizationId', 'decidedAt'])
@Check('application_decision_outcome', `outcome IN ('advance', 'hire', 'hold', 'reject')`)
@Check('application_decision_ranking', `num_nonnulls(role_profile_id, profile_version, standing) IN (0, 3)`)
@Check(
  'application_decision_override',
  `num_nonnulls(override_kind, override_people) = 0
   OR override_kind IN ('chosen_over_higher', 'rejected_above_chosen') AND override_people > 0 AND standing IS NOT NULL`,
)
@ForeignKey('application', ['organizationId', 'applicationId'], ['organizationId', 'id'], {
  name: 'application_decision_application_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(
  'role_profile_version',
  ['organizationId', 'roleProfileId', 'profileVersion'],
  ['organizationId', 'roleProfileId', 'version'],
  { name: 'application_decision_version_fkey' },
)
export class ApplicationDecisionRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'application_decision_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_decision_pkey' }) id: string;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  @Column('text') outcome: string;
  @Column('text', { name: 'reason_code' }) reasonCode: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { name: 'role_profile_id', nullable: true }) roleProfileId: string | null;
  @Column('integer', { name: 'profile_version', nullable: true }) profileVersion: number | null;
  @Column('jsonb', { nullable: true }) standing: object | null;
  @Column('text', { name: 'override_kind', nullable: true }) overrideKind: string | null;
  @Column('integer', { name: 'override_people', nullable: true }) overridePeople: number | null;
  @Column('text', { name: 'decided_by' }) decidedBy: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt: Date;
}

export const DECISION_ENTITIES = [ApplicationDecisionRow];
