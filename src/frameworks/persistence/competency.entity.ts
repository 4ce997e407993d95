import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

const owned = (name: string): { name: string; onDelete: 'CASCADE' } => ({ name, onDelete: 'CASCADE' });

@Entity('competency')
@Unique('competency_uri_key', ['organizationId', 'frameworkId', 'uri'])
@ForeignKey(
  'framework',
  ['organizationId', 'frameworkId'],
  ['organizationId', 'id'],
  owned('competency_framework_fkey'),
)
export class CompetencyRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'competency_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'competency_pkey' }) id: string;
  @Column('uuid', { name: 'framework_id' }) frameworkId: string;
  @Column('text') uri: string;
}

@Entity('competency_entry')
@ForeignKey(
  'competency',
  ['organizationId', 'competencyId'],
  ['organizationId', 'id'],
  owned('competency_entry_competency_fkey'),
)
export class CompetencyEntryRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'competency_entry_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'framework_version_id', primaryKeyConstraintName: 'competency_entry_pkey' })
  frameworkVersionId: string;
  @PrimaryColumn('uuid', { name: 'competency_id', primaryKeyConstraintName: 'competency_entry_pkey' })
  competencyId: string;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text') label: string;
  @Column('text', { nullable: true }) definition: string | null;
  @Column('text') type: string;
  @Column('boolean') assignable: boolean;
  @Column('text', { default: 'active' }) status: string;
  @Column('uuid', { name: 'replaced_by', nullable: true }) replacedBy: string | null;
  @Column('jsonb', { name: 'level_anchors', default: {} }) levelAnchors: object;
  @Column('text', { nullable: true }) notes: string | null;
  @Column('double precision', { nullable: true }) position: number | null;
  @Column('text', { array: true, default: [] }) collections: string[];
  @Column('jsonb', { default: {} }) details: object;
}

@Entity('competency_label')
@Index('competency_label_by_text', { synchronize: false })
@Check('competency_label_kind', `kind IN ('preferred', 'alternative', 'hidden')`)
@ForeignKey(
  'competency',
  ['organizationId', 'competencyId'],
  ['organizationId', 'id'],
  owned('competency_label_competency_fkey'),
)
export class CompetencyLabelRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'competency_label_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'framework_version_id', primaryKeyConstraintName: 'competency_label_pkey' })
  frameworkVersionId: string;
  @PrimaryColumn('uuid', { name: 'competency_id', primaryKeyConstraintName: 'competency_label_pkey' })
  competencyId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'competency_label_pkey' }) language: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'competency_label_pkey' }) kind: string;
  @Column('text') text: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'competency_label_pkey' }) normalised: string;
}

@Entity('competency_identifier')
@Index('competency_identifier_by_key', ['organizationId', 'canonicalKey'])
@ForeignKey(
  'competency',
  ['organizationId', 'competencyId'],
  ['organizationId', 'id'],
  owned('competency_identifier_competency_fkey'),
)
export class CompetencyIdentifierRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'competency_identifier_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'framework_version_id', primaryKeyConstraintName: 'competency_identifier_pkey' })
  frameworkVersionId: string;
  @PrimaryColumn('text', { name: 'canonical_key', primaryKeyConstraintName: 'competency_identifier_pkey' })
  canonicalKey: string;
  @PrimaryColumn('uuid', { name: 'competency_id', primaryKeyConstraintName: 'competency_identifier_pkey' })
  competencyId: string;
}
