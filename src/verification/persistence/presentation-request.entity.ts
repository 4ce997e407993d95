import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('presentation_request')
@Unique('presentation_request_challenge_key', ['organizationId', 'challenge'])
@Index('presentation_request_by_candidate', ['organizationId', 'candidateId', 'id'])
@Index('presentation_request_by_answer', ['organizationId', 'answeredBy'])
@Check('presentation_request_times', `expires_at > created_at`)
@Check('presentation_request_answer', `(answered_by IS NULL) = (answered_at IS NULL)`)
@ForeignKey('candidate', ['organizationId', 'candidateId'], ['organizationId', 'id'], {
  name: 'presentation_request_candidate_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey('credential', ['organizationId', 'answeredBy'], ['organizationId', 'id'], {
  name: 'presentation_request_answer_fkey',
  onDelete: 'CASCADE',
})
export class PresentationRequestRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'presentation_request_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'presentation_request_pkey' }) id: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId: string;
  @Column('text') challenge: string;
  @Column('text') domain: string;
  @Column('text', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
}
