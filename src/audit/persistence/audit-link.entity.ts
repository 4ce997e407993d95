import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AuditEventRow } from './audit-event.entity.js';

@Entity('audit_link')
@Unique('audit_link_event_key', ['organizationId', 'eventId'])
@ForeignKey(() => AuditEventRow, ['organizationId', 'eventId'], ['organizationId', 'id'], {
  name: 'audit_link_event_fkey',
})
export class AuditLinkRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'audit_link_pkey' })
  organizationId: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_link_pkey' }) sequence: number;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('bytea', { name: 'previous_hash' }) previousHash: Buffer;
  @Column('bytea') hash: Buffer;
}
