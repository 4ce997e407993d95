import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('idempotency_key')
export class IdempotencyKeyRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'idempotency_key_pkey' })
  organizationId: string;
  @PrimaryColumn('text', { name: 'principal_id', primaryKeyConstraintName: 'idempotency_key_pkey' })
  principalId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pkey' }) route: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pkey' }) key: string;
  @Column('bytea') fingerprint: Buffer;
  @Column('integer', { nullable: true }) status: number | null;
  @Column('jsonb', { nullable: true }) headers: object | null;
  @Column('text', { nullable: true }) body: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}

export const HTTP_ENTITIES = [IdempotencyKeyRow];
