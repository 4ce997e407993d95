import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

const owned = (name: string): { name: string; onDelete: 'CASCADE' } => ({ name, onDelete: 'CASCADE' });

@Entity('competency_edge')
@Index('competency_edge_backwards', ['organizationId', 'frameworkVersionId', 'type', 'toId', 'fromId'])
@Check('competency_edge_type', `type IN ('broader', 'related')`)
@ForeignKey('competency', ['organizationId', 'fromId'], ['organizationId', 'id'], owned('competency_edge_from_fkey'))
@ForeignKey('competency', ['organizationId', 'toId'], ['organizationId', 'id'], owned('competency_edge_to_fkey'))
export class CompetencyEdgeRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'competency_edge_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'framework_version_id', primaryKeyConstraintName: 'competency_edge_pkey' })
  frameworkVersionId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'competency_edge_pkey' }) type: string;
  @PrimaryColumn('uuid', { name: 'from_id', primaryKeyConstraintName: 'competency_edge_pkey' }) fromId: string;
  @PrimaryColumn('uuid', { name: 'to_id', primaryKeyConstraintName: 'competency_edge_pkey' }) toId: string;
}

@Entity('competency_link')
@Index('competency_link_backwards', ['organizationId', 'frameworkVersionId', 'toId', 'type', 'fromId'])
export class CompetencyLinkRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'competency_link_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'framework_version_id', primaryKeyConstraintName: 'competency_link_pkey' })
  frameworkVersionId: string;
  @PrimaryColumn('uuid', { name: 'from_id', primaryKeyConstraintName: 'competency_link_pkey' }) fromId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'competency_link_pkey' }) type: string;
  @PrimaryColumn('uuid', { name: 'to_id', primaryKeyConstraintName: 'competency_link_pkey' }) toId: string;
  @Column('jsonb', { nullable: true }) detail: object | null;
}

@Entity('crosswalk')
@Unique('crosswalk_key', ['organizationId', 'competencyId', 'relation', 'toKey', 'source'])
@Index('crosswalk_by_key', ['organizationId', 'toKey'])
@Index('crosswalk_by_target', ['organizationId', 'toCompetencyId'])
@Check('crosswalk_confidence', `confidence BETWEEN 0 AND 100`)
@Check('crosswalk_relation', `relation IN ('exact', 'close', 'broader', 'narrower', 'related')`)
@ForeignKey(
  'competency',
  ['organizationId', 'competencyId'],
  ['organizationId', 'id'],
  owned('crosswalk_competency_fkey'),
)
@ForeignKey(
  'competency',
  ['organizationId', 'toCompetencyId'],
  ['organizationId', 'id'],
  owned('crosswalk_to_competency_fkey'),
)
export class CrosswalkRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'crosswalk_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'crosswalk_pkey' }) id: string;
  @Column('uuid', { name: 'competency_id' }) competencyId: string;
  @Column('text') relation: string;
  @Column('text', { name: 'to_key' }) toKey: string;
  @Column('text', { name: 'to_label', nullable: true }) toLabel: string | null;
  @Column('uuid', { name: 'to_competency_id', nullable: true }) toCompetencyId: string | null;
  @Column('text') source: string;
  @Column('uuid', { name: 'decision_id', nullable: true }) decisionId: string | null;
  @Column('smallint', { nullable: true }) confidence: number | null;
  @Column('text', { nullable: true }) reviewer: string | null;
  @Column('uuid', { name: 'framework_version_id', nullable: true }) frameworkVersionId: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
