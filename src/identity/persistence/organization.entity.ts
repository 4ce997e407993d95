import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organization')
@Check('organization_name_length', 'char_length(name) BETWEEN 1 AND 200')
export class OrganizationRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'organization_pkey' })
  organizationId: string;
  @Column('text') name: string;
  @Column('bytea', { name: 'cursor_secret' }) cursorSecret: Buffer;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
