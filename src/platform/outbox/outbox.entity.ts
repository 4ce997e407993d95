import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('outbox')
@Index('outbox_due', { synchronize: false })
@Index('outbox_enqueued', { synchronize: false })
@Index('outbox_dead', { synchronize: false })
export class OutboxRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'outbox_pkey' }) organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outbox_pkey' }) id: string;
  @Column('text') topic: string;
  @Column('text') consumer: string;
  @Column('text') lane: string;
  @Column('jsonb') payload: object;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'available_at', default: () => 'now()' }) availableAt: Date;
  @Column('timestamptz', { name: 'enqueued_at', nullable: true }) enqueuedAt: Date | null;
  @Column('integer', { default: 0 }) attempts: number;
  @Column('text', { name: 'last_error', nullable: true }) lastError: string | null;
  @Column('timestamptz', { name: 'dead_at', nullable: true }) deadAt: Date | null;
}

export const OUTBOX_ENTITIES = [OutboxRow];
