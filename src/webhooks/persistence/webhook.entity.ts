import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

const owned = (name: string): { name: string; onDelete: 'CASCADE' } => ({ name, onDelete: 'CASCADE' });

@Entity('webhook_endpoint')
@Check('webhook_endpoint_disabled_reason', `disabled_reason IN ('requested', 'gone', 'failing')`)
@Check('webhook_endpoint_disabled', `(disabled_reason IS NULL) = (disabled_at IS NULL)`)
@ForeignKey('organization', ['organizationId'], ['organizationId'], { name: 'webhook_endpoint_organization_fkey' })
export class WebhookEndpointRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'webhook_endpoint_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_endpoint_pkey' }) id: string;
  @Column('text') url: string;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { name: 'event_types', array: true, default: () => `'{}'` }) eventTypes: string[];
  @Column('jsonb') secrets: object;
  @Column('text', { name: 'disabled_reason', nullable: true }) disabledReason: string | null;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
  @Column('integer', { default: 0 }) failures: number;
  @Column('timestamptz', { name: 'failing_since', nullable: true }) failingSince: Date | null;
  @Column('timestamptz', { name: 'paused_until', nullable: true }) pausedUntil: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}

@Entity('webhook_event')
@Index('webhook_event_by_time', ['organizationId', 'occurredAt'])
@ForeignKey('organization', ['organizationId'], ['organizationId'], { name: 'webhook_event_organization_fkey' })
export class WebhookEventRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'webhook_event_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_event_pkey' }) id: string;
  @Column('text') type: string;
  @Column('text', { name: 'ordering_key', nullable: true }) orderingKey: string | null;
  @Column('text') body: string;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt: Date;
}

@Entity('webhook_delivery')
@Unique('webhook_delivery_event_key', ['organizationId', 'endpointId', 'eventId'])
@Index('webhook_delivery_pending', { synchronize: false })
@Index('webhook_delivery_by_event', ['organizationId', 'eventId'])
@Check('webhook_delivery_state', `state IN ('pending', 'delivered', 'failed')`)
@ForeignKey(
  'webhook_endpoint',
  ['organizationId', 'endpointId'],
  ['organizationId', 'id'],
  owned('webhook_delivery_endpoint_fkey'),
)
@ForeignKey(
  'webhook_event',
  ['organizationId', 'eventId'],
  ['organizationId', 'id'],
  owned('webhook_delivery_event_fkey'),
)
export class WebhookDeliveryRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'webhook_delivery_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_delivery_pkey' }) id: string;
  @Column('uuid', { name: 'endpoint_id' }) endpointId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text', { name: 'ordering_key', nullable: true }) orderingKey: string | null;
  @Column('text', { default: 'pending' }) state: string;
  @Column('integer', { default: 0 }) attempts: number;
  @Column('integer', { default: 0 }) ticket: number;
  @Column('integer', { name: 'last_status', nullable: true }) lastStatus: number | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError: string | null;
  @Column('timestamptz', { name: 'next_attempt_at', nullable: true }) nextAttemptAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

@Entity('webhook_attempt')
@ForeignKey(
  'webhook_delivery',
  ['organizationId', 'deliveryId'],
  ['organizationId', 'id'],
  owned('webhook_attempt_delivery_fkey'),
)
export class WebhookAttemptRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'webhook_attempt_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { name: 'delivery_id', primaryKeyConstraintName: 'webhook_attempt_pkey' })
  deliveryId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'webhook_attempt_pkey' }) number: number;
  @Column('timestamptz') at: Date;
  @Column('integer', { nullable: true }) status: number | null;
  @Column('text', { nullable: true }) error: string | null;
  @Column('integer', { name: 'duration_ms' }) durationMs: number;
}

export const WEBHOOK_ENTITIES = [WebhookEndpointRow, WebhookEventRow, WebhookDeliveryRow, WebhookAttemptRow];
