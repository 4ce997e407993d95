import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_event')
export class AuditEventRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'audit_event_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_event_pkey' }) id: string;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt: Date;
  @Column('text', { name: 'actor_kind' }) actorKind: string;
  @Column('text', { name: 'actor_id' }) actorId: string;
  @Column('text') action: string;
  @Column('text', { name: 'target_type' }) targetType: string;
  @Column('text', { name: 'target_id' }) targetId: string;
  @Column('jsonb', { default: {} }) detail: object;
  @Column('text', { name: 'request_id', nullable: true }) requestId: string | null;
}
