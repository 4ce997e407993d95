import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('vector_set')
@ForeignKey('framework_version', ['organizationId', 'frameworkVersionId'], ['organizationId', 'id'], {
  name: 'vector_set_version_fkey',
  onDelete: 'CASCADE',
})
export class VectorSetRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'vector_set_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'framework_version_id', primaryKeyConstraintName: 'vector_set_pkey' })
  frameworkVersionId: string;
  /** Name and version of the model, and how its vectors are kept. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'vector_set_pkey' }) model: string;
  @Column('timestamptz', { name: 'begun_at' }) begunAt: Date;
  /** Until then the version is searched without the model. */
  @Column('timestamptz', { name: 'completed_at', nullable: true }) completedAt: Date | null;
}

@Entity('competency_vector')
@ForeignKey(
  'vector_set',
  ['organizationId', 'frameworkVersionId', 'model'],
  ['organizationId', 'frameworkVersionId', 'model'],
  { name: 'competency_vector_set_fkey', onDelete: 'CASCADE' },
)
@Index('competency_vector_by_competency', ['organizationId', 'competencyId', 'model'])
export class CompetencyVectorRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'competency_vector_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'framework_version_id', primaryKeyConstraintName: 'competency_vector_pkey' })
  frameworkVersionId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'competency_vector_pkey' }) model: string;
  @PrimaryColumn('uuid', { name: 'competency_id', primaryKeyConstraintName: 'competency_vector_pkey' })
  competencyId: string;
  /** SHA-256 of the name that the vector was made of. */
  @Column('bytea', { name: 'text_hash' }) textHash: Buffer;
  /** One signed byte for each dimension. */
  @Column('bytea') vector: Buffer;
}
