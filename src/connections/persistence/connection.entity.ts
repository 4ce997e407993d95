import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('connection')
@Index('connection_by_id', ['id'])
@ForeignKey('organization', ['organizationId'], ['organizationId'], { name: 'connection_organization_fkey' })
export class ConnectionRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'connection_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'connection_pkey' }) id: string;
  @Column('text') system: string;
  @Column('text') name: string;
  @Column('jsonb') secrets: object;
  @Column('jsonb', { default: () => `'{}'` }) settings: object;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('jsonb', { nullable: true }) reconciliation: object | null;
}

@Entity('hook_delivery')
@Unique('hook_delivery_id_key', ['organizationId', 'connectionId', 'id'])
@Index('hook_delivery_by_digest', ['organizationId', 'connectionId', 'bodyDigest'])
@Index('hook_delivery_by_candidate', ['organizationId', 'candidateId'], { where: 'candidate_id IS NOT NULL' })
@Check('hook_delivery_state', `state IN ('accepted', 'ignored', 'rejected')`)
@ForeignKey('connection', ['organizationId', 'connectionId'], ['organizationId', 'id'], {
  name: 'hook_delivery_connection_fkey',
  onDelete: 'CASCADE',
})
export class HookDeliveryRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'hook_delivery_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'connection_id', primaryKeyConstraintName: 'hook_delivery_pkey' })
  connectionId: string;
  @PrimaryColumn('text', { name: 'delivery_id', primaryKeyConstraintName: 'hook_delivery_pkey' }) deliveryId: string;
  @Column('bytea', { name: 'body_digest' }) bodyDigest: Buffer;
  @Column('text', { name: 'event_type' }) eventType: string;
  @Column('text') state: string;
  @Column('jsonb') result: object;
  @Column('timestamptz', { name: 'received_at', default: () => 'now()' }) receivedAt: Date;
  @Column('uuid') id: string;
  @Column('jsonb', { nullable: true }) event: object | null;
  @Column('uuid', { name: 'candidate_id', nullable: true }) candidateId: string | null;
  @Column('integer', { default: 1 }) attempts: number;
  @Column('timestamptz', { name: 'run_at', default: () => 'now()' }) runAt: Date;
  @Column('jsonb', { nullable: true }) hydration: object | null;
}

@Entity('hook_watermark')
@ForeignKey('organization', ['organizationId'], ['organizationId'], { name: 'hook_watermark_organization_fkey' })
export class HookWatermarkRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'hook_watermark_pkey' })
  organizationId: string;
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'hook_watermark_pkey' }) subject: Buffer;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt: Date;
}

@Entity('assessment')
@Unique('assessment_external_ref_key', ['organizationId', 'connectionId', 'externalRef'])
@Index('assessment_by_candidate', ['organizationId', 'candidateId'])
@Check('assessment_state', `state IN ('waiting', 'completed', 'failed', 'cancelled')`)
@ForeignKey('connection', ['organizationId', 'connectionId'], ['organizationId', 'id'], {
  name: 'assessment_connection_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey('candidate', ['organizationId', 'candidateId'], ['organizationId', 'id'], {
  name: 'assessment_candidate_fkey',
  onDelete: 'CASCADE',
})
export class AssessmentRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'assessment_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assessment_pkey' }) id: string;
  @Column('uuid', { name: 'connection_id' }) connectionId: string;
  @Column('text', { name: 'external_ref' }) externalRef: string;
  @Column('uuid', { name: 'role_profile_id' }) roleProfileId: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId: string;
  @Column('text', { name: 'callback_url' }) callbackUrl: string;
  @Column('text', { name: 'report_url' }) reportUrl: string;
  @Column('text') state: string;
  @Column('text', { nullable: true }) score: string | null;
  @Column('text', { nullable: true }) problem: string | null;
  @Column('timestamptz', { name: 'started_at', default: () => 'now()' }) startedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  @Column('timestamptz', { name: 'told_at', nullable: true }) toldAt: Date | null;
}

export const CONNECTION_ENTITIES = [ConnectionRow, HookDeliveryRow, HookWatermarkRow, AssessmentRow];
