import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('operation')
@Check('operation_state', `state IN ('queued', 'running', 'succeeded', 'failed')`)
export class OperationRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'operation_pkey' })
  organizationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'operation_pkey' }) id: string;
  @Column('text') kind: string;
  @Column('text', { default: 'queued' }) state: string;
  @Column('integer', { default: 0 }) done: number;
  @Column('integer', { nullable: true }) total: number | null;
  @Column('jsonb', { nullable: true }) result: unknown;
  @Column('jsonb', { nullable: true }) error: object | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt: Date;
}

export const OPERATION_ENTITIES = [OperationRow];
